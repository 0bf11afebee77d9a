import { type Entry, periodsOf } from '../ownership/ledger.ts'
import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { type Refusal, refuse } from '../values/refusal.ts'
import type { ClaimRules, TierKey } from './rules.ts'

export type ClaimFacts = {
  readonly today: Day
  /** The claimer: gone or going people receive nothing (rules 2.9 and 3.2). */
  readonly claimer: { readonly left: boolean }
  readonly customer: {
    readonly active: boolean
    /** Whether a collision about it waits for a ruling (rule 2.3). */
    readonly disputed: boolean
    readonly tier: string | null
    /** Whose it is by now; null: the pool's. */
    readonly owner: string | null
    /** Whether its area is one of the claimer's; false also for a customer in no area. */
    readonly inOwnArea: boolean
  }
  readonly claimedToday: number
  /** How many the claimer owns, in all and of the customer's tier. */
  readonly owned: { readonly all: number; readonly ofTier: number }
  /** The first day on which the claimer didn't own it any more; null: never did. */
  readonly lostOn: Day | null
}

type Code =
  | 'has-left'
  | 'not-active'
  | 'in-collision'
  | 'claimed-already'
  | 'claims-closed'
  | 'not-your-area'
  | 'claimed-enough-today'
  | 'holds-enough'
  | 'holds-enough-of-tier'
  | 'cooling-down'

const no = (code: Code, told: Record<string, string | number> = {}) =>
  refuse(code, { rule: '2.4', facts: told })

/** Why this person can't claim this customer out of the pool today, or null (rule 2.4). */
export function mayClaim(facts: ClaimFacts, rules: ClaimRules): Refusal<Code> | null {
  const { customer, claimer, today, lostOn } = facts
  if (claimer.left) return refuse('has-left', { rule: '2.9' })
  if (!customer.active) return no('not-active')
  if (customer.disputed) return refuse('in-collision', { rule: '2.3', facts: { count: 1 } })
  if (customer.owner !== null) return no('claimed-already', { name: customer.owner })
  if (rules.who === 'nobody') return no('claims-closed')
  if (rules.who === 'own-area' && !customer.inOwnArea) return no('not-your-area')
  if (rules.perDay !== null && facts.claimedToday >= rules.perDay)
    return no('claimed-enough-today', { count: rules.perDay })
  const free = lostOn === null ? today : addDays(lostOn, rules.cooldown)
  if (lostOn !== null && free > today) return no('cooling-down', { until: lostOn, from: free })
  return holdsTooMany(facts, rules)
}

function holdsTooMany({ owned, customer }: ClaimFacts, { holding }: ClaimRules): Refusal<Code> | null {
  const { tier } = customer
  const ofTier = holding[(tier ?? 'none') as TierKey]
  if (holding.all !== null && owned.all >= holding.all)
    return refuse('holds-enough', { rule: '2.4', facts: { count: owned.all, most: holding.all } })
  if (ofTier !== null && owned.ofTier >= ofTier)
    return refuse('holds-enough-of-tier', {
      rule: '2.4',
      facts: { count: owned.ofTier, most: ofTier, tier: tier ?? '–' },
    })
  return null
}

type OwnerEntry = Entry & { readonly cause: string }

/**
 * The first day on which a former owner didn't own a customer any more, by its owner's entries in the order of recording;
 * null for whoever never did. Giving back counts also on the day of the claim, which the ledger then doesn't count as owned.
 */
export function lostOn(entries: readonly OwnerEntry[], personId: string): Day | null {
  const period = periodsOf(entries).findLast(({ entry }) => entry.personId === personId)
  const givenBack = entries.findLast(
    ({ cause }, index) => cause === 'released' && entries[index - 1]?.personId === personId,
  )
  const days = [period?.until ?? null, givenBack?.from ?? null].filter((day) => day !== null)
  return days.toSorted().at(-1) ?? null
}
