import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import { type Telling, tell } from '../../../notices/server/commands/tell.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { type CoverTurn, coverTurns } from '../queries/cover-turns.ts'

/**
 * Tells of the covers of these customers that begin or end today: the stand-in once a cover, each owner once, and other
 * programs. For the transaction that made it so, by a command of today or because the day has come.
 */
export async function tellOfCovers(
  tx: Tx,
  changes: Changes,
  customers: readonly string[],
  today: Day,
): Promise<void> {
  if (customers.length === 0) return
  const turns = await coverTurns(tx, customers, today)
  const covers = Map.groupBy(turns, ({ what, batchId, personId }) => `${what} ${batchId} ${personId}`)
  await tell(tx, changes, [...covers.values()].map(toStandIn))
  await tell(tx, changes, turns.flatMap(toOwner))
  for (const parts of covers.values()) {
    const [first] = parts
    if (first === undefined) continue
    const { what, batchId, personId, until } = first
    const facts = { batchId, personId, count: sumOf(parts) }
    if (what === 'ended') await emit(tx, 'cover.ended', facts)
    else await emit(tx, 'cover.begun', { ...facts, from: today, to: until })
  }
}

const sumOf = (parts: readonly CoverTurn[]) => parts.reduce((sum, { count }) => sum + count, 0)

function toStandIn(parts: readonly CoverTurn[]): Telling {
  const [first] = parts
  if (first === undefined) throw new Error('a cover of nobody')
  const { what, batchId, personId, ownerId, until } = first
  const facts = {
    count: sumOf(parts),
    ...(parts.length === 1 && ownerId !== null ? { for: ownerId } : {}),
    ...(until === null ? {} : { until }),
  }
  return { personId, kind: what === 'begun' ? 'cover-began' : 'cover-ended', about: batchId, facts }
}

function toOwner({ what, batchId, personId, ownerId, count, until }: CoverTurn): Telling[] {
  if (what === 'ended' || ownerId === null || until === null) return []
  return [
    {
      personId: ownerId,
      kind: 'customers-covered',
      about: batchId,
      facts: { to: personId, count, until },
    },
  ]
}
