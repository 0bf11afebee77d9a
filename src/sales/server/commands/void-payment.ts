import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { allocate, allocationsOf } from '../queries/allocations.ts'
import { lockPayments, paymentBy, voidRow } from '../queries/payments.ts'
import { lockReceivables } from '../queries/receivables.ts'
import { inMoney } from './in-money.ts'
import { tellOfVoid } from './tell-of-money.ts'

/**
 * A payment that bounced or never was: what it settled is open again, and whom it concerns is told. Only whoever records the
 * company's money may, so that nobody makes what they collected disappear.
 */
export async function voidPayment(
  services: Services,
  actor: Actor,
  id: string,
  reason: string,
): Promise<{ id: string } | Refusal> {
  return await inMoney(services, actor, 'void-payment', ['money.record'], async (in_) => {
    const { tx, changes, facts } = in_
    if ((await paymentBy(tx, id)) === null) return refuse('not-found')
    const before = await allocationsOf(tx, { payments: [id] })
    await lockReceivables(
      tx,
      before.map(({ receivableId }) => receivableId),
    )
    const [payment] = await lockPayments(tx, [id])
    if (payment === undefined) return refuse('not-found')
    if (payment.voidedOn !== null) return refuse('payment-void', { rule: '5.3' })
    const back = (await allocationsOf(tx, { payments: [id] })).map((one) => ({
      ...one,
      amountMinor: -one.amountMinor,
    }))
    await allocate(tx, changes, back, { on: facts.today, by: actor.personId })
    await voidRow(tx, id, { on: facts.today, reason, by: actor.personId })
    changes.add('payment', id, payment.customerId)
    in_.touch(payment.customerId)
    await tellOfVoid(in_, actor.personId, payment)
    return { id }
  })
}
