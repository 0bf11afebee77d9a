import { type CompletenessPart, type Weights, completenessParts } from './settings.ts'

/** Which parts of a profile are filled. */
export type Filled = Readonly<Record<CompletenessPart, boolean>>
export type PartOfScore = {
  readonly part: CompletenessPart
  readonly weight: number
  readonly present: boolean
}

/**
 * The completeness of a profile (rule 1.3): filled weights over all weights, 0 to 100, rounded down so that 100 means
 * that nothing is missing. Parts with weight 0 are left out; with no weight at all every profile is complete.
 */
export function completenessOf(filled: Filled, weights: Weights): { score: number; parts: PartOfScore[] } {
  const parts = completenessParts
    .filter((part) => weights[part] > 0)
    .map((part) => ({ part, weight: weights[part], present: filled[part] }))
  const all = sum(parts)
  const score = all === 0 ? 100 : Math.floor((100 * sum(parts.filter(({ present }) => present))) / all)
  return { score, parts }
}

const sum = (parts: readonly PartOfScore[]) => parts.reduce((total, { weight }) => total + weight, 0)

/** What is still missing, the weightiest first. */
export function missingFrom(parts: readonly PartOfScore[]): PartOfScore[] {
  return parts.filter(({ present }) => !present).toSorted((a, b) => b.weight - a.weight)
}
