import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { ReceivableRow } from './receivables.ts'
import type { PaymentRow } from './payments.ts'

type KnownReceivable = ReceivableRow & {
  toldAt: string | null
  orderCode: string | null
  note: string | null
}
const utc = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** Receivables with these numbers, locked. */
export async function lockReceivablesOf(
  tx: Tx,
  numbers: readonly string[],
): Promise<Map<string, KnownReceivable>> {
  const { rows } = await sql<KnownReceivable>`
    select r.id, r.code, r.customer_id as "customerId", r.order_id as "orderId", r.order_code as "orderCode", r.kind, r.note,
      r.issued_on as "issuedOn", r.due_on as "dueOn", r.amount_minor as "amountMinor", r.settled_minor as "settledMinor",
      r.currency::text as currency, r.source, r.cancelled_on as "cancelledOn", r.disputed_on as "disputedOn", r.version,
      ${utc('r.told_at')} as "toldAt"
    from receivable r where r.organization_id = app.organization() and r.code = any (${[...numbers]}::text[])
    order by r.id for update`.execute(tx)
  return new Map(rows.map((row) => [row.code, row]))
}

type KnownPayment = PaymentRow & { toldAt: string | null; note: string | null }
/** Payments with these numbers, locked. */
export async function lockPaymentsOf(tx: Tx, numbers: readonly string[]): Promise<Map<string, KnownPayment>> {
  const { rows } = await sql<KnownPayment>`
    select p.id, p.code, p.customer_id as "customerId", p.paid_on as "paidOn", p.amount_minor as "amountMinor",
      p.used_minor as "usedMinor", p.currency::text as currency, p.method, p.collected_by as "collectedBy", p.note,
      p.hand_in_id as "handInId", p.voided_on as "voidedOn", p.source, p.recorded_by as "recordedBy", p.version,
      ${utc('p.told_at')} as "toldAt"
    from payment p where p.organization_id = app.organization() and p.code = any (${[...numbers]}::text[])
    order by p.id for update`.execute(tx)
  return new Map(rows.map((row) => [row.code ?? '', row]))
}

export async function ordersOfCodes(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; code: string }>`select id, code from sales_order
    where organization_id = app.organization() and code = any (${[...codes]}::text[])`.execute(tx)
  return new Map(rows.map(({ id, code }) => [code, id]))
}

export type NewVersion = { id: string; table: 'receivable' | 'payment'; source: string }
/** Keeps how these stood before they are changed. */
export async function keepVersions(
  tx: Tx,
  versions: readonly NewVersion[],
  by: string | null,
): Promise<void> {
  for (const table of ['receivable', 'payment'] as const) {
    const of = versions.filter((one) => one.table === table)
    if (of.length === 0) continue
    await sql`
      insert into money_version (organization_id, id, customer_id, ${sql.raw(`${table}_id`)}, version, was, source, replaced_by)
      select app.organization(), app.new_id(), t.customer_id, t.id, t.version, to_jsonb(t), n.source, ${by}
      from jsonb_to_recordset(${JSON.stringify(of)}::jsonb) as n (id uuid, source text)
      join ${sql.table(table)} t on t.organization_id = app.organization() and t.id = n.id`.execute(tx)
  }
}

export type CorrectedReceivable = {
  id: string
  orderId: string | null
  orderCode: string | null
  issuedOn: string
  dueOn: string
  amountMinor: number
  cancelledOn: string | null
  note: string | null
  toldAt: string
}
export async function correctReceivables(tx: Tx, rows: readonly CorrectedReceivable[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update receivable r set order_id = n."orderId", order_code = n."orderCode", issued_on = n."issuedOn", due_on = n."dueOn",
      amount_minor = n."amountMinor", cancelled_on = n."cancelledOn", note = n.note, told_at = n."toldAt",
      version = r.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "orderId" uuid, "orderCode" text, "issuedOn" date,
      "dueOn" date, "amountMinor" bigint, "cancelledOn" date, note text, "toldAt" timestamptz)
    where r.organization_id = app.organization() and r.id = n.id`.execute(tx)
}

export type CorrectedPayment = {
  id: string
  paidOn: string
  amountMinor: number
  method: string
  voidedOn: string | null
  note: string | null
  awaits: readonly { code: string; minor: number | null }[] | null
  toldAt: string
}
export async function correctPayments(tx: Tx, rows: readonly CorrectedPayment[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update payment p set paid_on = n."paidOn", amount_minor = n."amountMinor", method = n.method, voided_on = n."voidedOn",
      note = n.note, awaits = n.awaits, told_at = n."toldAt", version = p.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "paidOn" date, "amountMinor" bigint, method text,
      "voidedOn" date, note text, awaits jsonb, "toldAt" timestamptz)
    where p.organization_id = app.organization() and p.id = n.id`.execute(tx)
}

export async function setToldAt(
  tx: Tx,
  table: 'receivable' | 'payment',
  rows: readonly { id: string; toldAt: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`update ${sql.table(table)} t set told_at = n."toldAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, "toldAt" timestamptz)
    where t.organization_id = app.organization() and t.id = n.id`.execute(tx)
}

export type OpenDebt = {
  id: string
  code: string
  customerId: string
  currency: string
  dueOn: string
  issuedOn: string
  openMinor: number
}
/** The open invoices of these customers, locked. */
export async function lockDebtsOf(tx: Tx, customers: readonly string[]): Promise<OpenDebt[]> {
  const { rows } = await sql<OpenDebt>`
    select r.id, r.code, r.customer_id as "customerId", r.currency::text as currency, r.due_on as "dueOn", r.issued_on as "issuedOn",
      r.amount_minor - r.settled_minor as "openMinor"
    from receivable r where r.organization_id = app.organization() and r.customer_id = any (${[...customers]}::uuid[])
      and r.amount_minor > 0 and r.cancelled_on is null and r.settled_minor < r.amount_minor order by r.id for update`.execute(
    tx,
  )
  return rows
}

export type Waiting = {
  id: string
  customerId: string
  currency: string
  leftMinor: number
  awaits: readonly { code: string; minor: number | null }[]
}
/** Payments of these customers that wait for invoices, locked. */
export async function lockWaiting(tx: Tx, customers: readonly string[]): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select p.id, p.customer_id as "customerId", p.currency::text as currency, p.amount_minor - p.used_minor as "leftMinor", p.awaits
    from payment p where p.organization_id = app.organization() and p.customer_id = any (${[...customers]}::uuid[])
      and p.awaits is not null and p.voided_on is null order by p.id for update`.execute(tx)
  return rows
}

export async function setAwaits(
  tx: Tx,
  rows: readonly { id: string; awaits: readonly { code: string; minor: number | null }[] | null }[],
): Promise<void> {
  await sql`update payment p set awaits = n.awaits from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, awaits jsonb)
    where p.organization_id = app.organization() and p.id = n.id`.execute(tx)
}
