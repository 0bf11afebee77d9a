import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import type { Refusal } from '../../../values/refusal.ts'
import { giveWay } from '../../allocation.ts'
import { type ToldAnswers, ToldReceivable } from '../../schema/money-batches.ts'
import { settleTold } from '../../settle-told.ts'
import { isLater, lastWords } from '../../told.ts'
import { allocate, allocationsOf } from '../queries/allocations.ts'
import { debtorsOfCodes } from '../queries/debtors.ts'
import { insertReceivables } from '../queries/receivables.ts'
import {
  correctReceivables,
  keepVersions,
  lockDebtsOf,
  lockReceivablesOf,
  lockWaiting,
  ordersOfCodes,
  setAwaits,
  setToldAt,
} from '../queries/told.ts'
import { type MoneyWork, inMoney } from './in-money.ts'
import { type Answer, answersOf, readTold, rejected } from './told-answers.ts'

/**
 * Invoices and credit notes as another system tells of them (rule 5.1), each judged on its own. Known by number: told again,
 * late or out of order, nothing changes; a correction keeps how it stood and lets allocations give way.
 */
export async function tellReceivables(
  services: Services,
  actor: Actor,
  { source, receivables }: { source: string; receivables: readonly unknown[] },
): Promise<ToldAnswers | Refusal> {
  return await inMoney(services, actor, 'tell-receivables', ['money.record'], async (in_) => {
    const { told, answers } = readTold(ToldReceivable, receivables)
    const hold = lastWords(told)
    const sure = told.filter((one) => one !== null)
    const known = await lockReceivablesOf(
      in_.tx,
      sure.map(({ number }) => number),
    )
    const debtors = await debtorsOfCodes(
      in_.tx,
      actor,
      sure.map(({ customer }) => customer),
    )
    const orders = await ordersOfCodes(
      in_.tx,
      sure.flatMap(({ order }) => (order === null || order === undefined ? [] : [order])),
    )
    const [fresh, corrected]: [Fresh[], Corrected[]] = [[], []]
    for (const [at, one] of told.entries()) {
      if (one === null) continue
      const before = known.get(one.number)
      const debtor = debtors.get(one.customer)
      const currency = one.currency ?? before?.currency ?? in_.facts.currency
      const kind = one.kind ?? 'invoice'
      const amountMinor = kind === 'credit-note' ? -one.amountMinor : one.amountMinor
      const days = kind === 'credit-note' ? 0 : (debtor?.paymentDays ?? 0)
      const row = {
        issuedOn: one.issuedOn,
        dueOn: one.dueOn ?? addDays(one.issuedOn as Day, days),
        amountMinor,
        orderId: orders.get(one.order ?? '') ?? null,
        orderCode: one.order ?? null,
        cancelledOn: one.cancelledOn ?? null,
        note: one.note ?? null,
        toldAt: one.changedAt,
      }
      const say = (answer: Answer) => void (answers[at] = answer)
      if (!hold.has(at) || (before !== undefined && !isLater(one.changedAt, before.toldAt)))
        say({
          number: one.number,
          outcome: before?.toldAt === one.changedAt ? 'unchanged' : 'stale',
          id: before?.id ?? null,
        })
      else if (debtor === undefined) say(rejected(one.number, 'customer', 'is no customer here'))
      else if (row.dueOn < row.issuedOn) say(rejected(one.number, 'dueOn', 'must not be before issuedOn'))
      else if (before === undefined) {
        const id = newId()
        fresh.push({ ...row, id, code: one.number, customerId: debtor.id, kind, currency, source })
        say({ number: one.number, outcome: 'created', id })
      } else if (before.customerId !== debtor.id || before.currency !== currency || before.kind !== kind)
        say(rejected(one.number, 'number', 'is another customer’s, currency’s or kind’s already'))
      else {
        corrected.push({ ...row, id: before.id, settledMinor: before.settledMinor, customerId: debtor.id })
        say({ number: one.number, outcome: 'updated', id: before.id })
      }
    }
    await write(in_, source, fresh, corrected)
    return answersOf(answers)
  })
}

type Fresh = Parameters<typeof insertReceivables>[1][number] & { toldAt: string; cancelledOn: string | null }
type Corrected = Parameters<typeof correctReceivables>[1][number] & {
  settledMinor: number
  customerId: string
}

async function write(
  in_: MoneyWork,
  source: string,
  fresh: readonly Fresh[],
  corrected: readonly Corrected[],
) {
  const { tx, changes, facts, actor } = in_
  const when = { on: facts.today, by: actor.personId }
  const smaller = corrected.filter(
    ({ amountMinor, settledMinor, cancelledOn }) =>
      cancelledOn !== null || Math.abs(settledMinor) > Math.abs(amountMinor),
  )
  const made = await allocationsOf(tx, { receivables: smaller.map(({ id }) => id) })
  const back = smaller.flatMap((one) => {
    const isCredit = one.amountMinor < 0
    const own = made.filter(({ receivableId, creditId }) => (isCredit ? creditId : receivableId) === one.id)
    const left = one.cancelledOn === null ? Math.abs(one.amountMinor) : 0
    return giveWay(own, Math.abs(one.settledMinor), left).map(({ of, amountMinor }) => ({
      ...of,
      amountMinor: -amountMinor,
    }))
  })
  await keepVersions(
    tx,
    corrected.map(({ id }) => ({ id, table: 'receivable', source })),
    actor.personId,
  )
  await allocate(tx, changes, back, when)
  await correctReceivables(tx, corrected)
  if (fresh.length > 0) await insertReceivables(tx, fresh, actor.personId)
  await setToldAt(tx, 'receivable', fresh)
  await correctReceivables(
    tx,
    fresh.filter(({ cancelledOn }) => cancelledOn !== null),
  )
  for (const { id, customerId } of [...fresh, ...corrected]) {
    changes.add('receivable', id, customerId)
    in_.touch(customerId)
  }
  await settleAwaited(in_, [...new Set([...fresh, ...corrected].map(({ customerId }) => customerId))])
}

/** Payments that came before their invoices settle them now. */
async function settleAwaited(in_: MoneyWork, customers: readonly string[]): Promise<void> {
  const { tx, changes, facts, actor } = in_
  if (customers.length === 0) return
  const waiting = await lockWaiting(tx, customers)
  if (waiting.length === 0) return
  const debts = await lockDebtsOf(tx, customers)
  const { settling, awaits } = settleTold(
    debts,
    waiting.map((one) => ({ ...one, settles: one.awaits })),
  )
  if (settling.length === 0) return
  await allocate(
    tx,
    changes,
    settling.map((one) => ({ ...one, creditId: null })),
    { on: facts.today, by: actor.personId },
  )
  await setAwaits(
    tx,
    waiting.map(({ id }) => ({ id, awaits: awaits.get(id) ?? null })),
  )
}
