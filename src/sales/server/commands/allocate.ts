import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { takeBack } from '../../allocation.ts'
import type { Allocate, Allocated, TakeBack } from '../../schema/payments.ts'
import { allocate, allocationsOf } from '../queries/allocations.ts'
import { lockPayments } from '../queries/payments.ts'
import { lockReceivables } from '../queries/receivables.ts'
import { type MoneyWork, inMoney } from './in-money.ts'
import { type Source, settle } from './settle.ts'

type From = { paymentId?: string | undefined; creditId?: string | undefined }

/** The money that is to settle, locked; refused when it is void, cancelled or no money at all. */
async function sourceOf({ tx }: MoneyWork, { paymentId, creditId }: From): Promise<Source | Refusal> {
  if (paymentId !== undefined) {
    const [payment] = await lockPayments(tx, [paymentId])
    if (payment === undefined) return refuse('not-found')
    if (payment.voidedOn !== null) return refuse('payment-void', { rule: '5.3' })
    const { customerId, currency, amountMinor, usedMinor } = payment
    return { paymentId, creditId: null, customerId, currency, availableMinor: amountMinor - usedMinor }
  }
  const [credit] = await lockReceivables(tx, [creditId ?? ''])
  if (credit === undefined) return refuse('not-found')
  if (credit.amountMinor > 0 || creditId === undefined) return refuse('no-credit-note', { rule: '5.3' })
  if (credit.cancelledOn !== null) return refuse('already-cancelled')
  const { customerId, currency, amountMinor, settledMinor } = credit
  return { paymentId: null, creditId, customerId, currency, availableMinor: settledMinor - amountMinor }
}

/** Puts what is left of a payment or credit note on invoices: the oldest due first, or those named. */
export async function allocateMoney(
  services: Services,
  actor: Actor,
  { settles, ...from }: Allocate,
): Promise<Allocated | Refusal> {
  return await inMoney(services, actor, 'allocate-money', ['money.record'], async (in_) => {
    const source = await sourceOf(in_, from)
    if (isRefusal(source)) return source
    if (source.availableMinor <= 0) return refuse('nothing-left', { rule: '5.3' })
    const shares = await settle(in_, source, settles)
    if (isRefusal(shares)) return shares
    if (shares.length === 0) return refuse('nothing-open', { rule: '5.3' })
    const used = shares.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    return { shares, leftMinor: source.availableMinor - used }
  })
}

/** Takes money back from an invoice, all or a part: a new entry the other way round, nothing is edited. */
export async function takeMoneyBack(
  services: Services,
  actor: Actor,
  { receivableId, amountMinor, ...from }: TakeBack,
): Promise<Allocated | Refusal> {
  return await inMoney(services, actor, 'take-money-back', ['money.record'], async (in_) => {
    const ids = [receivableId, ...(from.creditId === undefined ? [] : [from.creditId])]
    const locked = await lockReceivables(in_.tx, ids)
    const invoice = locked.find(({ id }) => id === receivableId)
    if (invoice === undefined) return refuse('not-found')
    const source = await sourceOf(in_, from)
    if (isRefusal(source)) return source
    const made = (await allocationsOf(in_.tx, { receivables: [receivableId] })).find(
      ({ paymentId, creditId }) => paymentId === source.paymentId && creditId === source.creditId,
    )
    const back = takeBack(made?.amountMinor ?? 0, amountMinor)
    if (isRefusal(back)) return back
    const { customerId, paymentId, creditId } = source
    const entry = { customerId, receivableId, paymentId, creditId, amountMinor: -back }
    await allocate(in_.tx, in_.changes, [entry], { on: in_.facts.today, by: actor.personId })
    in_.touch(customerId)
    return { shares: [{ receivableId, amountMinor: -back }], leftMinor: source.availableMinor + back }
  })
}
