import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { NewOrder } from '../../schema/order-entry.ts'
import { lockOrder } from '../queries/lock-order.ts'
import { type LineColumns, type OrderColumns, insertOrders } from '../queries/write-orders.ts'
import { checkEntry } from './check-entry.ts'
import { orderCodeTaken } from './code-taken.ts'
import { emitOrders } from './emit-orders.ts'

export type Saved = { id: string; code: string; version: number }

/** Enters an order of a customer (rule 5.1). The same order sent again is answered as entered. */
export async function enterOrder(
  services: Services,
  actor: Actor,
  input: NewOrder,
): Promise<Saved | Refusal> {
  const work = inRegister(services, actor, 'enter-order', 'orders.write', async ({ tx, changes, facts }) => {
    const known = await lockOrder(tx, input.id)
    if (known !== null) {
      const isSame = known.customerId === input.customerId && known.recordedBy === actor.personId
      return isSame ? { id: known.id, code: known.code, version: known.version } : refuse('already-exists')
    }
    const personId = input.personId === undefined ? actor.personId : input.personId
    const currency = input.currency ?? facts.currency
    const no = await checkEntry(tx, { ...input, personId, currency }, facts.today)
    if (isRefusal(no)) return no
    const order: OrderColumns = {
      ...enteredColumns(input),
      id: input.id,
      code: input.code ?? codeFrom(input.id),
      kind: 'sale',
      customer_id: input.customerId,
      person_id: personId,
      currency,
      delivered_on: input.deliveredOn ?? null,
      ...notSaid,
      recorded_by: actor.personId,
    }
    const lines = input.lines.map((line, at) => lineColumns(input.id, at + 1, line))
    await insertOrders(tx, changes, [order], lines)
    await emitOrders(tx, 'order.created', [input.id])
    return { id: order.id, code: order.code, version: 1 }
  })
  return await work.catch((error: unknown) => orderCodeTaken(error, input.code))
}

/** What an order entered by hand doesn't say. */
export const notSaid = {
  shipped_on: null,
  cancelled_on: null,
  cancel_reason: null,
  reason: null,
  source: '',
  changed_at: null,
  of_order_id: null,
  of_code: null,
} as const

/** The columns that a form fills. */
export function enteredColumns(input: Omit<NewOrder, 'id' | 'customerId'>) {
  return {
    ordered_on: input.orderedOn,
    required_on: input.requiredOn ?? null,
    freight_minor: input.freightMinor ?? null,
    tax_minor: input.taxMinor ?? 0,
    note: emptyAsNull(input.note),
    ship_name: emptyAsNull(input.shipName),
    ship_city: emptyAsNull(input.shipCity),
    ship_country: input.shipCountry ?? null,
    visit_id: input.visitId ?? null,
    price_list_id: input.priceListId ?? null,
  }
}

export function lineColumns(
  orderId: string,
  number: number,
  { productId, quantity, unitPriceMinor, discount = '0' }: NewOrder['lines'][number],
): LineColumns {
  const priced = { productId, quantity, unitPriceMinor, discount }
  return { id: newId(), orderId, line: number, ...priced, ofLine: null, ofLineId: null, roundingMinor: 0 }
}

/** A number nobody has to think of: the end of the id, which is chance. */
export function codeFrom(id: string): string {
  return `R-${id.slice(-10).toUpperCase()}`
}

function emptyAsNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
