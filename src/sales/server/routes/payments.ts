import { companyDay } from '../../../people/server/queries/company.ts'
import { lacks } from '../../../people/permissions.ts'
import { personInBrief } from '../queries/people.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/payments.ts'
import { allocateMoney, takeMoneyBack } from '../commands/allocate.ts'
import { receiveHandIn } from '../commands/hand-in.ts'
import { recordPayment } from '../commands/record-payment.ts'
import { voidPayment } from '../commands/void-payment.ts'
import { paymentsOf } from '../queries/account.ts'
import { cashHeld, cashItems, listHandIns } from '../queries/cash.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'

/** Payments, what they settle, and collected money on its way to the company. */
export function paymentRoutes(services: Services): Routes {
  const { db } = services
  const receipt = async (actor: Actor, id: string) =>
    (await readAs(db, actor, (tx) => paymentsOf(tx, actor, { id })))[0] ?? refuse('not-found')
  return newRoutes()
    .openapi(api.recordPayment, async (c) => {
      const actor = c.get('actor')
      const done = await recordPayment(services, actor, c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : await receipt(actor, done.id))
    })
    .openapi(api.readPayment, async (c) => {
      const actor = c.get('actor')
      return answer(c, lacks(actor, 'money.read') ?? (await receipt(actor, c.req.valid('param').id)))
    })
    .openapi(api.voidPayment, async (c) => {
      const { reason } = c.req.valid('json')
      return answer(c, await voidPayment(services, c.get('actor'), c.req.valid('param').id, reason))
    })
    .openapi(api.allocateMoney, async (c) =>
      answer(c, await allocateMoney(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.takeMoneyBack, async (c) =>
      answer(c, await takeMoneyBack(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.readCash, async (c) => {
      const actor = c.get('actor')
      const refusal = lacks(actor, 'money.read')
      if (refusal !== null) return answer(c, refusal) as never
      const mayReceive = (person: string) => actor.may.includes('money.receive') && person !== actor.personId
      return answer(
        c,
        await readAs(db, actor, async (tx) => ({
          rows: (await cashHeld(tx)).map((row) => ({ ...row, mayReceive: mayReceive(row.person.id) })),
          today: await companyDay(tx),
        })),
      )
    })
    .openapi(api.readCashOf, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      const refusal = lacks(actor, 'money.read')
      if (refusal !== null) return answer(c, refusal) as never
      return answer(
        c,
        await readAs(db, actor, async (tx) => {
          const person = await personInBrief(tx, id)
          return person === null ? refuse('not-found') : { person, rows: await cashItems(tx, actor, id) }
        }),
      )
    })
    .openapi(api.listHandIns, async (c) => {
      const actor = c.get('actor')
      const refusal = lacks(actor, 'money.read')
      if (refusal !== null) return answer(c, refusal) as never
      const { person, different, page = 1 } = c.req.valid('query')
      const asked = { person, different: different === 'yes', page, size: 50 }
      return answer(c, await readAs(db, actor, (tx) => listHandIns(tx, asked)))
    })
    .openapi(api.receiveHandIn, async (c) =>
      answer(c, await receiveHandIn(services, c.get('actor'), c.req.valid('json'))),
    ) as unknown as Routes
}
