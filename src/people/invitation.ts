import { type Refusal, refuse } from '../values/refusal.ts'

/** How many days a link may work; longer is a door left open. */
export const invitationDays = { least: 1, most: 30, unlessSaid: 7 } as const

/** How many days a link works here: what the company keeps under `people` in its settings, over the default. */
export function invitationDaysFrom(settings: unknown): number {
  const kept = (settings as { people?: { invitationDays?: unknown } } | null)?.people?.invitationDays
  const { least, most, unlessSaid } = invitationDays
  return typeof kept === 'number' && Number.isInteger(kept) && kept >= least && kept <= most
    ? kept
    : unlessSaid
}

export type InvitationState = {
  readonly expired: boolean
  readonly accepted: boolean
  readonly withdrawn: boolean
  /** Whether the person may still come in: not when they have left or their access was ended. */
  readonly personIs: 'welcome' | 'gone' | 'shut-out'
}

/** Whether a link still opens the door; else why not, so that the person knows whom to ask for what. */
export function mayAccept(invitation: InvitationState): Refusal | null {
  if (invitation.accepted) return refuse('invitation-used')
  if (invitation.withdrawn || invitation.personIs !== 'welcome') return refuse('invitation-withdrawn')
  return invitation.expired ? refuse('invitation-expired') : null
}

/**
 * Whether somebody can be invited at all. With an account already the link lets them choose a new password; not when
 * the account is at home in another company too, which would then have been opened from here.
 */
export function mayBeInvited(person: {
  readonly email: string | null
  readonly leftOn: string | null
  readonly account: 'none' | 'here' | 'elsewhere-too'
  readonly accessEnded: boolean
}): Refusal | null {
  if (person.leftOn !== null) return refuse('has-left-already', { facts: { day: person.leftOn } })
  if (person.accessEnded) return refuse('access-ended')
  if (person.account === 'elsewhere-too') return refuse('account-elsewhere')
  return person.email === null ? refuse('no-email', { facts: { field: 'email' } }) : null
}
