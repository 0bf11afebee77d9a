import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { discountParts, millionths, quantityText } from '../../line-total.ts'
import { mayNot } from '../../order.ts'
import { type ReturnableLine, type ReturnedLine, returnPart, returnRest } from '../../returns.ts'
import type { ReturnOrder } from '../../schema/order-entry.ts'
import { type KnownLine, type LockedOrder, countReturns, linesOf, lockOrder } from '../queries/lock-order.ts'
import { partsOf } from '../queries/order-parts.ts'
import { type OrderColumns, insertOrders } from '../queries/write-orders.ts'
import { orderCodeTaken } from './code-taken.ts'
import { emitOrders } from './emit-orders.ts'
import { type Saved, codeFrom, notSaid } from './enter.ts'

/**
 * Takes goods of a delivered order back, all that is left or parts of lines (rule 5.1). The order is locked while it is
 * counted, so that two people at once never take back more than was delivered.
 */
export async function returnOrder(
  services: Services,
  actor: Actor,
  orderId: string,
  input: ReturnOrder,
): Promise<Saved | Refusal> {
  const work = inRegister(services, actor, 'return-order', 'orders.write', async ({ tx, changes, facts }) => {
    const order = await lockOrder(tx, orderId)
    if (order === null) return refuse('not-found')
    const known = await lockOrder(tx, input.id)
    if (known !== null) {
      const isSame = known.kind === 'return' && known.recordedBy === actor.personId
      return isSame ? { id: known.id, code: known.code, version: known.version } : refuse('already-exists')
    }
    const no = mayNot('return', order)
    if (no !== null) return no
    const { deliveredOn, customerId } = order
    if (input.on > facts.today) return refuse('invalid-day-ahead', { rule: '5.1', facts: { day: input.on } })
    if (deliveredOn !== null && input.on < deliveredOn)
      return refuse('invalid-before-delivered', { rule: '5.1', facts: { day: input.on, deliveredOn } })
    const visitId = input.visitId ?? null
    const parts = await partsOf(tx, { customerId, personId: null, visitId, priceListId: null, products: [] })
    if (visitId !== null && !parts.visit) return refuse('invalid-visit-unknown')
    const lines = (await linesOf(tx, orderId)).map(returnable)
    const back = input.lines === undefined ? returnRest(lines) : returnParts(lines, input.lines)
    if (isRefusal(back)) return back
    if (back.length === 0) return refuse('nothing-left', { rule: '5.1' })
    const code = codeOf(order, (await countReturns(tx, orderId)) + 1, input.id)
    await insertOrders(
      tx,
      changes,
      [columnsOf(order, input, code, actor.personId)],
      back.map((part, at) => ({
        id: newId(),
        orderId: input.id,
        line: at + 1,
        productId: part.of.productId,
        quantity: quantityText(part.quantity),
        unitPriceMinor: Number(part.of.unitPriceMinor),
        discount: part.of.discountText,
        ofLine: part.of.line,
        ofLineId: part.of.id,
        roundingMinor: Number(part.roundingMinor),
      })),
    )
    await emitOrders(tx, 'order.created', [input.id])
    return { id: input.id, code, version: 1 }
  })
  return await work.catch((error: unknown) => orderCodeTaken(error))
}

type Line = ReturnableLine & { productId: string; discountText: string }

function returnable(line: KnownLine): Line {
  return {
    id: line.id,
    line: line.line,
    productId: line.productId,
    quantity: millionths(line.quantity) ?? 0n,
    unitPriceMinor: BigInt(line.unitPriceMinor),
    discount: discountParts(line.discount) ?? 0n,
    discountText: line.discount,
    totalMinor: BigInt(line.totalMinor),
    returned: millionths(line.returned) ?? 0n,
    returnedMinor: BigInt(line.returnedMinor),
  }
}

/** The parts asked for; a line named twice is taken back in two parts. */
function returnParts(
  lines: readonly Line[],
  asked: NonNullable<ReturnOrder['lines']>,
): ReturnedLine<Line>[] | Refusal {
  const left = new Map(lines.map((line) => [line.id, line]))
  const back: ReturnedLine<Line>[] = []
  for (const { lineId, quantity } of asked) {
    const of = left.get(lineId)
    if (of === undefined) return refuse('invalid-line-unknown', { rule: '5.1' })
    const part = returnPart(of, millionths(quantity) ?? 0n)
    if (isRefusal(part)) return part
    back.push(part)
    left.set(lineId, {
      ...of,
      returned: of.returned - part.quantity,
      returnedMinor: of.returnedMinor - part.totalMinor,
    })
  }
  return back
}

function codeOf({ code }: LockedOrder, number: number, id: string): string {
  const wanted = `${code}-R${number}`
  return wanted.length <= 60 ? wanted : codeFrom(id)
}

function columnsOf(
  order: LockedOrder,
  { id, on, reason, note, visitId }: ReturnOrder,
  code: string,
  recordedBy: string | null,
): OrderColumns {
  return {
    ...notSaid,
    id,
    code,
    kind: 'return',
    customer_id: order.customerId,
    // Whoever took the order: what comes back is taken off the same person's sales.
    person_id: order.personId,
    ordered_on: on,
    required_on: null,
    delivered_on: on,
    reason,
    freight_minor: null,
    tax_minor: 0,
    currency: order.currency,
    ship_name: null,
    ship_city: null,
    ship_country: null,
    note: note === undefined || note === '' ? null : note,
    of_order_id: order.id,
    of_code: order.code,
    visit_id: visitId ?? null,
    price_list_id: null,
    recorded_by: recordedBy,
  }
}
