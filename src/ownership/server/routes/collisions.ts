import type { Context } from 'hono'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { answer } from '../../../platform/server/http/answer.ts'
import { type HttpEnv, type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal } from '../../../values/refusal.ts'
import { lacks } from '../../../people/permissions.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import * as api from '../../api/collisions.ts'
import { collisionSettingsFrom } from '../../collision-settings.ts'
import { type Asking, casesInBrief } from '../collision-brief.ts'
import { collisionPage } from '../collision-page.ts'
import { customerCollisions } from '../customer-collisions.ts'
import { decideClaimedDay } from '../commands/claimed-day.ts'
import { claimFromOwner } from '../commands/collisions/open.ts'
import { openPair } from '../commands/collisions/open-pair.ts'
import { changeCollisionRules } from '../commands/collisions/rules.ts'
import { ruleCase } from '../commands/collisions/rule.ts'
import { acceptDay, addEvidence, appeal, comment, withdraw } from '../commands/collisions/say.ts'
import { companySettings } from '../../../people/server/queries/company.ts'
import { collisionRules } from '../queries/collision-rules.ts'
import { listCases } from '../queries/collision-list.ts'
import type { Facts } from '../queries/facts.ts'
import { registrationDay } from '../registration-day.ts'

const size = 50

/** The company's rules, and whether the asker may change them. */
const withMay = <T extends object>(c: Context<HttpEnv>, rules: T) => ({
  ...rules,
  mayChange: c.get('actor').may.includes('company.settings'),
})

/** Customers that several people claim (rule 2.3), and the day from which a customer counts as registered. */
export function collisionRoutes(services: Services, facts: Facts): Routes {
  async function asking(tx: Tx, actor: Actor): Promise<Asking> {
    const { today } = await registerFacts(tx, actor, services.now)
    return { actor, today, rules: collisionSettingsFrom(await companySettings(tx)) }
  }
  /** Answers a question for whoever may read customers. */
  async function ask<T>(c: Context<HttpEnv>, question: (tx: Tx, asking: Asking) => Promise<T | Refusal>) {
    const actor = c.get('actor')
    const no = lacks(actor, 'customers.read')
    if (no !== null) return answer<T>(c, no)
    return answer<T>(c, await readAs(services.db, actor, async (tx) => question(tx, await asking(tx, actor))))
  }
  /** What a command on a case answers: the refusal, or the case as it is now. */
  async function then(c: Context<HttpEnv>, done: { id: string } | Refusal) {
    if (isRefusal(done)) return answer<Awaited<ReturnType<typeof collisionPage>>>(c, done)
    return ask(c, (tx, by) => collisionPage(tx, done.id, by, facts))
  }
  return newRoutes()
    .openapi(api.readCollisionRules, async (c) =>
      c.json(withMay(c, await readAs(services.db, c.get('actor'), collisionRules)), 200),
    )
    .openapi(api.changeCollisionRules, async (c) => {
      const done = await changeCollisionRules(services, c.get('actor'), c.req.valid('json'))
      return answer(c, isRefusal(done) ? done : withMay(c, done))
    })
    .openapi(api.listCollisions, (c) =>
      ask(c, async (tx, by) => {
        const { state = 'open', page = 1 } = c.req.valid('query')
        // Whose turn it is, the rules say: the open ones are few enough to be asked.
        const most = state === 'mine' ? 500 : size
        const wanted = state === 'all' ? 'all' : 'open'
        const { ids, total } = await listCases(
          tx,
          wanted,
          by.today,
          most,
          state === 'mine' ? 0 : (page - 1) * size,
        )
        const rows = await casesInBrief(tx, ids, by)
        if (state !== 'mine') return { rows, total, page, size }
        const mine = rows.filter(({ next }) => next?.mine === true)
        return { rows: mine.slice((page - 1) * size, page * size), total: mine.length, page, size }
      }),
    )
    .openapi(api.readCollision, (c) =>
      ask(c, (tx, by) => collisionPage(tx, c.req.valid('param').id, by, facts)),
    )
    .openapi(api.claimFromOwner, async (c) =>
      then(c, await claimFromOwner(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.openPair, async (c) =>
      then(c, await openPair(services, c.get('actor'), c.req.valid('json'))),
    )
    .openapi(api.addEvidence, async (c) =>
      then(c, await addEvidence(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.comment, async (c) =>
      then(c, await comment(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json').words)),
    )
    .openapi(api.acceptDay, async (c) =>
      then(
        c,
        await acceptDay(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json').claimId),
      ),
    )
    .openapi(api.withdraw, async (c) =>
      then(c, await withdraw(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json').words)),
    )
    .openapi(api.appeal, async (c) =>
      then(c, await appeal(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json').words)),
    )
    .openapi(api.rule, async (c) =>
      then(c, await ruleCase(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'), 'rule')),
    )
    .openapi(api.decide, async (c) =>
      then(
        c,
        await ruleCase(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'), 'decide'),
      ),
    )
    .openapi(api.customerCollisions, (c) =>
      ask(c, (tx, by) => customerCollisions(tx, c.req.valid('param').id, by)),
    )
    .openapi(api.registrationDay, (c) =>
      ask(c, (tx, by) => registrationDay(tx, by.actor, c.req.valid('param').id)),
    )
    .openapi(api.decideRegistrationDay, async (c) => {
      const { id } = c.req.valid('param')
      const done = await decideClaimedDay(services, c.get('actor'), id, c.req.valid('json').accept)
      if (isRefusal(done))
        return answer<Exclude<Awaited<ReturnType<typeof registrationDay>>, Refusal>>(c, done)
      return ask(c, (tx, by) => registrationDay(tx, by.actor, id))
    }) as unknown as Routes
}
