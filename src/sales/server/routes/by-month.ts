import { registerFacts } from '../../../customers/server/queries/company.ts'
import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { readSalesByMonth } from '../../api/by-month.ts'
import { firstDayOf, lastDayOf, monthOf, monthsFrom, monthsLater } from '../../months.ts'
import type { SalesByMonthQuery } from '../../schema/by-month.ts'
import { namesOfParts, salesByMonth, salesOutline } from '../queries/by-month.ts'

/** So many months at most are summed in one answer. */
const mostMonths = 120

/** Sales over time, as far as the asker sees the customers. */
export function byMonthRoutes(services: Services): Routes {
  return newRoutes().openapi(readSalesByMonth, async (c) =>
    answer(c, await monthsAsked(services, c.get('actor'), c.req.valid('query'))),
  ) as unknown as Routes
}

async function monthsAsked(services: Services, actor: Actor, { by, ...asked }: SalesByMonthQuery) {
  const no: Refusal | null = lacks(actor, 'customers.read')
  if (no !== null) return no
  return await readAs(services.db, actor, async (tx) => {
    const { today, currency } = await registerFacts(tx, actor, services.now)
    const to = asked.to ?? monthOf(today)
    const from = asked.from ?? monthsLater(to, -11)
    if (from > to || monthsFrom(from, to).length > mostMonths)
      return refuse('invalid-months', { facts: { most: mostMonths } })
    const span = { from: firstDayOf(from), to: lastDayOf(to) }
    const rows = await salesByMonth(tx, asked, span, by)
    const ids = [...new Set(rows.flatMap(({ key }) => (key === null ? [] : [key])))]
    const names = by === undefined ? [] : await namesOfParts(tx, by, ids)
    return { from, to, today, currency, rows, names, ...(await salesOutline(tx, asked, span)) }
  })
}
