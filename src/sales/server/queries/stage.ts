import { type RawBuilder, sql } from 'kysely'
import type { OrderStage } from '../../order.ts'

/** Joined to `sales_order o`: of its invoices and credit notes that were not cancelled, how many there are and whether all are settled. */
export const invoicedOf = sql`left join lateral (
    select count(*)::int as receivables, bool_and(r.settled_minor = r.amount_minor) as settled from receivable r
    where r.organization_id = o.organization_id and r.order_id = o.id and r.cancelled_on is null
  ) invoiced on true`

/** The stage as `stageOf` derives it, of `sales_order o` with `invoicedOf`. */
export const stage = sql<OrderStage>`case when o.cancelled_on is not null then 'cancelled'
  when invoiced.receivables > 0 then case when invoiced.settled then 'paid' else 'invoiced' end
  when o.delivered_on is not null then 'delivered' else 'ordered' end`

const someInvoice = sql`exists (select from receivable r
  where r.organization_id = o.organization_id and r.order_id = o.id and r.cancelled_on is null)`
const someUnsettled = sql`exists (select from receivable r where r.organization_id = o.organization_id
  and r.order_id = o.id and r.cancelled_on is null and r.settled_minor <> r.amount_minor)`
const conditions: Readonly<Record<OrderStage, RawBuilder<unknown>>> = {
  cancelled: sql`o.cancelled_on is not null`,
  paid: sql`(o.cancelled_on is null and ${someInvoice} and not ${someUnsettled})`,
  invoiced: sql`(o.cancelled_on is null and ${someUnsettled})`,
  delivered: sql`(o.cancelled_on is null and o.delivered_on is not null and not ${someInvoice})`,
  ordered: sql`(o.cancelled_on is null and o.delivered_on is null and not ${someInvoice})`,
}

/** Whether an order stands in one of these stages; asks the invoices only where the stage needs it. */
export function inStages(stages: readonly OrderStage[]): RawBuilder<unknown> {
  return sql`(${sql.join(
    stages.map((one) => conditions[one]),
    sql` or `,
  )})`
}
