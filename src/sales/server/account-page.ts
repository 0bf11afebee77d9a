import { registerFacts } from '../../customers/server/queries/company.ts'
import { companyOf } from '../../people/server/queries/company.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { addMonths } from '../../values/calendar.ts'
import type { Currency } from '../../values/currency.ts'
import type { Day } from '../../values/day.ts'
import { money } from '../../values/money.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { againstLimit } from '../credit-limit.ts'
import type { AccountStatement, CustomerAccount } from '../schema/account.ts'
import { statementOf } from '../statement.ts'
import { balancesOf, itemsOf, movementsOf, paymentsOf } from './queries/account.ts'
import { debtorOf } from './queries/debtors.ts'
import { datedRates, ratesOn } from './queries/rates.ts'

const most = 200

/** What a customer owes and paid, against its limit; null rates make that unknown, by name. */
export async function accountPage(
  services: Services,
  actor: Actor,
  id: string,
  all: boolean,
): Promise<CustomerAccount | Refusal> {
  return await readAs(services.db, actor, async (tx) => {
    const debtor = await debtorOf(tx, actor, id)
    if (debtor === null) return refuse('not-found')
    const { today, currency: home } = await registerFacts(tx, actor, services.now)
    const balances = await balancesOf(tx, id, today)
    const [items, payments] = [await itemsOf(tx, id, all), await paymentsOf(tx, actor, { customer: id, all })]
    const { limitMinor, currency, code, name, status, paymentDays } = debtor
    const limit = limitMinor === null || currency === null ? null : { minor: limitMinor, currency }
    const owed = balances.map((one) => money(BigInt(one.open - one.unused), one.currency as Currency))
    const rates = datedRates(await ratesOn(tx, today))
    const against =
      limit === null
        ? null
        : againstLimit(owed, money(BigInt(limit.minor), limit.currency as Currency), today, {
            home: home as Currency,
            rates,
          })
    return {
      customer: { id, code, name, status },
      today,
      balances,
      limit,
      paymentDays,
      beyondMinor: against?.known === true ? Number(against.beyondMinor) : null,
      without: against?.known === false ? [...against.without] : [],
      items: items.slice(0, most),
      payments: payments.slice(0, most),
      more: items.length > most || payments.length > most,
      may: { record: actor.may.includes('money.record'), collect: actor.may.includes('money.collect') },
    }
  })
}

/** A statement of account from one day to another, a month unless told (rule 3.5). */
export async function statementPage(
  services: Services,
  actor: Actor,
  id: string,
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<AccountStatement | Refusal> {
  return await readAs(services.db, actor, async (tx) => {
    const debtor = await debtorOf(tx, actor, id)
    if (debtor === null) return refuse('not-found')
    const { today } = await registerFacts(tx, actor, services.now)
    const to = (asked.to ?? today) as Day
    const from = (asked.from ?? addMonths(to, -1)) as Day
    if (from > to) return refuse('invalid-period')
    const { name: company } = await companyOf(tx)
    const overdue = new Map(
      (await balancesOf(tx, id, today)).map((one) => [one.currency, one.open - one.notDue]),
    )
    const { code, name } = debtor
    return {
      customer: { id, code, name },
      company,
      from,
      to,
      currencies: statementOf(await movementsOf(tx, id, to), from).map((one) => ({
        ...one,
        overdueMinor: overdue.get(one.currency) ?? 0,
      })),
    }
  })
}
