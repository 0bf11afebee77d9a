import { sql } from 'kysely'
import type { FactSource } from '../../../ownership/server/queries/facts.ts'

/** What money tells: open items move with the customer, and whoever collected there knows the customer (rules 2.5 and 2.6). */
export const moneyFacts: FactSource = {
  name: 'money',
  touches: sql`
    select p.customer_id, p.collected_by as person_id, p.paid_on as day, 'collection'::text as kind
    from payment p where p.organization_id = app.organization() and p.collected_by is not null and p.voided_on is null`,
  openWork: sql`
    select r.customer_id, 'receivables'::text as kind, 1::bigint as count, r.amount_minor - r.settled_minor as amount_minor,
      r.currency::text as currency
    from receivable r where r.organization_id = app.organization() and r.cancelled_on is null
      and r.settled_minor <> r.amount_minor`,
}
