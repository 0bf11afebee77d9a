import { companyDay } from '../../people/server/queries/company.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import type { OutletStock, StockHistory, StockLine } from '../schema/stock.ts'
import { daysOfStock, heldCounts, sellOuts } from '../stock.ts'
import * as queries from './queries/stock-facts.ts'

/** What an outlet has of every product that it carries or that was counted there (rule 5.5). */
export async function outletStock(tx: Tx, actor: Actor, customerId: string): Promise<OutletStock | Refusal> {
  if (!(await queries.seesCustomer(tx, customerId))) return refuse('not-found')
  const counts = await queries.countsOf(tx, customerId, { product: null, lastDays: 2, withdrawn: false })
  const first = counts.reduce((day, count) => (count.day < day ? count.day : day), '9999-12-31')
  const moves = await queries.movementsOf(tx, customerId, { product: null, day: first })
  const writeOffs = await queries.writeOffsOf(tx, customerId, { product: null, withdrawn: false })
  const products = await queries.stockProducts(
    tx,
    customerId,
    counts.map(({ productId }) => productId),
  )
  const [countsBy, movesBy, offBy] = [byProduct(counts), byProduct(moves), byProduct(writeOffs)]
  const lines = products.map(({ carried, ...product }): StockLine => {
    const held = heldCounts(countsBy.get(product.id) ?? [])
    const moved = movesBy.get(product.id) ?? []
    const counted = held.at(-1) ?? null
    const sellOut = sellOuts(held, moved, offBy.get(product.id) ?? []).at(-1) ?? null
    const since = counted === null ? [] : moved.filter(({ day }) => day >= counted.day)
    return {
      product,
      carried,
      counted,
      sellOut,
      daysOfStock: daysOfStock(sellOut),
      since: Number(since.reduce((sum, { quantity }) => sum + quantity, 0).toFixed(6)),
    }
  })
  return { today: await companyDay(tx), lines, mayCount: actor.may.includes('visits.write') }
}

/** Everything that was counted and written off of a product at an outlet, the newest first. */
export async function stockHistory(
  tx: Tx,
  actor: Actor,
  customerId: string,
  productId: string,
): Promise<StockHistory | Refusal> {
  if (!(await queries.seesCustomer(tx, customerId))) return refuse('not-found')
  const product = (await queries.stockProducts(tx, customerId, [productId])).find(
    ({ id }) => id === productId,
  )
  if (product === undefined) return refuse('no-such-product')
  const counts = await queries.countsOf(tx, customerId, {
    product: productId,
    lastDays: null,
    withdrawn: true,
  })
  const writeOffs = await queries.writeOffsOf(tx, customerId, { product: productId, withdrawn: true })
  const held = heldCounts(counts.filter(({ withdrawn }) => !withdrawn))
  const moves = await queries.movementsOf(tx, customerId, {
    product: productId,
    day: held[0]?.day ?? '9999-12-31',
  })
  const { carried: _, ...named } = product
  return {
    product: named,
    counts: newestFirst(counts),
    writeOffs: newestFirst(writeOffs),
    sellOuts: sellOuts(
      held,
      moves,
      writeOffs.filter(({ withdrawn }) => !withdrawn),
    ).toReversed(),
    mayCount: actor.may.includes('visits.write'),
  }
}

function byProduct<Row extends { productId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ productId }) => productId)
}

/** By day; of one day in the order of recording backwards. */
function newestFirst<Row extends { day: string }>(rows: readonly Row[]): Row[] {
  return rows.toReversed().toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
}
