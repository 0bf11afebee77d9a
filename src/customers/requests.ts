/** What a change request allows in each state; used by button, command and test alike. */
export const requestActions = {
  approve: ['waiting'],
  reject: ['waiting'],
  withdraw: ['waiting'],
} as const
export type RequestAction = keyof typeof requestActions

type Asker = { readonly personId: string | null; readonly may: readonly string[] }

/** What this person can do with a request (rule 1.4): decide what others asked for, take back their own, never both. */
export function actionsOn(
  request: { state: string; requestedBy: string | null },
  asker: Asker,
): RequestAction[] {
  const isOwn = request.requestedBy !== null && request.requestedBy === asker.personId
  return (Object.keys(requestActions) as RequestAction[]).filter((action) => {
    if (!(requestActions[action] as readonly string[]).includes(request.state)) return false
    return action === 'withdraw' ? isOwn : !isOwn && asker.may.includes('requests.decide')
  })
}
