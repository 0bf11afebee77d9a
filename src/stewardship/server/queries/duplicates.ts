import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import type { DuplicatePair } from '../../schema/duplicates.ts'
import { inScope } from './scope.ts'
import { briefsOf } from './similar.ts'

export type PairsWanted = {
  readonly state: 'open' | 'dismissed'
  readonly verdict?: 'sure' | 'likely' | undefined
  readonly customer?: string | undefined
  readonly whose?: 'mine' | 'all'
}

function conditions(wanted: PairsWanted) {
  const all = [
    sql`d.organization_id = app.organization()`,
    wanted.state === 'open' ? sql`d.dismissed_at is null` : sql`d.dismissed_at is not null`,
    // Entries may have been merged or erased since the pair was found.
    sql`a.status in ('active', 'closed') and b.status in ('active', 'closed')`,
  ]
  if (wanted.verdict !== undefined) all.push(sql`d.verdict = ${wanted.verdict}`)
  if (wanted.whose === 'mine') {
    all.push(sql`(${inScope('mine', sql`a.territory_id`)} or ${inScope('mine', sql`b.territory_id`)})`)
  }
  if (wanted.customer !== undefined)
    all.push(sql`(d.first_id = ${wanted.customer} or d.second_id = ${wanted.customer})`)
  return sql.join(all, sql` and `)
}

const pairs = sql`duplicate_candidate d
  join customer a on a.organization_id = d.organization_id and a.id = d.first_id
  join customer b on b.organization_id = d.organization_id and b.id = d.second_id`

type Row = Omit<DuplicatePair, 'first' | 'second'> & { first: string; second: string }

/** Pairs that are probably one outlet, the surest first, with both in brief. */
export async function listPairs(
  tx: Tx,
  wanted: PairsWanted,
  size: number,
  offset: number,
): Promise<DuplicatePair[]> {
  const { rows } = await sql<Row>`
    select d.id, d.first_id as first, d.second_id as second, d.verdict, d.score, d.reasons,
      ${instant(sql`d.found_at`)} as "foundAt",
      case when d.dismissed_at is not null then jsonb_build_object('at', ${instant(sql`d.dismissed_at`)},
        'by', ${personJson('p')}, 'reason', d.dismissed_reason) end as dismissed, (
        select jsonb_build_object('at', ${instant(sql`r.at`)}, 'by', ${personJson('q')}, 'reason', r.reason)
        from registered_apart r left join person q on q.organization_id = r.organization_id and q.id = r.person_id
        where r.organization_id = d.organization_id
          and ((r.customer_id = d.first_id and r.other_id = d.second_id)
            or (r.customer_id = d.second_id and r.other_id = d.first_id))
        order by r.at limit 1
      ) as "saidOther"
    from ${pairs} left join person p on p.organization_id = d.organization_id and p.id = d.dismissed_by
    where ${conditions(wanted)} order by d.score desc, d.id limit ${size} offset ${offset}`.execute(tx)
  const briefs = await briefsOf(
    tx,
    rows.flatMap((row) => [row.first, row.second]),
  )
  return rows.flatMap((row) => {
    const [first, second] = [briefs.get(row.first), briefs.get(row.second)]
    return first === undefined || second === undefined ? [] : [{ ...row, first, second }]
  })
}

/** How many there are; with `most`, no further than one beyond it. */
export async function countPairs(tx: Tx, wanted: PairsWanted, most?: number): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from (select from ${pairs} where ${conditions(wanted)}
      ${most === undefined ? sql`` : sql`order by d.score desc limit ${most + 1}`}) counted`.execute(tx)
  return rows[0]?.total ?? 0
}
