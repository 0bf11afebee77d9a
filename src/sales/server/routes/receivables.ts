import { lacks } from '../../../people/permissions.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import * as api from '../../api/receivables.ts'
import { accountPage, statementPage } from '../account-page.ts'
import { ageingPage } from '../ageing-page.ts'
import { cancelReceivable, disputeReceivable } from '../commands/change-receivable.ts'
import { invoiceOrder, recordReceivable } from '../commands/record-receivable.ts'
import { tellPayments } from '../commands/told-payments.ts'
import { tellReceivables } from '../commands/told-receivables.ts'
import { ToldPayment, ToldReceivable } from '../../schema/money-batches.ts'
import { findDebtors } from '../queries/debtors.ts'

/** What customers owe. */
export function receivableRoutes(services: Services): Routes {
  const routes = newRoutes()
  routes.openAPIRegistry.register('ToldReceivable', ToldReceivable)
  routes.openAPIRegistry.register('ToldPayment', ToldPayment)
  return routes
    .openapi(api.tellReceivables, async (c) =>
      answer(c, await tellReceivables(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.tellPayments, async (c) =>
      answer(c, await tellPayments(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.readAgeing, async (c) => {
      const actor = c.get('actor')
      const { page = 1, size = 50, ...asked } = c.req.valid('query')
      const refusal = lacks(actor, 'money.read')
      return answer(c, refusal ?? (await ageingPage(services, actor, { ...asked, page, size })))
    })
    .openapi(api.findDebtors, async (c) => {
      const actor = c.get('actor')
      const refusal = lacks(actor, 'money.read')
      if (refusal !== null) return answer(c, refusal) as never
      const found = await readAs(services.db, actor, (tx) =>
        findDebtors(tx, actor, c.req.valid('query').q ?? ''),
      )
      const rows = found.map(({ id, code, name, currency, paymentDays }) => ({
        id,
        code,
        name,
        currency,
        paymentDays,
      }))
      return answer(c, { rows })
    })
    .openapi(api.readAccount, async (c) => {
      const actor = c.get('actor')
      const all = c.req.valid('query').all === 'yes'
      const refusal = lacks(actor, 'money.read')
      return answer(c, refusal ?? (await accountPage(services, actor, c.req.valid('param').id, all)))
    })
    .openapi(api.readStatement, async (c) => {
      const actor = c.get('actor')
      const refusal = lacks(actor, 'money.read')
      const { id } = c.req.valid('param')
      return answer(c, refusal ?? (await statementPage(services, actor, id, c.req.valid('query'))))
    })
    .openapi(api.recordReceivable, async (c) =>
      answer(c, await recordReceivable(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.invoiceOrder, async (c) =>
      answer(c, await invoiceOrder(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.cancelReceivable, async (c) => {
      const { reason } = c.req.valid('json')
      return answer(c, await cancelReceivable(services, c.get('actor'), c.req.valid('param').id, reason))
    })
    .openapi(api.disputeReceivable, async (c) =>
      answer(
        c,
        await disputeReceivable(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json')),
      ),
    ) as unknown as Routes
}
