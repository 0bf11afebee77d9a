import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { discountParts, lineTotal, millionths, mostMinor } from '../../line-total.ts'
import type { NewOrder } from '../../schema/order-entry.ts'
import { partsOf } from '../queries/order-parts.ts'

type Entry = Pick<
  NewOrder,
  | 'orderedOn'
  | 'requiredOn'
  | 'deliveredOn'
  | 'visitId'
  | 'priceListId'
  | 'lines'
  | 'freightMinor'
  | 'taxMinor'
> & { customerId: string; personId: string | null; currency: string }

/** Null when an order can be entered so; else what is wrong: its days, what it names, or what it comes to. */
export async function checkEntry(tx: Tx, entry: Entry, today: Day): Promise<Refusal | null> {
  const { orderedOn, requiredOn, deliveredOn, customerId, personId, lines } = entry
  if (orderedOn > today) return refuse('invalid-day-ahead', { rule: '5.1', facts: { day: orderedOn } })
  const days = { requiredOn, deliveredOn }
  for (const [field, day] of Object.entries(days))
    if (typeof day === 'string' && day < orderedOn)
      return refuse('invalid-before-ordered', { rule: '5.1', facts: { field, day } })
  if (typeof deliveredOn === 'string' && deliveredOn > today)
    return refuse('invalid-day-ahead', { rule: '5.1', facts: { day: deliveredOn } })
  const products = [...new Set(lines.map((line) => line.productId))]
  const [visitId, priceListId] = [entry.visitId ?? null, entry.priceListId ?? null]
  const found = await partsOf(tx, { customerId, personId, visitId, priceListId, products })
  if (found.status === null) return refuse('not-found')
  if (found.status !== 'active' && found.status !== 'closed') return refuse('not-active')
  if (personId !== null && !found.person) return refuse('invalid-person-unknown')
  if (visitId !== null && !found.visit) return refuse('invalid-visit-unknown')
  if (priceListId !== null && found.priceListCurrency !== entry.currency)
    return refuse(
      found.priceListCurrency === null ? 'invalid-price-list-unknown' : 'invalid-price-list-currency',
    )
  if (found.products < products.length) return refuse('invalid-product-unknown')
  const goods = lines.reduce((sum, line) => sum + totalOf(line), 0n)
  return goods > mostMinor ? refuse('invalid-too-large', { rule: '5.2' }) : null
}

function totalOf({ quantity, unitPriceMinor, discount = '0' }: NewOrder['lines'][number]): bigint {
  return lineTotal({
    quantity: millionths(quantity) ?? 0n,
    unitPriceMinor: BigInt(unitPriceMinor),
    discount: discountParts(discount) ?? 0n,
  })
}
