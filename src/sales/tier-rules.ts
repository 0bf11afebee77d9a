/** How often the company's tiers are computed again by themselves (rule 1.8). */
export const tierRhythms = ['month', 'quarter', 'year', 'never'] as const
export type TierRhythm = (typeof tierRhythms)[number]

/** The numbers in [brackets] of rule 1.8; shares are whole points of a hundred. */
export type TierRules = {
  /** The customers that together make the first so many points of sales are A … */
  readonly a: number
  /** … up to so many B, the others C. */
  readonly b: number
  /** A customer moves only when it lies so many points beyond the line, so that nobody goes to and fro. */
  readonly hysteresis: number
  /** Sales of so many months count. */
  readonly months: number
  readonly every: TierRhythm
}
export const defaultTierRules: TierRules = { a: 80, b: 95, hysteresis: 2, months: 12, every: 'quarter' }

export const tierLimits = {
  a: { least: 1, most: 98 },
  b: { least: 2, most: 99 },
  hysteresis: { least: 0, most: 20 },
  months: { least: 1, most: 36 },
} as const

/** The company's rules over the defaults. */
export function tierRulesFrom(kept: Partial<TierRules> | null | undefined): TierRules {
  return { ...defaultTierRules, ...kept }
}

/** Whether the lines lie in order and within their limits. */
export function areTierRules(rules: TierRules): boolean {
  const within = (['a', 'b', 'hysteresis', 'months'] as const).every((name) => {
    const { least, most } = tierLimits[name]
    return Number.isInteger(rules[name]) && rules[name] >= least && rules[name] <= most
  })
  return within && rules.a < rules.b
}
