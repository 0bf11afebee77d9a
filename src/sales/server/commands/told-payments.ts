import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { type ToldAnswers, ToldPayment } from '../../schema/money-batches.ts'
import { type Paying, settleTold } from '../../settle-told.ts'
import { isLater, lastWords } from '../../told.ts'
import { allocate, allocationsOf } from '../queries/allocations.ts'
import { debtorsOfCodes } from '../queries/debtors.ts'
import { insertPayments } from '../queries/payments.ts'
import {
  correctPayments,
  keepVersions,
  lockDebtsOf,
  lockPaymentsOf,
  setAwaits,
  setToldAt,
} from '../queries/told.ts'
import { type MoneyWork, inMoney } from './in-money.ts'
import { type Answer, answersOf, readTold, rejected } from './told-answers.ts'

type Row = {
  id: string
  customerId: string
  currency: string
  paidOn: string
  amountMinor: number
  method: string
  voidedOn: string | null
  note: string | null
  toldAt: string
  code: string
  settles: Paying['settles']
}

/**
 * Payments as another system tells of them, each judged on its own and known by number. They settle what they name, also
 * invoices still to come, or the oldest due first; a correction keeps how it stood and settles anew.
 */
export async function tellPayments(
  services: Services,
  actor: Actor,
  { source, payments }: { source: string; payments: readonly unknown[] },
): Promise<ToldAnswers | Refusal> {
  return await inMoney(services, actor, 'tell-payments', ['money.record'], async (in_) => {
    const { told, answers } = readTold(ToldPayment, payments)
    const hold = lastWords(told)
    const sure = told.filter((one) => one !== null)
    const debtors = await debtorsOfCodes(
      in_.tx,
      actor,
      sure.map(({ customer }) => customer),
    )
    // Invoices before payments, as everywhere.
    const debts = await lockDebtsOf(
      in_.tx,
      [...debtors.values()].map(({ id }) => id),
    )
    const known = await lockPaymentsOf(
      in_.tx,
      sure.map(({ number }) => number),
    )
    const [fresh, corrected]: [Row[], Row[]] = [[], []]
    for (const [at, one] of told.entries()) {
      if (one === null) continue
      const before = known.get(one.number)
      const debtor = debtors.get(one.customer)
      const currency = one.currency ?? before?.currency ?? in_.facts.currency
      const say = (answer: Answer) => void (answers[at] = answer)
      if (!hold.has(at) || (before !== undefined && !isLater(one.changedAt, before.toldAt)))
        say({
          number: one.number,
          outcome: before?.toldAt === one.changedAt ? 'unchanged' : 'stale',
          id: before?.id ?? null,
        })
      else if (debtor === undefined) say(rejected(one.number, 'customer', 'is no customer here'))
      else if (before !== undefined && (before.customerId !== debtor.id || before.currency !== currency))
        say(rejected(one.number, 'number', 'is another customer’s or currency’s already'))
      else if (before?.handInId != null)
        say(rejected(one.number, 'number', 'was collected and handed in: void it instead'))
      else {
        const id = before?.id ?? newId()
        const settles = one.settles ?? 'oldest'
        ;(before === undefined ? fresh : corrected).push({
          id,
          customerId: debtor.id,
          currency,
          paidOn: one.paidOn,
          amountMinor: one.amountMinor,
          method: one.method ?? before?.method ?? 'transfer',
          voidedOn: one.voidedOn ?? null,
          note: one.note ?? null,
          toldAt: one.changedAt,
          code: one.number,
          settles:
            typeof settles === 'string'
              ? settles
              : settles.map(({ invoice, amountMinor }) => ({ code: invoice, minor: amountMinor ?? null })),
        })
        say({ number: one.number, outcome: before === undefined ? 'created' : 'updated', id })
      }
    }
    await write(in_, source, { fresh, corrected, debts })
    return answersOf(answers)
  })
}

type Written = {
  fresh: readonly Row[]
  corrected: readonly Row[]
  debts: Awaited<ReturnType<typeof lockDebtsOf>>
}

async function write(in_: MoneyWork, source: string, { fresh, corrected, debts }: Written): Promise<void> {
  const { tx, changes, facts, actor } = in_
  const when = { on: facts.today, by: actor.personId }
  const before = await allocationsOf(tx, { payments: corrected.map(({ id }) => id) })
  await keepVersions(
    tx,
    corrected.map(({ id }) => ({ id, table: 'payment', source })),
    actor.personId,
  )
  await allocate(
    tx,
    changes,
    before.map((one) => ({ ...one, amountMinor: -one.amountMinor })),
    when,
  )
  await correctPayments(
    tx,
    corrected.map((row) => ({ ...row, awaits: null })),
  )
  if (fresh.length > 0)
    await insertPayments(
      tx,
      fresh.map((row) => ({ ...row, collectedBy: null, visitId: null, source, awaits: null })),
      actor.personId,
    )
  await setToldAt(tx, 'payment', fresh)
  await correctPayments(
    tx,
    fresh.filter(({ voidedOn }) => voidedOn !== null).map((row) => ({ ...row, awaits: null })),
  )
  const all = [...fresh, ...corrected]
  for (const { id, customerId } of all) {
    changes.add('payment', id, customerId)
    in_.touch(customerId)
  }
  // What was taken back is open again.
  const now =
    before.length === 0 ? debts : await lockDebtsOf(tx, [...new Set(all.map(({ customerId }) => customerId))])
  const paying = all
    .filter(({ voidedOn }) => voidedOn === null)
    .map((row) => ({ ...row, leftMinor: row.amountMinor }))
  const { settling, awaits } = settleTold(now, paying)
  await allocate(
    tx,
    changes,
    settling.map((one) => ({ ...one, creditId: null })),
    when,
  )
  const waiting = [...awaits].map(([id, of]) => ({ id, awaits: of }))
  if (waiting.length > 0) await setAwaits(tx, waiting)
}
