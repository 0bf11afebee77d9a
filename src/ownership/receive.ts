import { type Refusal, refuse } from '../values/refusal.ts'

type Wanted = {
  readonly personId: string | null
  readonly receiver: { readonly left: boolean } | null
  readonly role: string
}
type Asker = {
  readonly personId: string | null
  readonly may: readonly string[]
  readonly people: readonly string[]
}

/**
 * Why this person can't be given a customer by this asker, or null (rules 2.9 and 10.1). Whoever has left receives
 * nothing; without the right to assign one can only take what one registers; and who doesn't see the whole register
 * gives owners within the own team only, because the customer would vanish from sight.
 */
export function mayReceive(
  { personId, receiver, role }: Wanted,
  asker: Asker,
): Refusal<'not-allowed' | 'no-such-person' | 'has-left' | 'not-in-your-team'> | null {
  if (personId !== asker.personId && !asker.may.includes('customers.assign')) return refuse('not-allowed')
  if (personId === null) return null
  if (receiver === null) return refuse('no-such-person')
  if (receiver.left) return refuse('has-left', { rule: '2.9' })
  const isOutside = !asker.may.includes('customers.read.all') && !asker.people.includes(personId)
  return role === 'owner' && isOutside ? refuse('not-in-your-team') : null
}

/** Whether the asker may give away what this person owns: one of the own people, or the pool (null). */
export function isOfTeam(asker: Pick<Asker, 'may' | 'people'>, ownerId: string | null): boolean {
  return ownerId === null || asker.may.includes('customers.read.all') || asker.people.includes(ownerId)
}
