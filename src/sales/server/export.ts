import type { ExportSource } from '../../imports/server/target.ts'
import { orderLinesTarget, ordersTarget } from '../order-targets.ts'
import { listLineIds, listOrderIds, spellLines, spellOrders } from './queries/export.ts'
import { loadLines } from './queries/order-lines.ts'
import { loadOrders } from './queries/orders.ts'

export const exportOrders: ExportSource = {
  rules: ordersTarget,
  permission: 'customers.export',
  list: listOrderIds,
  load: loadOrders,
  spell: spellOrders,
}
export const exportOrderLines: ExportSource = {
  rules: orderLinesTarget,
  permission: 'customers.export',
  list: listLineIds,
  load: loadLines,
  spell: spellLines,
}
