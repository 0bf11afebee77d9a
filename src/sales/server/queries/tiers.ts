import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Tier, TierReason } from '../../tier.ts'
import type { TierRules } from '../../tier-rules.ts'
import { type SoldSpan, unratedSql } from './sold.ts'
import { verdictSql } from './tier-sql.ts'

export type Unrated = { currency: string; orders: number; minor: string; from: string; to: string }
export type TierMove = {
  id: string
  code: string
  name: string
  before: Tier | null
  after: Tier
  because: TierReason
  salesMinor: string
  cumulativePpm: number
  rank: number
  owner: { id: string; name: string; colour: number } | null
}
export type TierCounts = Record<Tier, number>
export type TierLook = {
  customers: number
  salesMinor: string
  byHand: number
  now: TierCounts & { none: number }
  after: TierCounts & { none: number }
  moved: { up: number; down: number; first: number }
  moves: TierMove[]
  /** The same for the same moves: what is applied is what was looked at. */
  digest: string
}

const owned = sql`left join holder h on h.organization_id = v.organization_id and h.customer_id = v.id
    and h.line = 'all' and h.role = 'owner' and h.seat = 0
  left join person p on p.organization_id = h.organization_id and p.id = h.person_id`
const counted = (column: 'before' | 'after') => sql`jsonb_build_object(
  'A', count(*) filter (where v.${sql.ref(column)} = 'A'), 'B', count(*) filter (where v.${sql.ref(column)} = 'B'),
  'C', count(*) filter (where v.${sql.ref(column)} = 'C'), 'none', count(*) filter (where v.${sql.ref(column)} is null))`

/** What a computation would do, and who would move and why, the largest first: one statement, nothing changes. */
export async function lookAtTiers(tx: Tx, rules: TierRules, span: SoldSpan, most: number): Promise<TierLook> {
  const { rows } = await sql<TierLook>`
    with ${verdictSql(rules, span)},
    move as materialized (select * from verdict v where v.before is distinct from v.after),
    shown as (
      select v.rank, v.id, jsonb_build_object('id', v.id, 'code', c.code, 'name', c.name, 'before', v.before,
        'after', v.after, 'because', v.because, 'salesMinor', v.sales::text, 'cumulativePpm', v.ppm, 'rank', v.rank,
        'owner', case when p.id is not null
          then jsonb_build_object('id', p.id, 'name', p.name, 'colour', p.colour) end) as move
      from (select * from move order by rank, id limit ${most}) v
      join customer c on c.organization_id = v.organization_id and c.id = v.id ${owned}
    )
    select count(*)::int as customers, coalesce(sum(greatest(v.sales, 0)), 0)::text as "salesMinor",
      (count(*) filter (where v.by_hand))::int as "byHand", ${counted('before')} as now, ${counted('after')} as after,
      jsonb_build_object('up', count(*) filter (where v.after < v.before), 'down', count(*) filter (where v.after > v.before),
        'first', count(*) filter (where v.before is null)) as moved,
      coalesce((select jsonb_agg(s.move order by s.rank, s.id) from shown s), '[]') as moves,
      coalesce((select md5(string_agg(m.id::text || m.after, ',' order by m.id)) from move m), '') as digest
    from verdict v`.execute(tx)
  const look = rows[0]
  if (look === undefined) throw new Error('a count without a row')
  return look
}

/** Sales of the days that can't be counted, for want of a rate (never taken for nothing). */
export async function unratedSales(tx: Tx, span: SoldSpan): Promise<Unrated[]> {
  const { rows } = await sql<Unrated>`${unratedSql(span)}`.execute(tx)
  return rows
}
