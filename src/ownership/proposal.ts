import type { Day } from '../values/day.ts'

/** One side of a collision, as far as it decides. */
export type Claim = {
  readonly personId: string
  /** The day on which the company received the registration, and the moment (ISO 8601). */
  readonly receivedOn: Day
  readonly receivedAt: string
  /** An earlier day of the device that a manager accepted; else null. */
  readonly acceptedOn: Day | null
  /** 0 to 100. */
  readonly completeness: number
  readonly withdrawn: boolean
}

/** The customer wrote whom they want: the day of the paper, and the moment it was handed in. */
export type WrittenChoice = { readonly personId: string; readonly writtenOn: Day; readonly at: string }

export type Proposal = {
  readonly personId: string
  readonly because: 'customer-choice' | 'only-claim' | 'earliest-complete' | 'only-complete' | 'earliest'
  /** The day that decides: of the written choice, or of the registration. */
  readonly day: Day
}

/** The day from which a claim counts: when the company received it, unless an earlier one was accepted (rule 2.3). */
export function countsFrom(claim: Claim): Day {
  const { acceptedOn, receivedOn } = claim
  return acceptedOn !== null && acceptedOn < receivedOn ? acceptedOn : receivedOn
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Earlier day first, then earlier moment, and whatever is equal in all that by person, so that the answer is one. */
function byDay(a: Claim, b: Claim): number {
  return (
    order(countsFrom(a), countsFrom(b)) || order(a.receivedAt, b.receivedAt) || order(a.personId, b.personId)
  )
}

/**
 * What the rule says of a collision (rule 2.3): a customer's written choice overrides, the latest if there are several;
 * else the earliest complete registration wins; if none is complete, the earliest. Null when nobody claims any more.
 */
export function proposeRuling(
  claims: readonly Claim[],
  choices: readonly WrittenChoice[],
  completeFrom: number,
): Proposal | null {
  const live = claims.filter(({ withdrawn }) => !withdrawn).toSorted(byDay)
  const [first] = live
  if (first === undefined) return null
  const chosen = choices
    .filter(({ personId }) => live.some((claim) => claim.personId === personId))
    .toSorted((a, b) => order(b.writtenOn, a.writtenOn) || order(b.at, a.at) || order(a.personId, b.personId))
  const [choice] = chosen
  if (choice !== undefined)
    return { personId: choice.personId, because: 'customer-choice', day: choice.writtenOn }
  const of = (claim: Claim, because: Proposal['because']): Proposal => ({
    personId: claim.personId,
    because,
    day: countsFrom(claim),
  })
  if (live.length === 1) return of(first, 'only-claim')
  const complete = live.filter(({ completeness }) => completeness >= completeFrom)
  const [winner] = complete
  if (winner === undefined) return of(first, 'earliest')
  return of(winner, complete.length === 1 ? 'only-complete' : 'earliest-complete')
}
