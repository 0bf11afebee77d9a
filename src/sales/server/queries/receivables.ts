import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Debt } from '../../allocation.ts'

export type ReceivableRow = {
  id: string
  code: string
  customerId: string
  orderId: string | null
  kind: 'invoice' | 'credit-note' | 'opening'
  issuedOn: string
  dueOn: string
  amountMinor: number
  settledMinor: number
  currency: string
  source: string
  cancelledOn: string | null
  disputedOn: string | null
  version: number
}
const shape = sql`r.id, r.code, r.customer_id as "customerId", r.order_id as "orderId", r.kind, r.issued_on as "issuedOn",
  r.due_on as "dueOn", r.amount_minor as "amountMinor", r.settled_minor as "settledMinor", r.currency::text as currency, r.source,
  r.cancelled_on as "cancelledOn", r.disputed_on as "disputedOn", r.version`
const here = sql`r.organization_id = app.organization()`

/** Receivables locked in the order of their ids, so that two at once wait for each other and settle nothing twice. */
export async function lockReceivables(tx: Tx, ids: readonly string[]): Promise<ReceivableRow[]> {
  const { rows } = await sql<ReceivableRow>`
    select ${shape} from receivable r where ${here} and r.id = any (${[...ids]}::uuid[]) order by r.id for update`.execute(
    tx,
  )
  return rows
}

/** The open invoices of a customer in a currency, locked. */
export async function lockDebts(tx: Tx, customer: string, currency: string): Promise<Debt[]> {
  const { rows } = await sql<Debt>`
    select r.id, r.code, r.due_on as "dueOn", r.issued_on as "issuedOn", r.amount_minor - r.settled_minor as "openMinor"
    from receivable r where ${here} and r.customer_id = ${customer} and r.currency = ${currency} and r.amount_minor > 0
      and r.cancelled_on is null and r.settled_minor < r.amount_minor order by r.id for update`.execute(tx)
  return rows.filter(({ openMinor }) => openMinor > 0)
}

/** One by its id or its number, without a lock. */
export async function receivableBy(
  tx: Tx,
  by: { id: string } | { code: string },
): Promise<ReceivableRow | null> {
  const which = 'id' in by ? sql`r.id = ${by.id}` : sql`r.code = ${by.code}`
  const { rows } =
    await sql<ReceivableRow>`select ${shape} from receivable r where ${here} and ${which}`.execute(tx)
  return rows[0] ?? null
}

export type NewReceivableRow = {
  id: string
  code: string
  customerId: string
  orderId: string | null
  orderCode: string | null
  kind: string
  issuedOn: string
  dueOn: string
  amountMinor: number
  currency: string
  note: string | null
  source: string
}
/** Throws 23505 when a number is taken. */
export async function insertReceivables(
  tx: Tx,
  receivables: readonly NewReceivableRow[],
  by: string | null,
): Promise<void> {
  await sql`
    insert into receivable (organization_id, id, code, customer_id, order_id, order_code, kind, issued_on, due_on,
      amount_minor, currency, note, source, recorded_by)
    select app.organization(), r.id, r.code, r."customerId", r."orderId", r."orderCode", r.kind, r."issuedOn", r."dueOn",
      r."amountMinor", r.currency, r.note, r.source, ${by}
    from jsonb_to_recordset(${JSON.stringify(receivables)}::jsonb) as r (id uuid, code text, "customerId" uuid, "orderId" uuid,
      "orderCode" text, kind text, "issuedOn" date, "dueOn" date, "amountMinor" bigint, currency text, note text, source text)`.execute(
    tx,
  )
}

export async function cancelRow(
  tx: Tx,
  id: string,
  { on, reason, by }: { on: string; reason: string; by: string | null },
): Promise<void> {
  await sql`update receivable set cancelled_on = ${on}, cancel_reason = ${reason}, cancelled_by = ${by},
    version = version + 1, updated_at = now() where organization_id = app.organization() and id = ${id}`.execute(
    tx,
  )
}

/** `on` null: it isn't disputed any more; what was said about it stays. */
export async function disputeRow(
  tx: Tx,
  id: string,
  { on, note, by }: { on: string | null; note: string | null; by: string | null },
): Promise<void> {
  await sql`update receivable set disputed_on = ${on}, dispute_note = coalesce(${note}, dispute_note), disputed_by = ${by},
    version = version + 1, updated_at = now() where organization_id = app.organization() and id = ${id}`.execute(
    tx,
  )
}

export type OrderToInvoice = {
  id: string
  code: string
  customerId: string
  kind: 'sale' | 'return'
  currency: string
  totalMinor: number
  invoicedMinor: number
  orderedOn: string
  cancelledOn: string | null
}
/** An order, locked, with what it comes to (goods, freight, tax) and what of it was invoiced already. */
export async function lockOrder(tx: Tx, id: string): Promise<OrderToInvoice | null> {
  const { rows } = await sql<Omit<OrderToInvoice, 'invoicedMinor'>>`
    select o.id, o.code, o.customer_id as "customerId", o.kind, o.currency::text as currency, o.ordered_on as "orderedOn",
      o.goods_minor + coalesce(o.freight_minor, 0) + o.tax_minor as "totalMinor", o.cancelled_on as "cancelledOn"
    from sales_order o where o.organization_id = app.organization() and o.id = ${id} for update`.execute(tx)
  const order = rows[0]
  if (order === undefined) return null
  // In a statement of its own: what was invoiced while this waited for the lock counts.
  const { rows: invoiced } = await sql<{ minor: number }>`
    select coalesce(sum(amount_minor), 0)::bigint as minor from receivable
    where organization_id = app.organization() and order_id = ${id} and cancelled_on is null`.execute(tx)
  return { ...order, invoicedMinor: invoiced[0]?.minor ?? 0 }
}
