import { visitsInFourWeeks } from '../people/load.ts'
import { type Coverage, type CoverageSettings, missingOf } from './coverage.ts'

/** How much heavier a loss weighs by how many people know the customer: one person takes it along, nobody has it in hand. */
export const weightOfKnowing = { one: 4, nobody: 2, several: 1 } as const

/** Each thing that is missing doubles the weight: nobody stands ready, nobody has a name there, nothing rings. */
export const weightOfMissing = 2

/** Without sales a customer weighs as its tier asks for visits (rule 4.1). */
export const weightOfTier = visitsInFourWeeks

/** How much of the harm is left open: 1 where all is well, up to 32. */
export function weightOf(coverage: Coverage, settings: CoverageSettings): number {
  const { knownBy } = coverage
  const knowing = knownBy === 1 ? 'one' : knownBy === 0 ? 'nobody' : 'several'
  return weightOfKnowing[knowing] * weightOfMissing ** missingOf(coverage, settings).length
}

type Weighed = Coverage & { readonly soldMinor: bigint }

/**
 * Which customer to look at first: the one where putting one thing right avoids more harm, sales first, tier where sales
 * say nothing. Negative when it is `a`. Everyone compared misses something.
 */
export function compareHarm(a: Weighed, b: Weighed, settings: CoverageSettings): number {
  const [left, right] = [BigInt(weightOf(a, settings)), BigInt(weightOf(b, settings))]
  const sales = b.soldMinor * right - a.soldMinor * left
  if (sales !== 0n) return sales < 0n ? -1 : 1
  return Number(right) * weightOfTier[b.tier ?? 'C'] - Number(left) * weightOfTier[a.tier ?? 'C']
}
