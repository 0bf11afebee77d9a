import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { requestsOf } from '../../../customers/server/queries/requests.ts'
import { harmOfPair, harmOfRequest } from '../../harm.ts'
import type { QueueItem } from '../../schema/queue.ts'
import { listPairs } from './duplicates.ts'
import { inScope } from './scope.ts'
import { briefsOf } from './similar.ts'

type Whose = 'mine' | 'all'

/** Requests that others made and that wait (rule 1.4): nobody decides their own. */
function waiting(whose: Whose): RawBuilder<unknown> {
  return sql`from change_request q
    join customer c on c.organization_id = q.organization_id and c.id = q.customer_id
    where q.organization_id = app.organization() and q.state = 'waiting' and c.status in ('active', 'closed')
      and q.requested_by is distinct from app.person() and ${inScope(whose)}`
}

export async function countWaiting(tx: Tx, whose: Whose): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${waiting(whose)}`.execute(tx)
  return rows[0]?.total ?? 0
}

/** Waiting requests as items of the queue, those that wait longest first. */
export async function waitingItems(
  tx: Tx,
  actor: Actor,
  whose: Whose,
  size: number,
  offset: number,
): Promise<QueueItem[]> {
  const { rows } = await sql<{ id: string; days: number }>`
    select q.id, extract(day from now() - q.requested_at)::int as days ${waiting(whose)}
    order by q.requested_at, q.id limit ${size} offset ${offset}`.execute(tx)
  const days = new Map(rows.map((row) => [row.id, row.days]))
  const requests = await requestsOf(tx, { ids: [...days.keys()] }, actor)
  const briefs = await briefsOf(
    tx,
    requests.map((request) => request.customer.id),
  )
  return requests.flatMap((request) => {
    const customer = briefs.get(request.customer.id)
    if (customer === undefined) return []
    const harm = harmOfRequest(customer.tier, days.get(request.id) ?? 0)
    return [{ what: 'request' as const, harm, customer, request }]
  })
}

/** Open pairs as items of the queue, the surest first. */
export async function pairItems(tx: Tx, whose: Whose, size: number, offset: number): Promise<QueueItem[]> {
  const pairs = await listPairs(tx, { state: 'open', whose }, size, offset)
  return pairs.map((pair) => ({
    what: 'duplicate' as const,
    harm: harmOfPair([pair.first.tier, pair.second.tier], pair.score),
    pair,
  }))
}
