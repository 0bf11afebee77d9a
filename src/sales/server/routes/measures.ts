import { companyDay, companyOf } from '../../../people/server/queries/company.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { addDays, daysBetween } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import { readMeasures } from '../../api/measures.ts'
import { measuresOf } from '../../measures.ts'
import { measureCounts } from '../queries/measures.ts'

/** The measures of visits and what is sold on them. */
export function measureRoutes({ db }: Services): Routes {
  return newRoutes().openapi(readMeasures, async (c) => {
    const actor = c.get('actor')
    if (!actor.may.includes('customers.read')) return answer(c, refuse('not-allowed')) as never
    const asked = c.req.valid('query')
    const found = await readAs(db, actor, async (tx) => {
      const to = (asked.to ?? (await companyDay(tx))) as Day
      const from = (asked.from ?? addDays(to, -27)) as Day
      const days = daysBetween(from, to)
      if (days < 0 || days > 400) return refuse('invalid-span')
      const rows = await measureCounts(tx, { ...asked, from, to })
      return { from, to, rows, currency: (await companyOf(tx)).currency }
    })
    if (isRefusal(found)) return answer(c, found) as never
    const { from, to } = found
    const groups = found.rows.map(({ key, name, ...counts }) => ({
      key,
      name,
      counts,
      measures: measuresOf(counts),
    }))
    return answer(c, { from, to, currency: found.currency, groups }) as never
  }) as unknown as Routes
}
