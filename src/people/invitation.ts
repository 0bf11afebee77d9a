import { type Refusal, refuse } from '../values/refusal.ts'

/** How long a link works. */
export const invitationDays = 7

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
  return invitation.expired ? refuse('invitation-expired', { facts: { days: invitationDays } }) : null
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
