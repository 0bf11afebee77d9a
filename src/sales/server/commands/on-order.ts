import { type Work, inRegister } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { type OrderAction, mayNot } from '../../order.ts'
import { type LockedOrder, lockOrder } from '../queries/lock-order.ts'
import { type OrderColumns, keepVersions, updateOrders } from '../queries/write-orders.ts'
import { emitOrders } from './emit-orders.ts'
import type { Saved } from './enter.ts'

type Change = { columns: Partial<OrderColumns>; after?: () => Promise<void> }

/**
 * Changes an order that nobody else has changed since the asker looked, if its stage allows the action. How it stood is
 * kept as a version.
 */
export async function onOrder(
  services: Services,
  actor: Actor,
  asked: { id: string; version: number; action: OrderAction },
  change: (order: LockedOrder, in_: Work) => Promise<Change | Refusal>,
): Promise<Saved | Refusal> {
  const { id, version, action } = asked
  return await inRegister(services, actor, `${action}-order`, 'orders.write', async (in_) => {
    const order = await lockOrder(in_.tx, id)
    if (order === null) return refuse('not-found')
    if (order.version !== version) return refuse('changed-since', { facts: { version: order.version } })
    // What another system tells of is changed there: it would put its own word in place of ours.
    if (order.source !== '' && (action === 'change' || action === 'cancel'))
      return refuse('kept-elsewhere', { rule: '5.1', facts: { source: order.source } })
    const no = mayNot(action, order)
    if (no !== null) return no
    const done = await change(order, in_)
    if (isRefusal(done)) return done
    await keepVersions(in_.tx, [id])
    await updateOrders(in_.tx, in_.changes, [{ id, ...done.columns }])
    await done.after?.()
    await emitOrders(in_.tx, 'order.changed', [id])
    return { id, code: order.code, version: version + 1 }
  })
}
