import { type TierKey, tierKeys } from '../pool/rules.ts'

/**
 * How often customers of a tier are visited (rule 4.1): every so many weeks, and where a person has too many, stretched to
 * at most `longest` weeks. Off: they are visited by hand only.
 */
export type TierCadence = { readonly on: boolean; readonly weeks: number; readonly longest: number }

export type CadenceRules = {
  readonly tiers: Readonly<Record<TierKey, TierCadence>>
  /** What a person can do unless said otherwise of them: visits on a working day, and which days those are (Monday 1). */
  readonly visitsADay: number
  readonly workdays: readonly number[]
  /** Of how many visits to an A or B one is somebody else's than the owner's, and every how many months its sponsor comes to an A (rule 4.2). */
  readonly otherEvery: number
  readonly sponsorMonths: number
}

/** The values in [brackets] of rules 4.1 and 4.2; monthly is four weeks, so that it keeps its weekday. */
export const defaultCadence: CadenceRules = {
  tiers: {
    A: { on: true, weeks: 1, longest: 1 },
    B: { on: true, weeks: 2, longest: 4 },
    C: { on: true, weeks: 4, longest: 12 },
    none: { on: true, weeks: 4, longest: 12 },
  },
  visitsADay: 9,
  workdays: [1, 2, 3, 4, 5],
  otherEvery: 4,
  sponsorMonths: 3,
}

type Kept = Partial<Omit<CadenceRules, 'tiers'>> & { readonly tiers?: Partial<CadenceRules['tiers']> }

/** The company's rules over the defaults; `kept` is what the company has stored of them. */
export function cadenceRulesFrom(kept: unknown): CadenceRules {
  const own = (kept ?? {}) as Kept
  return { ...defaultCadence, ...own, tiers: { ...defaultCadence.tiers, ...own.tiers } }
}

/** The tier that a customer's cadence follows. */
export function tierKeyOf(tier: string | null): TierKey {
  return tierKeys.find((key) => key === tier) ?? 'none'
}
