import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { InvoiceOrder, NewReceivable, ReceivableSaved } from '../../schema/receivables.ts'
import { insertReceivables, lockOrder, receivableBy } from '../queries/receivables.ts'
import { type MoneyWork, inMoney, liveDebtor, numberTaken } from './in-money.ts'

/** Where a customer has no payment days of its own: due at once. */
const dueAfter = (issuedOn: string, paymentDays: number | null) => addDays(issuedOn as Day, paymentDays ?? 0)

type Recording = {
  id: string
  code: string
  customerId: string
  orderId: string | null
  kind: 'invoice' | 'credit-note' | 'opening'
  issuedOn: string
  dueOn: string
  amountMinor: number
  currency: string
  note: string | null
}
async function record(in_: MoneyWork, one: Recording): Promise<ReceivableSaved | Refusal> {
  if (one.dueOn < one.issuedOn && one.kind !== 'opening') return refuse('due-before-issued', { rule: '5.3' })
  await insertReceivables(in_.tx, [{ ...one, orderCode: null, source: '' }], in_.actor.personId)
  in_.changes.add('receivable', one.id, one.customerId)
  in_.touch(one.customerId)
  const { id, code, amountMinor, currency, dueOn } = one
  return { id, code, amountMinor, currency, dueOn: dueOn as Day }
}

/** Records an invoice, a credit note or an opening balance by hand; due by the customer's payment days unless told. */
export async function recordReceivable(
  services: Services,
  actor: Actor,
  input: NewReceivable,
): Promise<ReceivableSaved | Refusal> {
  const work = inMoney(services, actor, 'record-receivable', ['money.record'], async (in_) => {
    const id = input.id ?? newId()
    const before = await receivableBy(in_.tx, { id })
    if (before !== null)
      return before.customerId === input.customerId && before.code === input.code
        ? { ...before, dueOn: before.dueOn as Day }
        : refuse('id-taken')
    const debtor = await liveDebtor(in_, input.customerId)
    if (isRefusal(debtor)) return debtor
    const issuedOn = input.issuedOn ?? in_.facts.today
    return await record(in_, {
      id,
      code: input.code,
      customerId: input.customerId,
      orderId: null,
      kind: input.kind,
      issuedOn,
      dueOn: input.dueOn ?? dueAfter(issuedOn, input.kind === 'credit-note' ? 0 : debtor.paymentDays),
      amountMinor: input.kind === 'credit-note' ? -input.amountMinor : input.amountMinor,
      currency: input.currency ?? in_.facts.currency,
      note: input.note === undefined || input.note === '' ? null : input.note,
    })
  })
  return await work.catch((error: unknown) => numberTaken(error, input.code))
}

/**
 * Invoices what of an order isn't invoiced yet: goods, freight and tax (rule 5.1); a return gets a credit note. Refused when
 * nothing is left or the order is cancelled.
 */
export async function invoiceOrder(
  services: Services,
  actor: Actor,
  orderId: string,
  input: InvoiceOrder,
): Promise<ReceivableSaved | Refusal> {
  const tried = { code: input.code ?? '' }
  const work = inMoney(services, actor, 'invoice-order', ['money.record'], async (in_) => {
    const order = await lockOrder(in_.tx, orderId)
    if (order === null) return refuse('not-found')
    if (order.cancelledOn !== null) return refuse('order-cancelled', { rule: '5.1' })
    const left = order.totalMinor - order.invoicedMinor
    const isCredit = order.kind === 'return'
    if (isCredit ? left >= 0 : left <= 0)
      return refuse('already-invoiced', { rule: '5.1', facts: { code: order.code } })
    const debtor = await liveDebtor(in_, order.customerId)
    if (isRefusal(debtor)) return debtor
    const issuedOn = input.issuedOn ?? in_.facts.today
    tried.code = input.code ?? order.code
    return await record(in_, {
      id: newId(),
      code: tried.code,
      customerId: order.customerId,
      orderId,
      kind: isCredit ? 'credit-note' : 'invoice',
      issuedOn,
      dueOn: input.dueOn ?? dueAfter(issuedOn, isCredit ? 0 : debtor.paymentDays),
      amountMinor: left,
      currency: order.currency,
      note: null,
    })
  })
  return await work.catch((error: unknown) => numberTaken(error, tried.code))
}
