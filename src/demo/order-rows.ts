import type { DemoCompany } from './company.ts'
import type { DemoLife } from './life.ts'
import { goodsOf } from './money.ts'
import type { DemoOutlet } from './outlets.ts'
import type { Pack } from './pack.ts'
import type { DemoTable, Rows } from './rows.ts'
import { idOn } from './staff.ts'
import type { DemoOrder } from './trade.ts'

/** An outlet with its orders as they are called, and what happened there. */
export type Dealings = {
  outlet: DemoOutlet
  orders: (Omit<DemoOrder, 'number'> & { id: string; code: string; goodsMinor: number })[]
  life: DemoLife
}

/** These outlets with their orders by name: the outlet's number and a running one, whatever is made first. */
export function dealingsOf(made: DemoCompany, from: number, to: number): Dealings[] {
  return made.outlets.slice(from, to).flatMap(({ outlet, orders }, at) => {
    const life = made.life.outlets[from + at]
    if (life === undefined) return []
    const named = orders.map((order, index) => ({
      ...order,
      id: idOn(order.day, made.chance),
      code: `${outlet.code.slice(1)}-${String(index + 1).padStart(3, '0')}`,
      goodsMinor: goodsOf(order),
    }))
    return [{ outlet, orders: named, life }]
  })
}

/** The orders of these outlets and their lines; the visits they were taken on come before. */
export function orderRows(
  company: string,
  pack: Pack,
  made: DemoCompany,
  part: readonly Dealings[],
): [DemoTable, Rows][] {
  const productIds = new Map(made.products.map((product) => [product.code, product.id]))
  const whole = part.flatMap(({ outlet, orders, life }) =>
    orders.map((order, index) => {
      const head = {
        organization_id: company,
        id: order.id,
        code: order.code,
        customer_id: outlet.id,
        person_id: order.personId,
        ordered_on: order.day,
        delivered_on: life.dealings[index]?.deliveredOn ?? null,
        visit_id: life.visits.find((visit) => visit.order === index)?.id ?? null,
        currency: pack.currency,
        goods_minor: order.goodsMinor,
        line_count: order.lines.length,
      }
      const lines = order.lines.map((line, at) => ({
        organization_id: company,
        id: idOn(order.day, made.chance),
        order_id: order.id,
        customer_id: outlet.id,
        line: at + 1,
        product_id: productIds.get(line.productCode) ?? null,
        quantity: line.quantity,
        unit_price_minor: line.unitPriceMinor,
        currency: pack.currency,
        discount: 0,
      }))
      return { head, lines }
    }),
  )
  return [
    ['sales_order', whole.map(({ head }) => head)],
    ['sales_order_line', whole.flatMap(({ lines }) => lines)],
  ]
}
