import { sql } from 'kysely'
import type { Need } from '../../../ownership/coverage.ts'
import type { Measure } from '../../../ownership/server/queries/coverage.ts'
import { salesOf } from '../../../ownership/server/queries/together.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** A customer that would need somebody new. */
export type BookRow = {
  id: string
  code: string
  name: string
  tier: 'A' | 'B' | 'C' | null
  city: string | null
  latitude: number | null
  longitude: number | null
  channel: string | null
  territoryId: string | null
  completeness: number
  /** Kinds of ways to reach it that stay with the company. */
  channels: number
  language: string | null
  categories: string[]
  /** Bought in twelve months, in minor units as exact text; null when no sale is known. */
  sold: string | null
  other: string | null
}
export type Lacking = Need | 'profile'

/** The active customers that these people own, as far as the asker sees them. */
export async function bookOf(tx: Tx, measure: Measure, people: readonly string[]): Promise<BookRow[]> {
  const { rows } = await sql<Omit<BookRow, 'sold' | 'other'>>`
    select c.id, c.code, c.name, c.tier::text as tier, c.city, c.latitude, c.longitude, c.channel,
      c.territory_id as "territoryId", c.completeness,
      (select count(distinct r.kind)::int from customer_channel r
        where r.organization_id = c.organization_id and r.customer_id = c.id) as channels,
      (select t.language from contact t
        where t.organization_id = c.organization_id and t.customer_id = c.id and t.in_charge) as language,
      array(select distinct p.category from carried_product k
        join product p on p.organization_id = k.organization_id and p.id = k.product_id
        where k.organization_id = c.organization_id and k.customer_id = c.id and p.category is not null) as categories
    from holder h join customer c on c.organization_id = h.organization_id and c.id = h.customer_id
    where h.organization_id = app.organization() and h.line = 'all' and h.role = 'owner'
      and h.person_id = any (${[...people]}::uuid[]) and c.status = 'active'
    order by c.tier nulls last, c.code`.execute(tx)
  const sold = await soldOf(
    tx,
    measure,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, sold: null, other: null, ...sold.get(row.id) }))
}

async function soldOf(tx: Tx, { facts, soldAfter, today, currency }: Measure, customers: readonly string[]) {
  const sales = salesOf(facts)
  if (sales === null || customers.length === 0) return new Map<string, never>()
  const { rows } = await sql<{ id: string; sold: string | null; other: string | null }>`
    select s.customer_id as id, greatest(sum(s.amount_minor) filter (where s.currency = ${currency}), 0)::text as sold,
      min(s.currency) filter (where s.currency <> ${currency}) as other
    from (${sales}) s
    where s.customer_id = any (${[...customers]}::uuid[]) and s.day > ${soldAfter}::date and s.day <= ${today}::date
    group by s.customer_id`.execute(tx)
  return new Map(rows.map(({ id, ...sums }) => [id, sums]))
}
