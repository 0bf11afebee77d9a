import { type ClaimRules, type PoolRules, type TierKey, tierKeys } from './rules.ts'

/** A number as it stands in a field; '' while it is empty. */
export type Typed = number | string
export type TierDraft = { on: boolean; days: Typed; announce: Typed }
/** The rules while somebody types them: an empty cap means any number. */
export type RulesDraft = {
  recycling: boolean
  tiers: Record<TierKey, TierDraft>
  claims: {
    who: ClaimRules['who']
    perDay: Typed
    cooldown: Typed
    holding: Record<'all' | TierKey, Typed>
    seenPerDay: Typed
    giveBack: boolean
  }
}

/** The rules as a form shows them. */
export function draftOf({ recycling, tiers, claims }: PoolRules): RulesDraft {
  const { holding, perDay } = claims
  const caps = { all: '', A: '', B: '', C: '', none: '' } as RulesDraft['claims']['holding']
  for (const key of ['all', ...tierKeys] as const) caps[key] = holding[key] ?? ''
  return {
    recycling,
    tiers: { A: { ...tiers.A }, B: { ...tiers.B }, C: { ...tiers.C }, none: { ...tiers.none } },
    claims: { ...claims, perDay: perDay ?? '', holding: caps },
  }
}

/** Whether a tier's owner would be told before the clock has even begun. */
export function toldTooEarly({ days, announce }: TierDraft): boolean {
  return days !== '' && announce !== '' && Number(announce) > Number(days)
}

const cap = (typed: Typed) => (typed === '' ? null : Number(typed))

/** The rules that a form says; null while a number is missing or makes no sense. */
export function rulesOf({ recycling, tiers, claims }: RulesDraft): PoolRules | null {
  const needed = [
    claims.cooldown,
    claims.seenPerDay,
    ...tierKeys.flatMap((key) => [tiers[key].days, tiers[key].announce]),
  ]
  if (needed.includes('') || tierKeys.some((key) => toldTooEarly(tiers[key]))) return null
  const tier = (key: TierKey) => ({
    on: tiers[key].on,
    days: Number(tiers[key].days),
    announce: Number(tiers[key].announce),
  })
  const { who, giveBack, holding } = claims
  return {
    recycling,
    tiers: { A: tier('A'), B: tier('B'), C: tier('C'), none: tier('none') },
    claims: {
      who,
      giveBack,
      perDay: cap(claims.perDay),
      cooldown: Number(claims.cooldown),
      seenPerDay: Number(claims.seenPerDay),
      holding: {
        all: cap(holding.all),
        A: cap(holding.A),
        B: cap(holding.B),
        C: cap(holding.C),
        none: cap(holding.none),
      },
    },
  }
}
