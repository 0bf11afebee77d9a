import { sql } from 'kysely'
import { instant } from '../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Tier, TierShift } from '../../tier.ts'

/** What sales alone said of a customer at the last computation; null when there was none. */
export async function baseOf(tx: Tx, customer: string): Promise<Tier | null> {
  const { rows } = await sql<{ base: Tier | null }>`
    select base from tier_standing where organization_id = app.organization() and customer_id = ${customer}`.execute(
    tx,
  )
  return rows[0]?.base ?? null
}

export type TierOf = {
  tier: Tier | null
  by: 'hand' | 'computed' | null
  reason: string | null
  shift: TierShift
  shiftReason: string | null
  /** When it last changed and by whom; null: it has been so from the beginning. */
  since: string | null
  setBy: string | null
  standing: {
    asOf: string
    months: number
    base: Tier | null
    salesMinor: string
    currency: string
    cumulativePpm: number
    rank: number
    customers: number
  } | null
}

/** A customer's tier, why it is so and since when; null when there is none that the asker may see. */
export async function tierOf(tx: Tx, customer: string): Promise<TierOf | null> {
  const { rows } = await sql<TierOf>`
    select c.tier, case when c.tier is not null then coalesce(c.tier_by, 'hand') end as by, c.tier_reason as reason,
      c.tier_shift as shift, c.tier_shift_reason as "shiftReason", ${instant(sql`last.at`)} as since, p.name as "setBy",
      case when r.id is not null then jsonb_build_object('asOf', r.as_of, 'months', coalesce((r.rules ->> 'months')::int, 12),
        'base', s.base, 'salesMinor', s.sales_minor::text, 'currency', r.currency::text, 'cumulativePpm', s.cumulative_ppm,
        'rank', s.rank, 'customers', r.customers) end as standing
    from customer c
    left join tier_standing s on s.organization_id = c.organization_id and s.customer_id = c.id
    left join tier_run r on r.organization_id = s.organization_id and r.id = s.run_id and r.undone_at is null
    left join lateral (
      select h.at, h.person_id from customer_history h
      where h.organization_id = c.organization_id and h.customer_id = c.id and h.entity = 'customer' and h.fields ? 'tier'
      order by h.at desc limit 1) last on true
    left join person p on p.organization_id = c.organization_id and p.id = last.person_id
    where c.organization_id = app.organization() and c.id = ${customer}`.execute(tx)
  return rows[0] ?? null
}
