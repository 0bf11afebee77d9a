import type { Permission } from '../../people/permissions.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import type { Day } from '../../values/day.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { type OrderAction, actionsOf } from '../order.ts'
import type { Order } from '../schema/orders.ts'
import { orderOf } from './queries/order.ts'

/** What each action asks of whoever takes it. */
const asks: Readonly<Record<OrderAction, Permission>> = {
  change: 'orders.write',
  deliver: 'orders.write',
  undeliver: 'orders.write',
  cancel: 'orders.write',
  return: 'orders.write',
  invoice: 'money.record',
}

/** One order with what the asker may do with it. What another system tells of is changed there, not here. */
export async function orderPage(tx: Tx, actor: Actor, id: string): Promise<Order | Refusal> {
  const order = await orderOf(tx, id)
  if (order === null) return refuse('not-found')
  const actions = actionsOf({
    kind: order.kind,
    deliveredOn: order.deliveredOn as Day | null,
    cancelledOn: order.cancelledOn as Day | null,
    receivables: order.receivables.filter((one) => one.cancelledOn === null),
  })
  const keptElsewhere = order.source !== ''
  const may = actions.filter(
    (action) =>
      actor.may.includes(asks[action]) && !(keptElsewhere && (action === 'change' || action === 'cancel')),
  )
  return { ...order, may }
}
