import { type TierKey, tierKeys } from '../pool/rules.ts'
import type { CadenceRules } from './cadence-rules.ts'

/** Customers of one person and tier that are visited alike; `weeks` is said of them by hand, null follows the tier. */
export type Need = { readonly tier: TierKey; readonly weeks: number | null; readonly customers: number }

/** Weeks between two visits of each tier. */
export type Weeks = Readonly<Record<TierKey, number>>

export type Scaled = {
  /** What holds: the company's cadence, stretched where a person can't make it. */
  readonly weeks: Weeks
  /** Visits a week that the company's cadence asks for, that the stretched one asks for, and that the person can make. */
  readonly needed: number
  readonly asked: number
  readonly capacity: number
  /** Visits a week that can't be made even so. */
  readonly missing: number
}

/** Who yields first where there are too many: least harm first. */
const yielding = ['none', 'C', 'B', 'A'] as const satisfies readonly TierKey[]
/** A sum of fractions may miss a whole number by a hair. */
const hair = 1e-9

/** Visits a week that the customers ask for. Customers whose tier is off ask for none, unless it is said by hand. */
export function visitsAWeek(rules: CadenceRules, needs: readonly Need[], weeks: Weeks): number {
  return needs.reduce((sum, { tier, weeks: own, customers }) => {
    if (own !== null) return sum + customers / own
    return rules.tiers[tier].on ? sum + customers / weeks[tier] : sum
  }, 0)
}

/**
 * The cadence that a person can keep (rule 4.1): the company's own if it fits; else customers without a tier are visited
 * less often, week by week up to the longest, then C, then B, then A. What was said by hand of a customer is never
 * stretched. More capacity never makes a cadence longer, and more customers never a shorter one.
 */
export function scaleCadence(rules: CadenceRules, needs: readonly Need[], capacity: number): Scaled {
  const weeks: Record<TierKey, number> = { A: 0, B: 0, C: 0, none: 0 }
  for (const tier of tierKeys) weeks[tier] = rules.tiers[tier].weeks
  const needed = visitsAWeek(rules, needs, weeks)
  let asked = needed
  for (const tier of yielding) {
    // Where nobody gains by it a cadence stays as it is.
    if (!needs.some((need) => need.tier === tier && need.weeks === null && rules.tiers[tier].on)) continue
    while (asked > capacity + hair && weeks[tier] < rules.tiers[tier].longest) {
      weeks[tier] += 1
      asked = visitsAWeek(rules, needs, weeks)
    }
  }
  return { weeks, needed, asked, capacity, missing: Math.max(0, asked - capacity) }
}

/** The tiers that are visited less often than the company wants, with both numbers of weeks; the most important first. */
export function stretchedTiers(
  rules: CadenceRules,
  weeks: Weeks,
): { tier: TierKey; weeks: number; instead: number }[] {
  return tierKeys
    .filter((tier) => rules.tiers[tier].on && weeks[tier] > rules.tiers[tier].weeks)
    .map((tier) => ({ tier, weeks: weeks[tier], instead: rules.tiers[tier].weeks }))
}
