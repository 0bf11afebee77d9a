import type { DemoCompany } from './company.ts'
import type { Pack } from './pack.ts'
import type { DemoTable, Rows } from './rows.ts'
import { idOn } from './staff.ts'

/** The orders of these outlets and their lines. */
export function orderRows(
  company: string,
  pack: Pack,
  made: DemoCompany,
  part: DemoCompany['outlets'],
): [DemoTable, Rows][] {
  const productIds = new Map(made.products.map((product) => [product.code, product.id]))
  const whole = part.flatMap(({ outlet, orders }) =>
    orders.map((order, index) => {
      const id = idOn(order.day, made.chance)
      const goods = order.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0)
      const head = {
        organization_id: company,
        id,
        // The outlet's number and a running one: the same for the same seed, whatever is made first.
        code: `${outlet.code.slice(1)}-${String(index + 1).padStart(3, '0')}`,
        customer_id: outlet.id,
        person_id: order.personId,
        ordered_on: order.day,
        currency: pack.currency,
        goods_minor: goods,
        line_count: order.lines.length,
      }
      const lines = order.lines.map((line, at) => ({
        organization_id: company,
        id: idOn(order.day, made.chance),
        order_id: id,
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
