/** The tiers that rules of protection are kept for; none: a customer without a tier. */
export const tierKeys = ['A', 'B', 'C', 'none'] as const
export type TierKey = (typeof tierKeys)[number]

/** Of one tier: whether its customers return to the pool at all, after how many quiet days, told how many days ahead. */
export type TierRule = { readonly on: boolean; readonly days: number; readonly announce: number }

/** Who may take customers out of the pool. */
export const claimers = ['nobody', 'own-area', 'salespeople'] as const

export type ClaimRules = {
  readonly who: (typeof claimers)[number]
  /** How many a person may claim a day; null: any number. */
  readonly perDay: number | null
  /** For so many days a former owner can't claim the customer back. */
  readonly cooldown: number
  /** A person who owns so many customers claims no more: in all, and of a tier; null: any number. */
  readonly holding: Readonly<Record<'all' | TierKey, number | null>>
  /** How many different customers of the pool a person may look at in a day. */
  readonly seenPerDay: number
  /** Whether an owner may give a customer back. */
  readonly giveBack: boolean
}

export type PoolRules = {
  /** Whether customers return to the pool by themselves; off until the company switches it on. */
  readonly recycling: boolean
  readonly tiers: Readonly<Record<TierKey, TierRule>>
  readonly claims: ClaimRules
}

const usual: TierRule = { on: true, days: 90, announce: 14 }

/** The values in [brackets] of rule 2.4. */
export const defaultRules: PoolRules = {
  recycling: false,
  tiers: { A: usual, B: usual, C: usual, none: usual },
  claims: {
    who: 'salespeople',
    perDay: 5,
    cooldown: 30,
    holding: { all: null, A: null, B: null, C: null, none: null },
    seenPerDay: 200,
    giveBack: true,
  },
}

type Kept = {
  readonly recycling?: boolean
  readonly tiers?: Partial<Record<TierKey, TierRule>>
  readonly claims?: Partial<Omit<ClaimRules, 'holding'>> & {
    readonly holding?: Partial<ClaimRules['holding']>
  }
}

/** The company's rules over the defaults; `kept` is what the company has stored of them. */
export function poolRulesFrom(kept: unknown): PoolRules {
  const own = (kept ?? {}) as Kept
  const { claims } = defaultRules
  return {
    recycling: own.recycling ?? defaultRules.recycling,
    tiers: { ...defaultRules.tiers, ...own.tiers },
    claims: { ...claims, ...own.claims, holding: { ...claims.holding, ...own.claims?.holding } },
  }
}

/** The rule that a tier's customers return by, or null when they don't return by themselves. */
export function returnRule(rules: PoolRules, tier: string | null): TierRule | null {
  const rule = rules.tiers[(tier ?? 'none') as TierKey]
  return rules.recycling && rule.on ? rule : null
}
