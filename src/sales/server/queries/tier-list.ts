import { sql } from 'kysely'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { TierMove } from './tiers.ts'

export type TierRunListed = {
  id: string
  asOf: string
  months: number
  customers: number
  moved: number
  salesMinor: string
  currency: string
  madeBy: { id: string; name: string; colour: number } | null
  madeAt: string
  undoneAt: string | null
  /** The last that still stands and moved somebody: it can be taken back. */
  isLast: boolean
}

/** The latest computations, newest first. */
export async function tierRuns(tx: Tx, most: number): Promise<TierRunListed[]> {
  const { rows } = await sql<TierRunListed>`
    select r.id, r.as_of as "asOf", coalesce((r.rules ->> 'months')::int, 12) as months, r.customers, r.moved,
      r.sales_minor::text as "salesMinor", r.currency::text as currency, ${personJson('p')} as "madeBy",
      ${instant(sql`r.made_at`)} as "madeAt", ${instant(sql`r.undone_at`)} as "undoneAt",
      r.undone_at is null and r.moved > 0 and not exists (
        select from tier_run l where l.organization_id = r.organization_id and l.undone_at is null and l.moved > 0
          and (l.made_at, l.id) > (r.made_at, r.id)) as "isLast"
    from tier_run r
    left join person p on p.organization_id = r.organization_id and p.id = r.made_by
    where r.organization_id = app.organization() order by r.made_at desc, r.id desc limit ${most}`.execute(tx)
  return rows
}

/** The currency of a run; null when there is no such run. */
export async function currencyOfRun(tx: Tx, run: string): Promise<string | null> {
  const { rows } = await sql<{ currency: string }>`
    select currency from tier_run where organization_id = app.organization() and id = ${run}`.execute(tx)
  return rows[0]?.currency ?? null
}

/** A page of those who moved, as far as the asker sees them, the largest first. */
export async function movesOfRun(
  tx: Tx,
  run: string,
  { page, size }: { page: number; size: number },
): Promise<{ total: number; moves: TierMove[] }> {
  const { rows } = await sql<TierMove & { total: number }>`
    select count(*) over ()::int as total, m.customer_id as id, c.code, c.name, m.before, m.after, m.because,
      m.sales_minor::text as "salesMinor", m.cumulative_ppm as "cumulativePpm", m.rank, ${personJson('p')} as owner
    from tier_move m
    join customer c on c.organization_id = m.organization_id and c.id = m.customer_id
    left join holder h on h.organization_id = m.organization_id and h.customer_id = m.customer_id
      and h.line = 'all' and h.role = 'owner' and h.seat = 0
    left join person p on p.organization_id = h.organization_id and p.id = h.person_id
    where m.organization_id = app.organization() and m.run_id = ${run} and m.before is distinct from m.after
    order by m.rank, m.customer_id limit ${size} offset ${(page - 1) * size}`.execute(tx)
  const total = rows[0]?.total ?? (page === 1 ? 0 : await countMoves(tx, run))
  return { total, moves: rows.map(({ total: _, ...move }) => move) }
}

async function countMoves(tx: Tx, run: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from tier_move
    where organization_id = app.organization() and run_id = ${run} and before is distinct from after`.execute(
    tx,
  )
  return rows[0]?.n ?? 0
}
