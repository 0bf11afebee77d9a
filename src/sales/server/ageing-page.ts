import type { Actor } from '../../platform/server/database/actor.ts'
import type { Services } from '../../platform/server/services.ts'
import { registerFacts } from '../../customers/server/queries/company.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { AgeingPage } from '../schema/receivables.ts'
import { type AgeingAsked, convertedAgeing, readAgeing } from './queries/ageing.ts'
import { againstLimits } from './queries/owed.ts'
import { rateTable, ratesOn } from './queries/rates.ts'

/** Who owes what since when, by customer and currency, with the totals in the company's currency by today's rates (rule 5.3). */
export async function ageingPage(services: Services, actor: Actor, asked: AgeingAsked): Promise<AgeingPage> {
  return await readAs(services.db, actor, async (tx) => {
    const { today, currency: home } = await registerFacts(tx, actor, services.now)
    const known = await ratesOn(tx, today)
    const rates = rateTable(home, known)
    const { rows, total, totals } = await readAgeing(tx, actor, asked, today, rates)
    const limits = await againstLimits(
      tx,
      actor,
      rows.map(({ customer }) => customer.id),
      rates,
    )
    const foreign = totals.map(({ currency }) => currency).filter((one) => one !== home)
    const without = foreign.filter((one) => !known.some(({ currency }) => currency === one))
    const own = totals.find(({ currency }) => currency === home)
    const others =
      foreign.length === 0 || without.length > 0
        ? null
        : await convertedAgeing(tx, actor, asked, { today, home, rates })
    const sum = {
      notDue: (own?.notDue ?? 0) + (others?.notDue ?? 0),
      upTo30: (own?.upTo30 ?? 0) + (others?.upTo30 ?? 0),
      upTo60: (own?.upTo60 ?? 0) + (others?.upTo60 ?? 0),
      upTo90: (own?.upTo90 ?? 0) + (others?.upTo90 ?? 0),
      over90: (own?.over90 ?? 0) + (others?.over90 ?? 0),
      open: (own?.open ?? 0) + (others?.open ?? 0),
      unused: (own?.unused ?? 0) + (others?.unused ?? 0),
    }
    return {
      today,
      rows: rows.map((row) => ({
        ...row,
        overLimit:
          row.limit === null || limits.unknown.has(row.customer.id) ? null : limits.over.has(row.customer.id),
      })),
      total,
      totals,
      inCompany: {
        currency: home,
        sum: without.length > 0 ? null : sum,
        rates: known.filter(({ currency }) => foreign.includes(currency)) as AgeingPage['inCompany']['rates'],
        without,
      },
      page: asked.page,
      size: asked.size,
    }
  })
}
