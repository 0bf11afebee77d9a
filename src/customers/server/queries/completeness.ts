import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Filled } from '../../completeness.ts'
import { type CompletenessPart, type Weights, completenessParts } from '../../settings.ts'

const contactWith = (more: RawBuilder<unknown>) =>
  sql`exists (select 1 from contact k where k.organization_id = c.organization_id and k.customer_id = c.id and ${more})`
const listed = (column: RawBuilder<unknown>) => sql`jsonb_array_length(coalesce(${column}, '[]')) > 0`

/** Whether a part of the profile of `customer c` is filled. What is only approximate doesn't count as located. */
const filledSql: Record<CompletenessPart, RawBuilder<unknown>> = {
  address: sql`c.street is not null and c.city is not null`,
  location: sql`c.latitude is not null and c.located_by <> 'approximate'`,
  phone: sql`(c.phone is not null or ${contactWith(sql`k.phone is not null`)})`,
  email: sql`(c.email is not null or ${contactWith(sql`k.email is not null`)})`,
  'person-in-charge': contactWith(sql`k.in_charge`),
  'reachable-in-charge': contactWith(
    sql`k.in_charge and (k.phone is not null or k.messaging is not null or k.email is not null)`,
  ),
  channel: sql`c.channel is not null`,
  tier: sql`c.tier is not null`,
  'opening-hours': listed(sql`c.opening_hours`),
  'visit-hours': listed(sql`c.visit_hours`),
  'tax-id': sql`c.tax_id is not null`,
  terms: sql`c.payment_days is not null`,
  products: sql`exists (select 1 from carried_product k
    where k.organization_id = c.organization_id and k.customer_id = c.id)`,
}

/** The score of `customer c` as SQL: the same as `completenessOf`, for many rows in one statement. */
export function scoreSql(weights: Weights): RawBuilder<unknown> {
  const parts = completenessParts.filter((part) => weights[part] > 0)
  if (parts.length === 0) return sql`100`
  const all = parts.reduce((total, part) => total + weights[part], 0)
  const terms = parts.map((part) => sql`(${filledSql[part]})::int * ${sql.lit(weights[part])}`)
  return sql`(100 * (${sql.join(terms, sql` + `)}) / ${sql.lit(all)})`
}

/** Which parts of a customer's profile are filled. */
export async function filledParts(tx: Tx, customer: string): Promise<Filled> {
  const columns = completenessParts.map(
    (part) => sql`coalesce(${filledSql[part]}, false) as ${sql.ref(part)}`,
  )
  const { rows } = await sql<Filled>`
    select ${sql.join(columns)} from customer c where c.id = ${customer}`.execute(tx)
  const filled = rows[0]
  if (filled === undefined) throw new Error('no such customer to look at')
  return filled
}

/** The same for many customers in one statement. */
export async function filledPartsOf(tx: Tx, customers: readonly string[]): Promise<Map<string, Filled>> {
  const columns = completenessParts.map(
    (part) => sql`coalesce(${filledSql[part]}, false) as ${sql.ref(part)}`,
  )
  const { rows } = await sql<Filled & { id: string }>`
    select c.id, ${sql.join(columns)} from customer c
    where c.organization_id = app.organization() and c.id = any (${[...customers]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...filled }) => [id, filled]))
}

/**
 * Computes the score of these customers anew, and whether anybody is in charge, in one statement; answers whose changed.
 * Nothing else of the row does.
 */
export async function rescore(tx: Tx, customers: readonly string[], weights: Weights): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update customer u set completeness = s.score, has_person_in_charge = s.charged
    from (select c.organization_id, c.id, ${scoreSql(weights)} as score, ${filledSql['person-in-charge']} as charged
      from customer c where c.id = any (${[...customers]}::uuid[])) s
    where u.organization_id = s.organization_id and u.id = s.id
      and (u.completeness, u.has_person_in_charge) is distinct from (s.score, s.charged)
    returning u.id`.execute(tx)
  return rows.map(({ id }) => id)
}
