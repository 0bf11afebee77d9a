import { sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { CustomerAccount, Receivable } from '../../schema/account.ts'
import type { Payment } from '../../schema/payments.ts'
import { debtorTable } from './debtors.ts'

const most = 201

/** A customer's invoices and credit notes, the oldest due first; without `all` only what is open. */
export async function itemsOf(tx: Tx, customer: string, all: boolean): Promise<Receivable[]> {
  const { rows } = await sql<Receivable>`
    select r.id, r.code, r.kind, r.order_id as "orderId", coalesce(o.code, r.order_code) as "orderCode", r.issued_on as "issuedOn",
      r.due_on as "dueOn", r.amount_minor as "amountMinor", r.settled_minor as "settledMinor", r.currency::text as currency,
      r.note, r.cancelled_on as "cancelledOn", r.cancel_reason as "cancelReason", r.disputed_on as "disputedOn",
      r.dispute_note as "disputeNote"
    from receivable r left join sales_order o on o.organization_id = r.organization_id and o.id = r.order_id
    where r.organization_id = app.organization() and r.customer_id = ${customer}
      and (${all} or (r.cancelled_on is null and r.settled_minor <> r.amount_minor))
    order by ${all ? sql`r.issued_on desc, r.code desc` : sql`r.due_on, r.issued_on, r.code`} limit ${most}`.execute(
    tx,
  )
  return rows
}

/** Payments of a customer, the newest first (without `all` only those with money left), or one by its id. */
export async function paymentsOf(
  tx: Tx,
  actor: Actor,
  which: { customer: string; all: boolean } | { id: string },
): Promise<Payment[]> {
  const mine =
    'id' in which
      ? sql`p.id = ${which.id}`
      : sql`p.customer_id = ${which.customer} and (${which.all} or (p.voided_on is null and p.used_minor < p.amount_minor)
          or p.paid_on > app.today() - 90)`
  const { rows } = await sql<Payment>`
    select p.id, p.code, jsonb_build_object('id', p.customer_id, 'code', c.code, 'name', c.name) as customer,
      p.paid_on as "paidOn", p.amount_minor as "amountMinor", p.currency::text as currency, p.method,
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'colour', b.colour) end as "collectedBy",
      p.hand_in_id as "handInId", p.used_minor as "usedMinor", p.note, p.voided_on as "voidedOn", p.void_reason as "voidReason",
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'dueOn', r.due_on,
          'amountMinor', a.minor, 'openMinor', r.amount_minor - r.settled_minor) order by r.due_on, r.code)
        from (select receivable_id, sum(amount_minor)::bigint as minor from allocation
          where organization_id = p.organization_id and payment_id = p.id group by 1 having sum(amount_minor) <> 0) a
        join receivable r on r.organization_id = p.organization_id and r.id = a.receivable_id), '[]') as settles,
      p.version
    from payment p left join ${debtorTable(actor)} c on c.id = p.customer_id
    left join person b on b.organization_id = p.organization_id and b.id = p.collected_by
    where p.organization_id = app.organization() and ${mine} order by p.paid_on desc, p.id desc limit ${most}`.execute(
    tx,
  )
  return rows
}

/** What a customer owes by currency, by how late it is, with the money that settles nothing yet. */
export async function balancesOf(
  tx: Tx,
  customer: string,
  today: string,
): Promise<CustomerAccount['balances']> {
  const late = sql`(${today}::date - r.due_on)`
  const open = sql`r.amount_minor - r.settled_minor`
  const { rows } = await sql<CustomerAccount['balances'][number]>`
    select coalesce(i.currency, w.currency)::text as currency, coalesce(i."notDue", 0) as "notDue", coalesce(i."upTo30", 0) as "upTo30",
      coalesce(i."upTo60", 0) as "upTo60", coalesce(i."upTo90", 0) as "upTo90", coalesce(i."over90", 0) as "over90",
      coalesce(i.open, 0) as open, coalesce(w.unused, 0) as unused
    from (select r.currency, coalesce(sum(${open}) filter (where ${late} <= 0), 0)::bigint as "notDue",
        coalesce(sum(${open}) filter (where ${late} between 1 and 30), 0)::bigint as "upTo30",
        coalesce(sum(${open}) filter (where ${late} between 31 and 60), 0)::bigint as "upTo60",
        coalesce(sum(${open}) filter (where ${late} between 61 and 90), 0)::bigint as "upTo90",
        coalesce(sum(${open}) filter (where ${late} > 90), 0)::bigint as "over90", sum(${open})::bigint as open
      from receivable r where r.organization_id = app.organization() and r.customer_id = ${customer}
        and r.cancelled_on is null and r.settled_minor <> r.amount_minor group by 1) i
    full join (select p.currency, sum(p.amount_minor - p.used_minor)::bigint as unused from payment p
      where p.organization_id = app.organization() and p.customer_id = ${customer} and p.voided_on is null
        and p.used_minor < p.amount_minor group by 1) w on w.currency = i.currency
    order by 1`.execute(tx)
  return rows
}

type Movement = {
  currency: string
  day: string
  kind: 'invoice' | 'credit-note' | 'opening' | 'payment'
  code: string | null
  dueOn: string | null
  amountMinor: number
}
/** Everything that a customer's debt is made of up to a day, in its order; cancelled and voided things left out. */
export async function movementsOf(tx: Tx, customer: string, to: string): Promise<Movement[]> {
  const { rows } = await sql<Movement>`
    select r.currency::text as currency, r.issued_on as day, r.kind, r.code, r.due_on as "dueOn", r.amount_minor as "amountMinor", 0 as place
    from receivable r where r.organization_id = app.organization() and r.customer_id = ${customer} and r.cancelled_on is null
      and r.issued_on <= ${to}::date
    union all
    select p.currency::text, p.paid_on, 'payment', p.code, null, -p.amount_minor, 1
    from payment p where p.organization_id = app.organization() and p.customer_id = ${customer} and p.voided_on is null
      and p.paid_on <= ${to}::date
    order by 1, 2, 7, 4`.execute(tx)
  return rows
}
