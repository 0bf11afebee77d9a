import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { Facts, NoticeKind } from '../../kinds.ts'
import { insertNotices, peopleToTell } from '../queries/tell.ts'

/** What one person is told: one notice a person and batch, however many records the batch has. */
export type Telling = {
  readonly personId: string
  readonly kind: NoticeKind
  /** The batch, case or request. */
  readonly about: string
  readonly facts: Facts
}

/**
 * Tells people, in the transaction of the command that did it: what is rolled back was never told. Nobody is told of
 * what they do themselves, nor after they have left.
 */
export async function tell(tx: Tx, changes: Changes, tellings: readonly Telling[]): Promise<void> {
  if (tellings.length === 0) return
  const listening = await peopleToTell(
    tx,
    tellings.map(({ personId }) => personId),
  )
  const rows = tellings
    .filter(({ personId }) => listening.has(personId))
    .map(({ personId, kind, about, facts }) => ({ id: newId(), personId, kind, aboutId: about, facts }))
  if (rows.length === 0) return
  changes.addAll('notice', await insertNotices(tx, rows))
}
