import { sql } from 'kysely'
import type { FactSource } from '../../../ownership/server/queries/facts.ts'

/**
 * What orders tell: whoever took one knows the customer, what the customer buys, and what is still to be delivered. Cancelled
 * orders tell nothing; what came back is taken off what was sold, but is nobody's visit. An index by customer and day
 * (sales_order_by_customer) holds all that is asked, and the lines are never read.
 */
export const orderFacts: FactSource = {
  name: 'orders',
  touches: sql`
    select o.customer_id, o.person_id, o.ordered_on as day, 'order'::text as kind
    from sales_order o where o.organization_id = app.organization() and o.person_id is not null
      and o.kind = 'sale' and o.cancelled_on is null`,
  activity: sql`
    select o.customer_id, o.ordered_on as day from sales_order o
    where o.organization_id = app.organization() and o.kind = 'sale' and o.cancelled_on is null`,
  openWork: sql`
    select o.customer_id, 'open-orders'::text as kind, 1::bigint as count, o.goods_minor as amount_minor,
      o.currency::text as currency
    from sales_order o where o.organization_id = app.organization() and o.delivered_on is null and o.cancelled_on is null`,
  sales: sql`
    select o.customer_id, o.person_id, o.ordered_on as day, o.goods_minor as amount_minor, o.currency::text as currency
    from sales_order o where o.organization_id = app.organization() and o.cancelled_on is null`,
}
