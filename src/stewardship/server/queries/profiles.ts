import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { filledPartsOf } from '../../../customers/server/queries/completeness.ts'
import { completenessOf, missingFrom } from '../../../customers/completeness.ts'
import { type ProfileIssue, harmOfProfile, worstOf } from '../../harm.ts'
import { type PieceOf, piecesOf } from '../../page-of-groups.ts'
import type { ProfileItem } from '../../schema/queue.ts'
import { type ProfileGroup, type Wanted, active, issuesOf } from './issues.ts'
import { briefsOf } from './similar.ts'

type Row = {
  id: string
  place: number
  completeness: number
  confirmedOn: string | null
  locatedBy: string | null
  version: number
}

/** The profiles of a piece, those that nobody has confirmed for longest first: in the order of the index. */
function rowsOf(
  { group, skip, take }: PieceOf<ProfileGroup>,
  place: number,
  { whose, facts }: Wanted,
): RawBuilder<unknown> {
  const tier = group.tier === null ? sql`c.tier is null` : sql`c.tier = ${group.tier}`
  const stale = group.stale
    ? sql`(c.confirmed_on is null or c.confirmed_on < ${facts.freshSince}::date)`
    : sql`c.confirmed_on >= ${facts.freshSince}::date`
  return sql`(select c.id, ${sql.lit(place)} as place, c.completeness, c.version, c.confirmed_on as "confirmedOn",
      c.located_by as "locatedBy" from customer c
    where ${active(whose)} and c.flaws = ${group.flaws} and ${tier} and ${stale}
    order by c.confirmed_on nulls first, c.id limit ${take} offset ${skip})`
}

/** One page of the profiles in these groups, in the order of the groups. `kind`: the issue that was asked for. */
export async function worstProfiles(
  tx: Tx,
  wanted: Wanted,
  groups: readonly ProfileGroup[],
  kind: ProfileIssue | null,
  size: number,
  offset: number,
): Promise<ProfileItem[]> {
  const pieces = piecesOf(groups, size, offset)
  if (pieces.length === 0) return []
  const parts = pieces.map((piece, place) => rowsOf(piece, place, wanted))
  const { rows } = await sql<Row>`
    select * from (${sql.join(parts, sql` union all `)}) found
    order by place, "confirmedOn" nulls first, id`.execute(tx)
  const ids = rows.map((row) => row.id)
  const [briefs, filled] = [await briefsOf(tx, ids), await filledPartsOf(tx, ids)]
  return rows.flatMap(({ id, place, completeness, confirmedOn, locatedBy, version }) => {
    const [customer, parts, group] = [briefs.get(id), filled.get(id), pieces[place]?.group]
    if (customer === undefined || parts === undefined || group === undefined) return []
    const issues = issuesOf(group, wanted.areas)
    const missing = missingFrom(completenessOf(parts, wanted.facts.settings.weights).parts)
    return [
      {
        what: 'profile' as const,
        harm: harmOfProfile(group.tier, issues),
        customer,
        worst: kind ?? worstOf(issues) ?? 'stale',
        issues,
        completeness,
        missing: missing.map(({ part }) => part),
        confirmedOn,
        locatedBy,
        version,
      },
    ]
  })
}
