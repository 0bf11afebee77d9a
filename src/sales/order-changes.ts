type Columns = Readonly<Record<string, unknown>>
/** An order as it stood: its columns, and those of its lines. */
export type StoodOrder = { readonly order: Columns; readonly lines: readonly Columns[] }
export type FieldChange = { field: string; from: unknown; to: unknown }
export type LineChange = {
  line: number
  productId: string | null
  what: 'added' | 'removed' | 'changed'
  changes: FieldChange[]
}

/** What people see of an order and its lines, by the name it has in the contract. */
const orderFields = {
  code: 'code',
  customer: 'customer_id',
  person: 'person_id',
  orderedOn: 'ordered_on',
  requiredOn: 'required_on',
  shippedOn: 'shipped_on',
  deliveredOn: 'delivered_on',
  cancelledOn: 'cancelled_on',
  cancelReason: 'cancel_reason',
  reason: 'reason',
  freightMinor: 'freight_minor',
  taxMinor: 'tax_minor',
  goodsMinor: 'goods_minor',
  currency: 'currency',
  shipName: 'ship_name',
  shipCity: 'ship_city',
  shipCountry: 'ship_country',
  note: 'note',
} as const
const lineFields = {
  product: 'product_id',
  quantity: 'quantity',
  unitPriceMinor: 'unit_price_minor',
  discount: 'discount',
  totalMinor: 'total_minor',
} as const

function between(before: Columns, after: Columns, fields: Readonly<Record<string, string>>): FieldChange[] {
  return Object.entries(fields).flatMap(([field, column]) => {
    const [from, to] = [before[column] ?? null, after[column] ?? null]
    return from === to ? [] : [{ field, from, to }]
  })
}

/** What changed from one version to the next: in the order itself, and line by line. */
export function changesBetween(
  before: StoodOrder,
  after: StoodOrder,
): { changes: FieldChange[]; lines: LineChange[] } {
  const [old, now] = [before, after].map(
    ({ lines }) => new Map(lines.map((line) => [Number(line['line']), line])),
  )
  const numbers = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].toSorted((a, b) => a - b)
  const lines = numbers.flatMap((line): LineChange[] => {
    const [was, is] = [old?.get(line), now?.get(line)]
    const changes = between(was ?? {}, is ?? {}, lineFields)
    const what = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed'
    const product = (is ?? was)?.['product_id']
    return changes.length === 0
      ? []
      : [{ line, productId: typeof product === 'string' ? product : null, what, changes }]
  })
  return { changes: between(before.order, after.order, orderFields), lines }
}
