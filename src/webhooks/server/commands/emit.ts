import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { EventType } from '../../event-types.ts'
import { insertMessage } from '../queries/emit.ts'

type Data = { readonly [name: string]: string | number | boolean | null | readonly (string | Data)[] }

/**
 * Tells other programs, in the transaction of the command that did it: what is rolled back was never told. `data` holds
 * ids and facts as `eventTypes` says, never a personal note (rule 1.2). Costs one statement where nobody listens.
 */
export async function emit(tx: Tx, type: EventType, data: Data): Promise<void> {
  await insertMessage(tx, newId(), type, data)
}
