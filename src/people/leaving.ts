import { type Refusal, refuse } from '../values/refusal.ts'

/** Customers that rest with somebody: those they own, and those they back up or sponsor. */
export type Resting = { readonly owned: number; readonly backed: number }

/**
 * A person can't be switched off while customers are theirs (rule 2.9): the refusal says how many and that a departure
 * is the way. Having brought a customer (referrer) is history and holds nobody back.
 */
export function mayLeave(
  person: { readonly hiredOn: string | null; readonly leftOn: string | null },
  day: string,
  resting: Resting,
): Refusal | null {
  if (person.leftOn !== null) return refuse('has-left-already', { facts: { day: person.leftOn } })
  if (person.hiredOn !== null && day < person.hiredOn) {
    return refuse('invalid-leaves-before-hired', { facts: { hiredOn: person.hiredOn } })
  }
  if (resting.owned + resting.backed > 0) {
    return refuse('customers-are-theirs', {
      rule: '2.9',
      facts: { owned: resting.owned, backed: resting.backed, next: 'departure' },
    })
  }
  return null
}

/** On a day: not here yet, here, or gone. The last day counts as here. */
export function presenceOn(
  person: { readonly hiredOn: string | null; readonly leftOn: string | null },
  day: string,
): 'coming' | 'present' | 'left' {
  if (person.leftOn !== null && person.leftOn < day) return 'left'
  return person.hiredOn !== null && person.hiredOn > day ? 'coming' : 'present'
}
