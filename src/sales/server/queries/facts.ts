import { sql } from 'kysely'
import type { FactSource } from '../../../ownership/server/queries/facts.ts'

/** What orders tell: whoever took one knows the customer, and what the customer buys. Cheapest by customer and by day. */
export const orderFacts: FactSource = {
  name: 'orders',
  touches: sql`
    select o.customer_id, o.person_id, o.ordered_on as day, 'order'::text as kind
    from sales_order o where o.organization_id = app.organization() and o.person_id is not null`,
  activity: sql`
    select o.customer_id, o.ordered_on as day from sales_order o where o.organization_id = app.organization()`,
  sales: sql`
    select o.customer_id, o.person_id, o.ordered_on as day, l.total_minor as amount_minor, l.currency::text as currency
    from sales_order o
    join sales_order_line l on l.organization_id = o.organization_id and l.order_id = o.id
    where o.organization_id = app.organization()`,
}
