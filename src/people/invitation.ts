import { type Refusal, refuse } from '../values/refusal.ts'

/** How long a link works. */
export const invitationDays = 7

export type InvitationState = {
  readonly expired: boolean
  readonly accepted: boolean
  readonly withdrawn: boolean
  /** The person has left, their access was ended, or they have an account by now. */
  readonly personIs: 'waiting' | 'gone' | 'shut-out' | 'here'
}

/** Whether a link still opens the door; else why not, so that the person knows whom to ask for what. */
export function mayAccept(invitation: InvitationState): Refusal | null {
  if (invitation.accepted || invitation.personIs === 'here') return refuse('invitation-used')
  if (invitation.withdrawn || invitation.personIs !== 'waiting') return refuse('invitation-withdrawn')
  return invitation.expired ? refuse('invitation-expired', { facts: { days: invitationDays } }) : null
}

/** Whether somebody can be invited at all. */
export function mayBeInvited(person: {
  readonly email: string | null
  readonly leftOn: string | null
  readonly hasAccount: boolean
  readonly accessEnded: boolean
}): Refusal | null {
  if (person.leftOn !== null) return refuse('has-left-already', { facts: { day: person.leftOn } })
  if (person.accessEnded) return refuse('access-ended')
  if (person.hasAccount) return refuse('has-access-already')
  return person.email === null ? refuse('no-email', { facts: { field: 'email' } }) : null
}
