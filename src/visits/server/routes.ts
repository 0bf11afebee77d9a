import { lacks } from '../../people/permissions.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { answer } from '../../platform/server/http/answer.ts'
import { refused } from '../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import { dayNumber, type Day } from '../../values/day.ts'
import { refuse } from '../../values/refusal.ts'
import * as api from '../api/visits.ts'
import { checkIn, checkOut, proposePlace, startVisit, undoCheckIn } from './commands/check.ts'
import { confirmVisit, removeCompanion } from './commands/companions.ts'
import { addCompanion, moveVisit, planVisit } from './commands/plan.ts'
import { cancelVisit, recordVisit, removeTask, restoreVisit, saveTask } from './commands/record.ts'
import { lastAndNext, visitsOfCustomer, visitsOfPerson } from './queries/lists.ts'
import { outletOf } from './queries/place.ts'
import { visitWith } from './queries/visit.ts'

const mostDays = 400
const mostOfCustomer = 50

/** Visits: read, planned, made. */
export function visitRoutes(services: Services): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.listVisits, async (c) => {
      const actor = c.get('actor')
      const { from, to, person = actor.personId } = c.req.valid('query')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return refused(c, no) as never
      const found = await readAs(db, actor, async (tx) => {
        const today = await companyDay(tx)
        const first = (from ?? today) as Day
        const last = (to ?? first) as Day
        const days = dayNumber(last) - dayNumber(first)
        if (days < 0 || days > mostDays) return refuse('invalid-span')
        const span = { from: first, to: last }
        return { today, visits: person === null ? [] : await visitsOfPerson(tx, person, span) }
      })
      return answer(c, found)
    })
    .openapi(api.readVisit, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return refused(c, no) as never
      const visit = await readAs(db, actor, (tx) => visitWith(tx, c.req.valid('param').id, actor))
      return answer(c, visit ?? refuse('not-found'))
    })
    .openapi(api.listCustomerVisits, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return refused(c, no) as never
      const found = await readAs(db, actor, async (tx) => {
        const outlet = await outletOf(tx, id)
        if (outlet === null) return null
        const alive = outlet.status === 'active' || outlet.status === 'closed'
        return {
          today: await companyDay(tx),
          ...(await lastAndNext(tx, id)),
          visits: await visitsOfCustomer(tx, id, mostOfCustomer),
          mayPlan: alive && actor.may.includes('visits.write'),
        }
      })
      return answer(c, found ?? refuse('not-found'))
    })
    .openapi(api.planVisit, async (c) =>
      answer(c, await planVisit(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.startVisit, async (c) =>
      answer(c, await startVisit(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.moveVisit, async (c) =>
      answer(c, await moveVisit(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.cancelVisit, async (c) => {
      const { reason } = c.req.valid('json')
      return answer(c, await cancelVisit(services, c.get('actor'), c.req.valid('param').id, reason))
    })
    .openapi(api.restoreVisit, async (c) =>
      answer(c, await restoreVisit(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.checkIn, async (c) =>
      answer(c, await checkIn(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.undoCheckIn, async (c) =>
      answer(c, await undoCheckIn(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.checkOut, async (c) =>
      answer(c, await checkOut(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.recordVisit, async (c) =>
      answer(c, await recordVisit(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.saveTask, async (c) => {
      const { id, taskId } = c.req.valid('param')
      return answer(c, await saveTask(services, c.get('actor'), id, taskId, c.req.valid('json')))
    })
    .openapi(api.removeTask, async (c) => {
      const { id, taskId } = c.req.valid('param')
      return answer(c, await removeTask(services, c.get('actor'), id, taskId))
    })
    .openapi(api.addCompanion, async (c) => {
      const { id, personId } = c.req.valid('param')
      return answer(c, await addCompanion(services, c.get('actor'), id, personId))
    })
    .openapi(api.removeCompanion, async (c) => {
      const { id, personId } = c.req.valid('param')
      return answer(c, await removeCompanion(services, c.get('actor'), id, personId))
    })
    .openapi(api.confirmVisit, async (c) =>
      answer(c, await confirmVisit(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.proposePlace, async (c) =>
      answer(c, await proposePlace(services, c.get('actor'), c.req.valid('param').id)),
    ) as unknown as Routes
}
