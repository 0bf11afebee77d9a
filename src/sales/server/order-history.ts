import type { Tx } from '../../platform/server/database/connect.ts'
import { type FieldChange, type StoodOrder, changesBetween } from '../order-changes.ts'
import type { OrderVersion } from '../schema/orders.ts'
import { namesIn, stoodBefore } from './queries/order-versions.ts'

const texts = (columns: readonly unknown[]) => columns.filter((one) => typeof one === 'string')

/** What was changed in an order, by whom and when, the latest first; ids become names. Null when there is no such order. */
export async function historyOf(tx: Tx, id: string): Promise<OrderVersion[] | null> {
  const found = await stoodBefore(tx, id)
  if (found === null) return null
  const { stood, now, version } = found
  const all: StoodOrder[] = [...stood.map((one) => one.was), now]
  const names = await namesIn(tx, {
    people: texts(all.map(({ order }) => order['person_id'])),
    customers: texts(all.map(({ order }) => order['customer_id'])),
    products: texts(all.flatMap(({ lines }) => lines.map((line) => line['product_id']))),
  })
  const byField = { person: names.people, customer: names.customers, product: names.products } as const
  const spelled = ({ field, from, to }: FieldChange): FieldChange => {
    const named = (byField as Partial<Record<string, Record<string, string>>>)[field]
    const name = (value: unknown) =>
      named !== undefined && typeof value === 'string' ? (named[value] ?? null) : value
    return { field, from: name(from), to: name(to) }
  }
  return stood
    .map(({ was, at, by, source }, index) => {
      const { changes, lines } = changesBetween(was, all[index + 1] ?? now)
      return {
        version: stood[index + 1]?.version ?? version,
        at,
        by,
        source,
        changes: changes.map(spelled),
        lines: lines.map(({ line, productId, what, changes: of }) => ({
          line,
          product: productId === null ? null : (names.products[productId] ?? null),
          what,
          changes: of.map(spelled),
        })),
      }
    })
    .toReversed()
}
