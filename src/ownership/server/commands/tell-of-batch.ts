import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { RegisterFacts } from '../../../customers/server/queries/company.ts'
import { type Telling, tell } from '../../../notices/server/commands/tell.ts'
import { type Moved, peopleOfBatch } from '../queries/batch-people.ts'
import { emitBatch } from './emit-batch.ts'

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
  await emitBatch(tx, today, batchId, moved)
}

function tellingOf(
  { role, way, personId, count, otherId, several }: Moved,
  by: string | null,
  about: string,
): Telling {
  const facts = { count, ...(by === null ? {} : { by }) }
  if (role !== 'owner') {
    return { personId, about, kind: way === 'came' ? `${role}-received` : `${role}-ended`, facts }
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
