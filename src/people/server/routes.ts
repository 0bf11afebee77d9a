import { readAs } from '../../platform/server/database/transaction.ts'
import { refused } from '../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import { type Services, dayIn } from '../../platform/server/services.ts'
import { anyAccount } from '../../platform/server/sign-in/accounts.ts'
import { isRefusal } from '../../values/refusal.ts'
import * as api from '../api.ts'
import { setUp } from './commands/set-up.ts'
import { companiesOfAccount, companyOf } from './queries/company.ts'
import { personWithRoles } from './queries/person.ts'

/** What may be asked before anybody is signed in. */
export function setUpRoutes(services: Services, setupCode: string): Routes {
  return newRoutes()
    .openapi(api.readSetUpState, async (c) => c.json({ open: !(await anyAccount(services.signIn)) }, 200))
    .openapi(api.setUp, async (c) => {
      const input = c.req.valid('json')
      const made = await setUp(services, setupCode, input)
      if (isRefusal(made)) return refused(c, made) as never
      const { email, password } = input.person
      const signedIn = await services.signIn.api.signInEmail({ body: { email, password }, asResponse: true })
      for (const cookie of signedIn.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
      return c.json(made, 200)
    })
}

export function peopleRoutes(services: Services): Routes {
  return newRoutes().openapi(api.readMe, async (c) => {
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
  }) as unknown as Routes
}
