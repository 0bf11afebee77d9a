import type { DemoCompany } from './company.ts'
import { handInKey } from './life.ts'
import { handedInOn } from './money.ts'
import type { Dealings } from './order-rows.ts'
import type { Pack } from './pack.ts'
import type { DemoTable, Rows } from './rows.ts'
import { idOn } from './staff.ts'

/** Invoices of what was delivered, and their payments. After the orders' rows. */
export function moneyRows(
  company: string,
  pack: Pack,
  made: DemoCompany,
  part: readonly Dealings[],
): [DemoTable, Rows][] {
  const { chance, today } = made
  const dealt = part.flatMap(({ outlet, orders, life }) =>
    orders.flatMap((order, index) => {
      const { invoice = null, payment = null, deliveredOn = null } = life.dealings[index] ?? {}
      return invoice === null || deliveredOn === null
        ? []
        : [{ outlet, order, invoice, payment, deliveredOn }]
    }),
  )
  const paid = dealt.flatMap(({ payment, ...rest }) => (payment === null ? [] : [{ ...rest, payment }]))
  const receivables = dealt.map(({ outlet, order, invoice, payment, deliveredOn }) => ({
    organization_id: company,
    id: invoice.id,
    code: `F${order.code}`,
    customer_id: outlet.id,
    order_id: order.id,
    kind: 'invoice',
    issued_on: deliveredOn,
    due_on: invoice.dueOn,
    amount_minor: order.goodsMinor,
    currency: pack.currency,
    settled_minor: payment?.amountMinor ?? 0,
  }))
  const payments = paid.map(({ outlet, payment }) => {
    const handedIn = payment.collectedBy === null ? null : handedInOn(payment.paidOn, today)
    const key = handedIn === null ? '' : handInKey(payment.collectedBy ?? '', handedIn)
    return {
      organization_id: company,
      id: payment.id,
      customer_id: outlet.id,
      paid_on: payment.paidOn,
      amount_minor: payment.amountMinor,
      currency: pack.currency,
      method: payment.collectedBy === null ? 'transfer' : 'cash',
      collected_by: payment.collectedBy,
      hand_in_id: made.life.handIns.get(key)?.id ?? null,
      used_minor: payment.amountMinor,
    }
  })
  const allocations = paid.map(({ outlet, invoice, payment }) => ({
    organization_id: company,
    id: idOn(payment.paidOn, chance),
    customer_id: outlet.id,
    receivable_id: invoice.id,
    payment_id: payment.id,
    amount_minor: payment.amountMinor,
    allocated_on: payment.paidOn,
  }))
  return [
    ['receivable', receivables],
    ['payment', payments],
    ['allocation', allocations],
  ]
}
