import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { RegisterFacts } from '../../../customers/server/queries/company.ts'
import { type Telling, tell } from '../../../notices/server/commands/tell.ts'
import { mostCustomers } from '../../../webhooks/event-types.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { outlineOfBatch } from '../queries/batch-customers.ts'
import { type Moved, peopleOfBatch } from '../queries/batch-people.ts'

/**
 * Tells those who received or gave up customers in a batch of the ledger, one notice a person with the count, and other
 * programs: one event a batch.
 */
export async function tellOfBatch(
  tx: Tx,
  changes: Changes,
  { actor, today }: Pick<RegisterFacts, 'actor' | 'today'>,
  batchId: string | null,
): Promise<void> {
  if (batchId === null) return
  const moved = await peopleOfBatch(tx, batchId, today)
  await tell(
    tx,
    changes,
    moved.map((one) => tellingOf(one, actor.personId, batchId)),
  )
  const { cause, count, customerIds } = await outlineOfBatch(tx, batchId, mostCustomers)
  const people = moved.map(({ personId, role, way, count: customers }) => ({
    personId,
    role,
    way,
    customers,
  }))
  const all = `/api/customers?batch=${batchId}`
  await emit(tx, 'ownership.changed', { batchId, cause, count, customerIds, all, people })
}

function tellingOf(
  { role, way, personId, count, otherId, several }: Moved,
  by: string | null,
  about: string,
): Telling {
  const facts = { count, ...(by === null ? {} : { by }) }
  if (role !== 'owner') {
    const kind = way === 'came' ? 'role-received' : 'role-ended'
    return { personId, about, kind, facts: { ...facts, role } }
  }
  if (way === 'came')
    return {
      personId,
      about,
      kind: 'customers-received',
      facts: otherId === null ? facts : { ...facts, from: otherId },
    }
  const to = otherId !== null ? { to: otherId } : several ? { several: 1 } : {}
  return { personId, about, kind: 'customers-given', facts: { ...facts, ...to } }
}
