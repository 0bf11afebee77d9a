import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type PaymentRow = {
  id: string
  code: string | null
  customerId: string
  paidOn: string
  amountMinor: number
  usedMinor: number
  currency: string
  method: string
  collectedBy: string | null
  handInId: string | null
  voidedOn: string | null
  source: string
  recordedBy: string | null
  version: number
}
const shape = sql`p.id, p.code, p.customer_id as "customerId", p.paid_on as "paidOn", p.amount_minor as "amountMinor",
  p.used_minor as "usedMinor", p.currency::text as currency, p.method, p.collected_by as "collectedBy",
  p.hand_in_id as "handInId", p.voided_on as "voidedOn", p.source, p.recorded_by as "recordedBy", p.version`
const here = sql`p.organization_id = app.organization()`

/** Payments locked in the order of their ids; always after the receivables that they touch. */
export async function lockPayments(tx: Tx, ids: readonly string[]): Promise<PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    select ${shape} from payment p where ${here} and p.id = any (${[...ids]}::uuid[]) order by p.id for update`.execute(
    tx,
  )
  return rows
}

/** One by its id, without a lock; null when the asker sees none. */
export async function paymentBy(tx: Tx, id: string): Promise<PaymentRow | null> {
  const { rows } =
    await sql<PaymentRow>`select ${shape} from payment p where ${here} and p.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export type NewPaymentRow = {
  id: string
  code: string | null
  customerId: string
  paidOn: string
  amountMinor: number
  currency: string
  method: string
  collectedBy: string | null
  visitId: string | null
  note: string | null
  source: string
  awaits: readonly { code: string; minor: number | null }[] | null
}
/** Throws 23505 when a number is taken. */
export async function insertPayments(
  tx: Tx,
  payments: readonly NewPaymentRow[],
  by: string | null,
): Promise<void> {
  await sql`
    insert into payment (organization_id, id, code, customer_id, paid_on, amount_minor, currency, method, collected_by,
      visit_id, note, source, awaits, recorded_by)
    select app.organization(), p.id, p.code, p."customerId", p."paidOn", p."amountMinor", p.currency, p.method, p."collectedBy",
      p."visitId", p.note, p.source, p.awaits, ${by}
    from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb) as p (id uuid, code text, "customerId" uuid, "paidOn" date,
      "amountMinor" bigint, currency text, method text, "collectedBy" uuid, "visitId" uuid, note text, source text, awaits jsonb)`.execute(
    tx,
  )
}

/** A payment that bounced or never was: it settles nothing any more. */
export async function voidRow(
  tx: Tx,
  id: string,
  { on, reason, by }: { on: string; reason: string; by: string | null },
): Promise<void> {
  await sql`update payment set voided_on = ${on}, void_reason = ${reason}, voided_by = ${by}, awaits = null,
    version = version + 1, updated_at = now() where organization_id = app.organization() and id = ${id}`.execute(
    tx,
  )
}

/** Whether a visit to this customer has this id and is seen. */
export async function isVisitTo(tx: Tx, visit: string, customer: string): Promise<boolean> {
  const { rows } = await sql`select from visit where organization_id = app.organization() and id = ${visit}
    and customer_id = ${customer}`.execute(tx)
  return rows.length > 0
}
