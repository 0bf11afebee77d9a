/** What the continuity score is made of (rule 3.11), with what each counts of a hundred. */
export const continuityParts = {
  known: 35,
  backups: 20,
  channels: 15,
  profiles: 15,
  room: 10,
  agreements: 5,
} as const
export type ContinuityPart = keyof typeof continuityParts
const names = Object.keys(continuityParts) as ContinuityPart[]

/** How much is in order of how much there is; a part of nothing, or that the asker may not see, is null and doesn't count. */
export type PartFacts = Readonly<
  Record<ContinuityPart, { readonly have: number; readonly of: number } | null>
>

export type Continuity = {
  /** 0 all would be lost, 100 nothing would be felt; null where there is nothing to lose. */
  readonly score: number | null
  readonly parts: readonly {
    readonly part: ContinuityPart
    readonly have: number
    readonly of: number
    /** What it gives, and could give, of the hundred. */
    readonly points: number
    readonly most: number
  }[]
}

/** The score and its parts. Those that don't count leave their share of the hundred to the others. */
export function continuityOf(facts: PartFacts): Continuity {
  const counted = names.flatMap((part) => {
    const fact = facts[part]
    return fact === null || fact.of <= 0 ? [] : [{ part, ...fact }]
  })
  const whole = counted.reduce((sum, { part }) => sum + continuityParts[part], 0)
  const parts = counted.map(({ part, have, of }) => {
    const most = (100 * continuityParts[part]) / whole
    return { part, have, of, most, points: most * Math.min(1, Math.max(0, have / of)) }
  })
  const matters = counted.some(({ part }) => part !== 'agreements')
  return {
    score: matters ? Math.round(parts.reduce((sum, { points }) => sum + points, 0)) : null,
    parts: matters ? parts : [],
  }
}
