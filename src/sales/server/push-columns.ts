import { quantityText, millionths } from '../line-total.ts'
import type { PushedOrder } from '../schema/push.ts'
import type { PushContext } from './push-judge.ts'
import type { KnownPushed, KnownPushedLine } from './queries/push-find.ts'
import type { LineColumns, OrderColumns } from './queries/write-orders.ts'

/** The columns of an order that was pushed. A delivery that is left out stays as it is known here. */
export function columnsOf(
  id: string,
  order: PushedOrder,
  { ids, currency, source, recordedBy }: PushContext,
  known: KnownPushed | undefined,
  ofOrderId: string | null,
): OrderColumns {
  return {
    id,
    code: order.number,
    kind: order.kind ?? 'sale',
    customer_id: ids.customers.get(order.customer) ?? '',
    person_id: order.person == null ? null : (ids.people.get(order.person) ?? null),
    ordered_on: order.orderedOn,
    required_on: order.requiredOn ?? null,
    shipped_on: order.shippedOn ?? null,
    delivered_on: order.deliveredOn === undefined ? (known?.deliveredOn ?? null) : order.deliveredOn,
    cancelled_on: order.cancelledOn ?? null,
    cancel_reason: emptyAsNull(order.cancelReason),
    reason: emptyAsNull(order.reason),
    freight_minor: order.freightMinor ?? null,
    tax_minor: order.taxMinor ?? 0,
    currency: order.currency ?? currency,
    ship_name: emptyAsNull(order.shipName),
    ship_city: emptyAsNull(order.shipCity),
    ship_country: order.shipCountry ?? null,
    note: emptyAsNull(order.note),
    source,
    changed_at: order.changedAt,
    of_order_id: ofOrderId,
    of_code: order.returnOf ?? null,
    visit_id: null,
    price_list_id: null,
    recorded_by: recordedBy,
  }
}

function emptyAsNull(text: string | null | undefined): string | null {
  return text === undefined || text === '' ? null : text
}

/** Whether an order is as the push says it. */
export function sameOrder(said: Readonly<Record<string, unknown>>, columns: OrderColumns): boolean {
  return Object.entries(said).every(([name, value]) => value === columns[name as keyof OrderColumns])
}

/** Whether an order has exactly these lines. */
export function sameLines(before: readonly KnownPushedLine[], lines: readonly LineColumns[]): boolean {
  if (before.length !== lines.length) return false
  const known = new Map(before.map((line) => [line.line, keyOf(line)]))
  return lines.every((line) => known.get(line.line) === keyOf(line))
}

type Comparable = Pick<LineColumns, 'productId' | 'quantity' | 'unitPriceMinor' | 'discount' | 'ofLineId'>

function keyOf({ productId, quantity, unitPriceMinor, discount, ofLineId }: Comparable): string {
  const plain = [quantity, discount].map(plainDecimal)
  return [productId, ...plain, unitPriceMinor, ofLineId].join(' ')
}

/** Without zeros at the end, as the database writes it. */
function plainDecimal(text: string): string {
  const parts = millionths(text)
  return parts === null ? text.replace(/0+$/u, '') : quantityText(parts)
}
