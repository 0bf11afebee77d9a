import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { SetPrices } from '../../schema/prices.ts'
import { lockPriceList } from '../queries/price-lists.ts'
import { deletePrices, pricesFrom, putPrices, unknownProducts } from '../queries/price-rows.ts'

/**
 * Writes prices that hold from a day; those from other days stay as they were. Answers the request that takes it back.
 * Of a product and quantity named twice the last counts.
 */
export async function setPrices(
  services: Services,
  actor: Actor,
  listId: string,
  { from, prices }: SetPrices,
): Promise<{ written: number; undo: SetPrices } | Refusal> {
  return await inRegister(services, actor, 'set-prices', 'prices.change', async ({ tx, changes }) => {
    if ((await lockPriceList(tx, listId)) === null) return refuse('not-found')
    const last = new Map(
      prices.map(({ productId, leastQuantity = 0, minor }) => [
        `${productId} ${leastQuantity}`,
        { productId, leastQuantity, minor },
      ]),
    )
    const wanted = [...last.values()]
    const unknown = await unknownProducts(
      tx,
      wanted.map(({ productId }) => productId),
    )
    if (unknown[0] !== undefined) return refuse('no-such-product', { facts: { product: unknown[0] } })
    const before = await pricesFrom(tx, listId, from, wanted)
    const was = new Map(before.map((row) => [`${row.productId} ${row.leastQuantity}`, row]))
    const withdrawn = wanted.flatMap((one) => {
      const row = was.get(`${one.productId} ${one.leastQuantity}`)
      return one.minor === undefined && row !== undefined ? [row] : []
    })
    const written = await putPrices(
      tx,
      listId,
      from,
      wanted.filter(({ minor }) => minor !== undefined),
    )
    await deletePrices(
      tx,
      withdrawn.map(({ id }) => id),
    )
    changes.addAll('price', written)
    changes.addAll('price', withdrawn, true)
    const undo = wanted.map(({ productId, leastQuantity }) => {
      const row = was.get(`${productId} ${leastQuantity}`)
      return row === undefined ? { productId, leastQuantity } : { productId, leastQuantity, minor: row.minor }
    })
    return { written: written.length + withdrawn.length, undo: { from, prices: undo } }
  })
}
