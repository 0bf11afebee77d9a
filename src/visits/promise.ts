import { type Refusal, refuse } from '../values/refusal.ts'

/** What somebody promised a customer, and what came of it. */
export type PromiseFacts = {
  readonly dueOn: string | null
  readonly keptOn: string | null
  readonly withdrawnOn: string | null
}

export const promiseStates = ['open', 'overdue', 'kept', 'withdrawn'] as const
export type PromiseState = (typeof promiseStates)[number]

/** The state of a promise on a day; one without a date is never overdue. */
export function promiseStateOn({ dueOn, keptOn, withdrawnOn }: PromiseFacts, today: string): PromiseState {
  if (keptOn !== null) return 'kept'
  if (withdrawnOn !== null) return 'withdrawn'
  return dueOn !== null && dueOn < today ? 'overdue' : 'open'
}

/** Each action, the states in which it can be done, and where it leads. */
export const promiseActions = {
  change: { from: ['open', 'overdue'], to: null },
  keep: { from: ['open', 'overdue'], to: 'kept' },
  withdraw: { from: ['open', 'overdue'], to: 'withdrawn' },
  reopen: { from: ['kept', 'withdrawn'], to: null },
} as const satisfies Record<string, { from: readonly PromiseState[]; to: PromiseState | null }>
export type PromiseAction = keyof typeof promiseActions
export const promiseActionNames = Object.keys(promiseActions) as PromiseAction[]

/** Why an action can't be done on a promise in this state; null when it can. */
export function refusesOnPromise(
  action: PromiseAction,
  state: PromiseState,
): Refusal<'promise-closed' | 'promise-open'> | null {
  if ((promiseActions[action].from as readonly PromiseState[]).includes(state)) return null
  return refuse(action === 'reopen' ? 'promise-open' : 'promise-closed', { rule: '4.3' })
}

/** What can be done with a promise in this state. */
export function actionsOnPromise(state: PromiseState): PromiseAction[] {
  return promiseActionNames.filter((action) => refusesOnPromise(action, state) === null)
}
