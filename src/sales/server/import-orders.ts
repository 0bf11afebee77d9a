import type { ServerTarget } from '../../imports/server/target.ts'
import { orderLinesTarget, ordersTarget } from '../order-targets.ts'
import {
  amountOfLines,
  findLines,
  loadLines,
  removeLines,
  resolveLines,
  writeLines,
} from './queries/order-lines.ts'
import { findOrders, loadOrders, removeOrders, resolveOrders, writeOrders } from './queries/orders.ts'

/** Orders and their lines from the company's own system (rule 5.1). */
export const importOrders: ServerTarget = {
  rules: ordersTarget,
  resolve: resolveOrders,
  find: findOrders,
  load: loadOrders,
  write: writeOrders,
  remove: removeOrders,
}
export const importOrderLines: ServerTarget = {
  rules: orderLinesTarget,
  resolve: resolveLines,
  find: findLines,
  load: loadLines,
  write: writeLines,
  remove: removeLines,
  amounts: amountOfLines,
}
