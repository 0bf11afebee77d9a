import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { refuseNetting } from '../../netting.ts'
import type { NewPayment } from '../../schema/payments.ts'
import { insertPayments, isVisitTo, paymentBy } from '../queries/payments.ts'
import { type MoneyWork, inMoney, liveDebtor, numberTaken } from './in-money.ts'
import { settle } from './settle.ts'

/**
 * Records money that came in (rule 5.3): to the company, or taken by somebody of ours, who then has it until it is handed
 * in. It settles the oldest due first unless told. Wages are no money of a customer's (rule 5.4).
 */
export async function recordPayment(
  services: Services,
  actor: Actor,
  input: NewPayment,
): Promise<{ id: string } | Refusal> {
  const needs = ['money.record', 'money.collect'] as const
  const work = inMoney(services, actor, 'record-payment', needs, async (in_) => {
    const { method } = input
    if (method === 'wages') return refuseNetting('debt-with-wages', in_.facts.country)
    const id = input.id ?? newId()
    const before = await paymentBy(in_.tx, id)
    if (before !== null)
      return before.customerId === input.customerId && before.amountMinor === input.amountMinor
        ? { id }
        : refuse('id-taken')
    const debtor = await liveDebtor(in_, input.customerId)
    if (isRefusal(debtor)) return debtor
    const collectedBy = whoTook(actor, input)
    if (isRefusal(collectedBy)) return collectedBy
    const paidOn = input.paidOn ?? in_.facts.today
    if (paidOn > in_.facts.today) return refuse('not-yet', { rule: '5.3', facts: { day: paidOn } })
    return await take(in_, id, input, { method, paidOn, collectedBy })
  })
  return await work.catch((error: unknown) => numberTaken(error, input.code ?? ''))
}

/** Who has the money now: nobody of ours when it came to the company; others than oneself only for whoever records money or leads them. */
function whoTook({ may, personId, people }: Actor, input: NewPayment): string | null | Refusal {
  const mayRecord = may.includes('money.record')
  const collected = input.collected ?? (input.collectedBy !== undefined || !mayRecord)
  if (!collected) return mayRecord ? null : refuse('not-allowed')
  const by = input.collectedBy ?? personId
  if (by === null) return refuse('collector-needed', { rule: '5.3' })
  return mayRecord || people.includes(by) ? by : refuse('not-allowed')
}

type Taken = { method: string; paidOn: string; collectedBy: string | null }

async function take(
  in_: MoneyWork,
  id: string,
  input: NewPayment,
  { method, paidOn, collectedBy }: Taken,
): Promise<{ id: string } | Refusal> {
  const { tx, changes, facts, actor } = in_
  const { customerId, amountMinor } = input
  if (input.visitId !== undefined && !(await isVisitTo(tx, input.visitId, customerId)))
    return refuse('no-such-visit')
  const currency = input.currency ?? facts.currency
  const row = { id, customerId, paidOn, amountMinor, currency, method, collectedBy, source: '', awaits: null }
  const more = { code: input.code ?? null, visitId: input.visitId ?? null, note: input.note || null }
  await insertPayments(tx, [{ ...row, ...more }], actor.personId)
  changes.add('payment', id, customerId)
  in_.touch(customerId)
  const source = { paymentId: id, creditId: null, customerId, currency, availableMinor: amountMinor }
  const shares = await settle(in_, source, input.settles ?? 'oldest')
  if (isRefusal(shares)) return shares
  await emit(tx, 'payment.recorded', {
    paymentId: id,
    customerId,
    amountMinor,
    currency,
    method,
    collectedBy,
    settles: shares.map(({ receivableId, amountMinor: minor }) => ({ receivableId, amountMinor: minor })),
  })
  return { id }
}
