import { missingOf } from '../../ownership/coverage.ts'
import type { PartFacts } from '../continuity.ts'
import type { DrillFacts } from './drill-facts.ts'
import type { BookRow, Lacking } from './queries/book.ts'

/** A profile is complete enough to be handed over from here on (rule 3.5). */
const completeEnough = 80

/** How a customer would stand without those who leave. */
export type Standing = {
  readonly row: BookRow
  /** Those who leave know it, and nobody who stays does. */
  readonly onlyThem: boolean
  readonly knownBy: number
  readonly missing: readonly Lacking[]
  readonly needsBackup: boolean
}

/** How each customer would stand (rules 2.2, 2.6, 3.5), who leaves taken away. */
export function standingsOf({ book, ties, leavers, measure }: DrillFacts): Standing[] {
  const gone = new Set(leavers.map(({ id }) => id))
  const tiesOf = Map.groupBy(ties, ({ customerId }) => customerId)
  return book.map((row) => {
    const all = tiesOf.get(row.id) ?? []
    const staying = all.filter(({ personId }) => !gone.has(personId))
    const count = (of: 'backup' | 'sponsor' | 'knows') => staying.filter((tie) => tie[of]).length
    const knownBy = count('knows')
    const alone = staying.every(({ backup, sponsor, knows }) => !backup && !sponsor && !knows)
    const { tier, channels } = row
    const lacking = missingOf(
      { tier, knownBy, alone, backups: count('backup'), sponsors: count('sponsor'), channels },
      measure.settings,
    )
    return {
      row,
      knownBy,
      onlyThem: knownBy === 0 && all.some(({ personId, knows }) => knows && gone.has(personId)),
      missing: row.completeness < completeEnough ? [...lacking, 'profile' as const] : lacking,
      needsBackup: tier === 'A' || tier === 'B' || (tier === null && alone),
    }
  })
}

/** What is in order of it, for the score; `placed` are the hours that find room within everybody's limits. */
export function partFactsOf(
  standings: readonly Standing[],
  facts: DrillFacts,
  { placed, needed }: { readonly placed: number; readonly needed: number },
): PartFacts {
  const of = standings.length
  const without = (need: Lacking) => standings.filter(({ missing }) => !missing.includes(need)).length
  const total = soldOf(standings)
  const kept = standings.filter(({ knownBy }) => knownBy > 0)
  const backed = standings.filter(({ needsBackup }) => needsBackup)
  return {
    known:
      total > 0n
        ? { have: Number(soldOf(kept)) / Number(total), of: 1 }
        : { have: of === 0 ? 0 : kept.length / of, of: of === 0 ? 0 : 1 },
    backups: {
      have: backed.filter(({ missing }) => !missing.includes('backup')).length,
      of: backed.length,
    },
    channels: facts.measure.settings.channels === 0 ? null : { have: without('channel'), of },
    profiles: { have: without('profile'), of },
    room: { have: placed, of: needed },
    agreements: facts.agreed === null ? null : { have: facts.agreed, of: facts.leavers.length },
  }
}

/** What these customers bought in twelve months, in minor units. */
export function soldOf(standings: readonly Standing[]): bigint {
  return standings.reduce((sum, { row }) => sum + BigInt(row.sold ?? 0), 0n)
}
