import { sumLines } from '../src/sales/server/queries/totals.ts'
import { newId } from '../src/platform/server/uuid.ts'
import type { Server } from './make.ts'
import { asProgram } from './register.ts'

type Order = {
  customer: string
  day: string
  /** Who took it; nobody knows if left out. */
  person?: string | undefined
  /** What its lines are worth, in minor units; one of 100 if left out. */
  lines?: readonly number[]
  currency?: string
}

/** Orders as the company's own system delivers them, each with lines of a product of its own. */
export async function someOrders(server: Server, company: string, orders: readonly Order[]): Promise<void> {
  await asProgram(server, company, async (tx, changes) => {
    for (const { customer, day, person, lines = [100], currency = 'EUR' } of orders) {
      const own = { organization_id: company, customer_id: customer }
      const [order, product] = [newId(), newId()]
      const named = { organization_id: company, id: product, code: product, name: 'Oil' }
      await tx.insertInto('product').values(named).execute()
      changes.add('product', product)
      await tx
        .insertInto('sales_order')
        .values({ ...own, id: order, code: order, person_id: person ?? null, ordered_on: day, currency })
        .execute()
      changes.add('sales_order', order, customer)
      for (const [line, amount] of lines.entries()) {
        const of = { id: newId(), order_id: order, product_id: product, line, currency }
        await tx
          .insertInto('sales_order_line')
          .values({ ...own, ...of, quantity: 1, unit_price_minor: amount })
          .execute()
      }
      await sumLines(tx, changes, [order])
    }
  })
}
