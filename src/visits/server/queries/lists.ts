import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { VisitInBrief } from '../../schema/visit.ts'
import { visitsWhere } from './visit.ts'

const mostOfDays = 2000

/** A person's visits of some days, also as a companion, in the order in which they are or were made. Cancelled ones stay away. */
export async function visitsOfPerson(
  tx: Tx,
  person: string,
  { from, to }: { from: string; to: string },
): Promise<VisitInBrief[]> {
  return await visitsWhere(
    tx,
    sql`v.cancelled_at is null and coalesce(v.visited_on, v.planned_on) between ${from}::date and ${to}::date
      and (v.person_id = ${person} or v.id in (select k.visit_id from visit_companion k
        where k.organization_id = app.organization() and k.person_id = ${person}))`,
    sql`coalesce(v.visited_on, v.planned_on), v.checked_in_at nulls last, v.position nulls last, v.planned_at nulls last, lower(c.name), v.id`,
    mostOfDays,
  )
}

/** The visits of a customer, the latest first; planned ones that nobody made by their day stay among them. */
export async function visitsOfCustomer(tx: Tx, customer: string, limit: number): Promise<VisitInBrief[]> {
  return await visitsWhere(
    tx,
    sql`v.customer_id = ${customer}`,
    sql`coalesce(v.visited_on, v.planned_on) desc, v.id desc`,
    limit,
  )
}

/** The last visit made at a customer, and the next one planned from today on. */
export async function lastAndNext(
  tx: Tx,
  customer: string,
): Promise<{ last: VisitInBrief | null; next: VisitInBrief | null }> {
  const [last = null] = await visitsWhere(
    tx,
    sql`v.customer_id = ${customer} and v.visited_on is not null`,
    sql`v.visited_on desc, v.id desc`,
    1,
  )
  const [next = null] = await visitsWhere(
    tx,
    sql`v.customer_id = ${customer} and v.visited_on is null and v.cancelled_at is null and v.planned_on >= app.today()`,
    sql`v.planned_on, v.planned_at nulls last, v.id`,
    1,
  )
  return { last, next }
}
