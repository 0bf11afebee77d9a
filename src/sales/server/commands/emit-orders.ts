import type { Tx } from '../../../platform/server/database/connect.ts'
import { mostCustomers } from '../../../webhooks/event-types.ts'
import { emit } from '../../../webhooks/server/commands/emit.ts'
import { insertMessages, isWanted } from '../../../webhooks/server/queries/emit.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { outlinesOf } from '../queries/order-outlines.ts'

/** Up to so many orders of one command are told one by one; more in one event that counts them. */
export const mostTold = 200

/** Tells other programs of orders that came or changed; looks at nothing where nobody listens. */
export async function emitOrders(
  tx: Tx,
  type: 'order.created' | 'order.changed',
  ids: readonly string[],
  source = '',
): Promise<void> {
  if (ids.length === 0 || !(await isWanted(tx, type))) return
  if (ids.length > mostTold) {
    await emit(tx, type, { count: ids.length, orderIds: ids.slice(0, mostCustomers), source })
    return
  }
  const outlines = await outlinesOf(tx, ids)
  await insertMessages(
    tx,
    type,
    outlines.map((data) => ({ id: newId(), data })),
  )
}
