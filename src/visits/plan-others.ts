import { addMonths, compareDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import type { CadenceRules } from './cadence-rules.ts'

/** Through what somebody other than the owner may visit a customer; the order in which they are asked. */
export const throughs = ['backup', 'sponsor', 'manager', 'knows'] as const
export type Through = (typeof throughs)[number]

export type OtherFacts = {
  readonly tier: string | null
  /** The past visits, the newest first: whether somebody other than the owner of that day was there, alone or along. */
  readonly past: readonly { readonly day: Day; readonly byOther: boolean }[]
  /** The sponsor's last visit; null: never, undefined: there is no sponsor. */
  readonly lastSponsorVisit: Day | null | undefined
  /** Who might go, besides the owner; `free`: has room left in the week. Nobody twice. */
  readonly people: readonly { readonly personId: string; readonly through: Through; readonly free: boolean }[]
}

export type Because = 'sponsor-quarter' | 'one-in-four'
export type Visitor =
  | { readonly by: 'owner' }
  /** Somebody else's turn, but nobody who could go has room: the owner goes, and it is said. */
  | { readonly by: 'owner'; readonly wanted: Because; readonly nobody: 'unknown' | 'full' }
  | { readonly by: 'other'; readonly personId: string; readonly through: Through; readonly because: Because }

/**
 * Who makes the next visit (rule 4.2). The sponsor of an A customer, if they weren't there for a quarter; of every
 * `otherEvery` visits to an A or B somebody else than the owner makes one, counted over those that were made.
 */
export function nextVisitor(rules: CadenceRules, facts: OtherFacts, day: Day): Visitor {
  if (facts.tier !== 'A' && facts.tier !== 'B') return { by: 'owner' }
  const people = facts.people.toSorted((a, b) => throughs.indexOf(a.through) - throughs.indexOf(b.through))
  if (facts.tier === 'A' && isSponsorsTurn(rules, facts.lastSponsorVisit, day)) {
    const sponsor = people.find(({ through, free }) => through === 'sponsor' && free)
    if (sponsor !== undefined) return { by: 'other', ...named(sponsor), because: 'sponsor-quarter' }
  }
  if (!isOthersTurn(rules, facts.past)) return { by: 'owner' }
  const other = people.find(({ free }) => free)
  if (other !== undefined) return { by: 'other', ...named(other), because: 'one-in-four' }
  return { by: 'owner', wanted: 'one-in-four', nobody: people.length === 0 ? 'unknown' : 'full' }
}

const named = ({ personId, through }: { personId: string; through: Through }) => ({ personId, through })

function isSponsorsTurn({ sponsorMonths }: CadenceRules, last: Day | null | undefined, day: Day): boolean {
  if (last === undefined) return false
  return last === null || compareDays(addMonths(last, sponsorMonths), day) <= 0
}

/** Whether the last visits, as many as the owner makes in a row, were all the owner's own. */
export function isOthersTurn({ otherEvery }: CadenceRules, past: OtherFacts['past']): boolean {
  const row = past.slice(0, otherEvery - 1)
  return row.length === otherEvery - 1 && row.every(({ byOther }) => !byOther)
}

/** The share of past visits made by somebody else; null where there was none. */
export function shareOfOthers(past: OtherFacts['past']): number | null {
  return past.length === 0 ? null : past.filter(({ byOther }) => byOther).length / past.length
}
