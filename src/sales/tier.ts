import type { TierRules } from './tier-rules.ts'

export type Tier = 'A' | 'B' | 'C'
/** One step up for a customer with potential, one down for one at risk (rule 1.8). */
export type TierShift = -1 | 0 | 1
export type TierReason = 'share' | 'first' | 'potential' | 'risk' | 'no-sales'

/** What is known of a customer before a computation. */
export type TierFacts = {
  readonly id: string
  /** Of the months that count, in minor units of one currency; returns may make it negative. */
  readonly sales: bigint
  /** The tier that it has; null before the first computation. */
  readonly tier: Tier | null
  /** What sales alone said at the last computation; null when there was none. */
  readonly base: Tier | null
  /** A tier set by hand stays until it is given back to the computation. */
  readonly byHand: boolean
  readonly shift: TierShift
}

export type TierVerdict = {
  readonly id: string
  /** What sales alone say. */
  readonly base: Tier
  /** What it is called from now on: moved by potential or risk, or as set by hand. */
  readonly tier: Tier
  readonly because: TierReason
  /** Its place by sales, largest first; the same sales share a place. */
  readonly rank: number
  /** Sales up to and with this customer and all that sell as much, of the whole: parts of a million, rounded down. */
  readonly cumulativePpm: number
}

/** The line moved away from where the customer stands: whoever is above stays longer, whoever is below enters later. */
function lineFor(
  line: number,
  above: readonly Tier[],
  { base, hysteresis }: { base: Tier | null; hysteresis: number },
) {
  if (base === null) return line
  return above.includes(base) ? line + hysteresis : line - hysteresis
}

/**
 * What sales alone say. `before` is what all larger customers sell together: whoever begins within the first points is A,
 * also the one who crosses the line, so that the largest customer always is.
 */
export function baseTier(
  { sales, base }: Pick<TierFacts, 'sales' | 'base'>,
  before: bigint,
  total: bigint,
  { a, b, hysteresis }: Pick<TierRules, 'a' | 'b' | 'hysteresis'>,
): Tier {
  if (sales <= 0n) return 'C'
  const begins = (line: number) => before === 0n || before * 100n < BigInt(line) * total
  if (begins(lineFor(a, ['A'], { base, hysteresis }))) return 'A'
  return begins(lineFor(b, ['A', 'B'], { base, hysteresis })) ? 'B' : 'C'
}

const steps: readonly Tier[] = ['A', 'B', 'C']

/** One step up or down; there is nothing above A and below C. */
export function shifted(tier: Tier, shift: TierShift): Tier {
  const at = steps.indexOf(tier) - shift
  return steps[Math.min(Math.max(at, 0), steps.length - 1)] ?? tier
}

/** Why a customer gets its tier: whoever was moved by hand says so before sales do. */
export function tierReason({ sales, tier, shift }: Pick<TierFacts, 'sales' | 'tier' | 'shift'>): TierReason {
  if (shift !== 0) return shift === 1 ? 'potential' : 'risk'
  if (sales <= 0n) return 'no-sales'
  return tier === null ? 'first' : 'share'
}

/**
 * The tiers of a whole company (rule 1.8), in the order of the facts. Customers that sell the same get the same, so nothing
 * depends on names or ids. The database does the same in one statement (`computed` in server/queries/tier-sql.ts); a test
 * holds the two together.
 */
export function tiersOf(facts: readonly TierFacts[], rules: TierRules): TierVerdict[] {
  const amounts = facts
    .map(({ sales }) => (sales > 0n ? sales : 0n))
    .toSorted((x, y) => (x < y ? 1 : x > y ? -1 : 0))
  const total = amounts.reduce((sum, amount) => sum + amount, 0n)
  const places = new Map<bigint, { rank: number; before: bigint; with: bigint }>()
  let sum = 0n
  for (const [at, amount] of amounts.entries()) {
    const before = places.get(amount)?.before ?? sum
    const rank = places.get(amount)?.rank ?? at + 1
    sum += amount
    places.set(amount, { rank, before, with: sum })
  }
  return facts.map((one) => {
    const place = places.get(one.sales > 0n ? one.sales : 0n) ?? { rank: 1, before: 0n, with: 0n }
    const base = baseTier(one, place.before, total, rules)
    return {
      id: one.id,
      base,
      tier: one.byHand && one.tier !== null ? one.tier : shifted(base, one.shift),
      because: tierReason(one),
      rank: place.rank,
      cumulativePpm: total === 0n ? 1_000_000 : Number((place.with * 1_000_000n) / total),
    }
  })
}
