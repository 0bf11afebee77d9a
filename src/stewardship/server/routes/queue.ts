import type { Actor } from '../../../platform/server/database/actor.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import * as api from '../../api/queue.ts'
import { type ProfileIssue, profileIssues } from '../../harm.ts'
import type { Queue, QueueItem, QueueQuery } from '../../schema/queue.ts'
import { confirmMany, undoConfirm } from '../commands/confirm.ts'
import { countPairs } from '../queries/duplicates.ts'
import { type Wanted, countIssues, worstProfiles } from '../queries/profiles.ts'
import { isBehind, scanState } from '../queries/scan.ts'
import { areasOf, hasAreas } from '../queries/scope.ts'
import { countWaiting, pairItems, waitingItems } from '../queries/waiting.ts'
import { lookForDuplicates } from './look-for-duplicates.ts'

const size = 50

/** The steward's queue, and what is done to many of it at once. */
export function queueRoutes(services: Services): Routes {
  const { db, now } = services
  return newRoutes()
    .openapi(api.readQueue, async (c) => {
      const actor = c.get('actor')
      if (!actor.may.includes('customers.steward')) return refused(c, refuse('not-allowed')) as never
      const query = c.req.valid('query')
      const queue = await readAs(db, actor, (tx) => queueFor(tx, actor, now, query))
      if (queue.scanning) await lookForDuplicates(services, actor)
      return c.json(queue, 200)
    })
    .openapi(api.confirmMany, async (c) => {
      const done = await confirmMany(services, c.get('actor'), c.req.valid('json').ids)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.undoConfirm, async (c) => {
      const done = await undoConfirm(services, c.get('actor'), c.req.valid('param').id)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    }) as unknown as Routes
}

async function queueFor(tx: Tx, actor: Actor, now: Services['now'], query: QueueQuery): Promise<Queue> {
  const { whose = 'mine', kind, page = 1 } = query
  const wanted = { whose, facts: await registerFacts(tx, actor, now), areas: await hasAreas(tx) }
  const { any, ...issues } = await countIssues(tx, wanted)
  const counts = {
    request: await countWaiting(tx, whose),
    duplicate: await countPairs(tx, { state: 'open', whose }),
    ...issues,
  }
  const scan = await scanState(tx)
  return {
    counts,
    items: await itemsOf(tx, actor, wanted, kind, (page - 1) * size),
    total: kind === undefined ? counts.request + counts.duplicate + any : counts[kind],
    page,
    size,
    areas: await areasOf(tx),
    scanning: isBehind(scan),
    may: {
      merge: actor.may.includes('customers.merge'),
      decide: actor.may.includes('requests.decide'),
      place: actor.may.includes('territories.change'),
    },
  }
}

/** Of one kind a page; of all kinds the worst, because what is mended leaves the queue and the next moves up. */
async function itemsOf(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
  kind: QueueQuery['kind'],
  offset: number,
): Promise<QueueItem[]> {
  if (kind === 'request') return await waitingItems(tx, actor, wanted.whose, size, offset)
  if (kind === 'duplicate') return await pairItems(tx, wanted.whose, size, offset)
  if (kind !== undefined) return await worstProfiles(tx, wanted, profileIssue(kind), size, offset)
  const all = [
    ...(await waitingItems(tx, actor, wanted.whose, size, 0)),
    ...(await pairItems(tx, wanted.whose, size, 0)),
    ...(await worstProfiles(tx, wanted, null, size, 0)),
  ]
  return all.toSorted((a, b) => b.harm - a.harm).slice(0, size)
}

function profileIssue(kind: string): ProfileIssue {
  return profileIssues.find((issue) => issue === kind) ?? 'stale'
}
