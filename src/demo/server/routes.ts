import { stream } from 'hono/streaming'
import { newRoutes, type Routes } from '../../platform/server/http/routes.ts'
import { refused } from '../../platform/server/http/problem.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { personWithRoles } from '../../people/server/queries/roles.ts'
import type { Services } from '../../platform/server/services.ts'
import { refuse } from '../../values/refusal.ts'
import * as api from '../api.ts'
import { makeDemo } from './commands.ts'

export function demoRoutes(services: Services): Routes {
  return newRoutes().openapi(api.createDemo, async (c) => {
    const actor = c.get('actor')
    const account = c.get('accountId')
    const me = actor.personId
    if (!actor.may.includes('company.settings') || account === null || me === null) {
      return refused(c, refuse('not-allowed', { rule: '10.1' })) as never
    }
    const person = await readAs(services.db, actor, (tx) => personWithRoles(tx, me))
    const principal = { account, name: person?.name ?? '', email: person?.email ?? '' }
    const size = c.req.valid('json')
    c.header('content-type', 'application/x-ndjson')
    c.header('cache-control', 'no-store')
    return stream(c, async (out) => {
      const line = (value: object) => void out.write(`${JSON.stringify(value)}\n`).catch(() => undefined)
      try {
        const made = await makeDemo(services, size, principal, (done) => line({ done }))
        await out.write(`${JSON.stringify({ made })}\n`)
      } catch (error) {
        services.log.error(
          { requestId: c.get('requestId'), err: { message: String(error) } },
          'no demo company was made',
        )
        await out.write(`${JSON.stringify({ failed: true })}\n`)
      }
    }) as never
  })
}
