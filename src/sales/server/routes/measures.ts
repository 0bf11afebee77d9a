import { companyOf } from '../../../people/server/queries/company.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { daysBetween } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { refuse } from '../../../values/refusal.ts'
import { readMeasures } from '../../api/measures.ts'
import { measuresOf } from '../../measures.ts'
import { measureCounts } from '../queries/measures.ts'

/** The measures of visits and what is sold on them. */
export function measureRoutes({ db }: Services): Routes {
  return newRoutes().openapi(readMeasures, async (c) => {
    const actor = c.get('actor')
    if (!actor.may.includes('customers.read')) return answer(c, refuse('not-allowed')) as never
    const asked = c.req.valid('query')
    const { from, to } = asked
    const days = daysBetween(from as Day, to as Day)
    if (days < 0 || days > 400) return answer(c, refuse('invalid-span')) as never
    const found = await readAs(db, actor, async (tx) => ({
      currency: (await companyOf(tx)).currency,
      rows: await measureCounts(tx, asked),
    }))
    const groups = found.rows.map(({ key, name, ...counts }) => ({
      key,
      name,
      counts,
      measures: measuresOf(counts),
    }))
    return answer(c, { from, to, currency: found.currency, groups }) as never
  }) as unknown as Routes
}
