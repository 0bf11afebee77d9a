import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import { type Services, dayIn } from '../../../platform/server/services.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import { readMe } from '../../api/company.ts'
import * as api from '../../api/people.ts'
import { lacks } from '../../permissions.ts'
import { comeBack, leave } from '../commands/leaving.ts'
import { addPerson, changePerson } from '../commands/person.ts'
import { personPage, summaries } from '../person-page.ts'
import { companiesOfAccount, companyDay, companyOf } from '../queries/company.ts'
import { listPeople } from '../queries/people.ts'
import { personWithRoles } from '../queries/roles.ts'

const pageSize = 100

/** Who is here: the list, one person, and what changes them. */
export function personRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(readMe, async (c) => {
      const actor = c.get('actor')
      const companies = await companiesOfAccount(services.db, c.get('accountId') ?? '')
      const me = await readAs(services.db, actor, async (tx) => {
        const { settings: _settings, ...company } = await companyOf(tx)
        const person = actor.personId === null ? null : await personWithRoles(tx, actor.personId)
        if (person === null) throw new Error('the asker has vanished')
        return {
          person,
          company: { ...company, language: company.language as 'en' | 'es' | 'zh' },
          companies,
          may: [...actor.may],
        }
      })
      return c.json({ ...me, today: dayIn(me.company.timeZone, services.now()) }, 200)
    })
    .openapi(api.listPeople, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'people.read')
      if (no !== null) return refused(c, no) as never
      const filter = c.req.valid('query')
      const limit = filter.limit ?? pageSize
      const answer = await readAs(services.db, actor, async (tx) => {
        const now = services.now()
        const today = await companyDay(tx)
        const on = filter.on ?? today
        const { people, total } = await listPeople(tx, filter, on, now, limit + 1)
        const page = await summaries(tx, people.slice(0, limit), on, today)
        return { on, total, people: page, next: people.length > limit ? (page.at(-1)?.id ?? null) : null }
      })
      return c.json(answer, 200)
    })
    .openapi(api.readPerson, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'people.read')
      if (no !== null) return refused(c, no) as never
      const page = await readAs(services.db, actor, async (tx) => {
        const now = services.now()
        const today = await companyDay(tx)
        return await personPage(
          tx,
          actor,
          c.req.valid('param').id,
          c.req.valid('query').on ?? today,
          today,
          now,
        )
      })
      return page === null ? (refused(c, refuse('not-found')) as never) : c.json(page, 200)
    })
    .openapi(api.addPerson, async (c) => {
      const answer = await addPerson(services, c.get('actor'), c.req.valid('json'))
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.changePerson, async (c) => {
      const answer = await changePerson(
        services,
        c.get('actor'),
        c.req.valid('param').id,
        c.req.valid('json'),
      )
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.leave, async (c) => {
      const answer = await leave(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    })
    .openapi(api.comeBack, async (c) => {
      const answer = await comeBack(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(answer) ? (refused(c, answer) as never) : c.json(answer, 200)
    }) as unknown as Routes
}
