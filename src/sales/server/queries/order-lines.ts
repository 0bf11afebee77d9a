import { sql } from 'kysely'
import { type Currency, minorDigits } from '../../../values/currency.ts'
import { newValues } from '../../../imports/compare.ts'
import { byId, idsByRow } from '../../../imports/server/queries/records.ts'
import type {
  ChangedRecord,
  Existing,
  ImportContext,
  ToWrite,
  StagedRow,
} from '../../../imports/server/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { priceFromAmount, roundingOf } from '../../line-amount.ts'
import { discountParts, millionths } from '../../line-total.ts'
import { ordersNamed, productsNamed, refer } from './refer.ts'
import { linkLines } from './push-link.ts'
import { sumLines } from './totals.ts'
import { keepVersions, updateOrders } from './write-orders.ts'

export async function resolveLines(
  tx: Tx,
  rows: readonly StagedRow[],
  { fields }: ImportContext,
): Promise<void> {
  await refer(tx, rows, 'order', ordersNamed)
  await refer(tx, rows, 'product', productsNamed)
  await agree(tx, rows, fields.has('currency'))
  if (fields.has('amount')) for (const row of rows) price(row, fields.has('unit_price'))
}

/** A line is in the currency of its order, said or not, and what a return takes back is negative. */
async function agree(tx: Tx, rows: readonly StagedRow[], says: boolean): Promise<void> {
  const ids = [...new Set(rows.flatMap((row) => row.values['order_id'] ?? []))]
  const { rows: orders } = await sql<{ id: string; currency: Currency; kind: string }>`
    select id, currency, kind from sales_order where organization_id = app.organization() and id = any (${ids}::uuid[])`.execute(
    tx,
  )
  const known = new Map(orders.map((order) => [order.id, order]))
  for (const row of rows) {
    const order = known.get(String(row.values['order_id']))
    if (order === undefined) continue
    const { quantity, currency } = row.values
    if (typeof currency === 'string' && currency !== order.currency) {
      const alike = minorDigits(currency as Currency) === minorDigits(order.currency)
      if (!says && alike) row.values = { ...row.values, currency: order.currency }
      else
        row.problems.push({
          code: 'other-currency',
          field: 'currency',
          value: currency,
          facts: { currency: order.currency },
        })
    }
    if (order.kind === 'return' && Number(quantity) > 0)
      row.problems.push({ code: 'sign-of-return', field: 'quantity', value: String(quantity) })
  }
}

/** The price of a line that says what it comes to; where it says both, they must agree but for rounding. */
function price(row: StagedRow, isTold: boolean): void {
  const { amount_minor: amount, quantity, discount, unit_price_minor: told } = row.values
  if (amount === null || amount === undefined) return
  const parts = {
    quantity: millionths(String(quantity ?? '')) ?? 0n,
    discount: discountParts(String(discount ?? '0')) ?? 0n,
  }
  const amountMinor = BigInt(Number(amount))
  const found =
    isTold && told !== null && told !== undefined
      ? roundingOf(amountMinor, { ...parts, unitPriceMinor: BigInt(Number(told)) })
      : priceFromAmount(amountMinor, parts)
  if (found === null)
    row.problems.push({ code: 'amount-without-price', field: 'amount', value: String(amount) })
  else
    row.values = {
      ...row.values,
      unit_price_minor: Number(found.unitPriceMinor),
      rounding_minor: Number(found.roundingMinor),
    }
}

/** A line by its number in the order, or else by its product; the first where an order has the product twice. */
export async function findLines(
  tx: Tx,
  key: string,
  rows: readonly StagedRow[],
): Promise<Map<number, string>> {
  const asked = rows.map(({ row, values }) => ({
    row,
    order: values['order_id'],
    line: values['line'] ?? null,
    product: values['product_id'],
  }))
  const { rows: found } = await sql<{ row: number; id: string }>`
    select distinct on (a.row) a.row, l.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(row integer, "order" uuid, line integer, product uuid)
    join sales_order_line l on l.order_id = a."order"
      and ${key === 'order_line' ? sql`l.line = a.line` : sql`l.product_id = a.product`}
    order by a.row, l.line`.execute(tx)
  return idsByRow(found)
}

export async function loadLines(
  tx: Tx,
  ids: readonly string[],
  _context: ImportContext,
  lock: boolean,
): Promise<Map<string, Existing>> {
  const { rows } = await sql<Existing>`
    select l.id, l.version, jsonb_build_object('order_id', l.order_id, 'line', l.line, 'product_id', l.product_id,
      'quantity', trim_scale(l.quantity)::text, 'unit_price_minor', l.unit_price_minor, 'currency', l.currency,
      'amount_minor', l.total_minor, 'rounding_minor', l.rounding_minor,
      'discount', trim_scale(l.discount)::text) as values
    from sales_order_line l where l.id = any (${[...ids]}::uuid[])
    order by l.id ${lock ? sql`for update` : sql``}`.execute(tx)
  return byId(rows)
}

export async function writeLines(
  tx: Tx,
  changes: Changes,
  { created, updated }: ToWrite,
  { importId }: ImportContext,
): Promise<void> {
  await keepCorrected(tx, changes, { created, updated }, importId)
  if (created.length > 0) {
    const rows = created.map(({ id, row, values }) => ({ ...values, id, row }))
    // Lines without a number of their own go on after the order's last one, as they stand in the file.
    const { rows: written } = await sql<{ orderId: string }>`
      insert into sales_order_line (organization_id, id, order_id, customer_id, line, product_id, quantity,
        unit_price_minor, rounding_minor, currency, discount)
      select app.organization(), r.id, o.id, o.customer_id,
        coalesce(r.line, (select coalesce(max(e.line), 0) from sales_order_line e where e.order_id = o.id)
          + row_number() over (partition by o.id, r.line is null order by r.row)),
        r.product_id, r.quantity, r.unit_price_minor, coalesce(r.rounding_minor, 0), r.currency,
        coalesce(r.discount, 0)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, row integer, order_id uuid, line integer,
        product_id uuid, quantity numeric, unit_price_minor bigint, rounding_minor smallint, currency text,
        discount numeric)
      join sales_order o on o.id = r.order_id
      returning order_id as "orderId"`.execute(tx)
    const orders = written.map((one) => one.orderId)
    await sumLines(tx, changes, orders)
    await linkLines(tx, orders)
  }
  if (updated.length > 0) await update(tx, changes, updated)
}

/**
 * Keeps how orders stood whose lines are corrected: changed, or joined by lines that come after others. Those that came with the
 * same import are no correction: they are younger than it, as their ids say.
 */
async function keepCorrected(
  tx: Tx,
  changes: Changes,
  { created, updated }: ToWrite,
  importId: string,
): Promise<void> {
  const joined = [...new Set(created.map(({ values }) => String(values['order_id'])))]
  const { rows } = await sql<{ id: string }>`
    select l.order_id as id from sales_order_line l
    where l.organization_id = app.organization() and l.id = any (${updated.map(({ id }) => id)}::uuid[])
    union
    select o.id from unnest(${joined}::uuid[]) as o (id)
    where exists (select from sales_order_line l where l.organization_id = app.organization() and l.order_id = o.id
      and l.id < ${importId}::uuid)`.execute(tx)
  await keepVersions(
    tx,
    rows.map(({ id }) => id),
    'import',
  )
  await updateOrders(tx, changes, rows)
}

async function update(tx: Tx, changes: Changes, updated: readonly ChangedRecord[]): Promise<void> {
  const rows = updated.map(({ id, fields }) => ({ id, set: newValues(fields) }))
  const { rows: written } = await sql<{ orderId: string }>`
    update sales_order_line l set product_id = n.product_id, quantity = n.quantity, line = n.line,
      unit_price_minor = n.unit_price_minor, currency = n.currency, discount = coalesce(n.discount, 0),
      -- What rounding left belongs to the price and quantity it was found with; of a return, to what it takes back.
      rounding_minor = case when r.set ? 'rounding_minor' or l.of_line_id is not null
          or not r.set ?| array['quantity', 'unit_price_minor', 'discount'] then coalesce(n.rounding_minor, 0) else 0 end,
      version = l.version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb)
    join sales_order_line b on b.organization_id = app.organization() and b.id = r.id
    cross join lateral jsonb_populate_record(b, r.set) n
    where l.organization_id = app.organization() and l.id = r.id returning l.order_id as "orderId"`.execute(
    tx,
  )
  await sumLines(
    tx,
    changes,
    written.map((one) => one.orderId),
  )
}

export async function removeLines(
  tx: Tx,
  changes: Changes,
  ids: readonly string[],
  { importId }: ImportContext,
): Promise<Map<string, 'changed-since' | 'has-later-work'>> {
  const { rows: leaving } = await sql<{ id: string; orderId: string }>`
    select l.id, l.order_id as "orderId" from sales_order_line l
    where l.organization_id = app.organization() and l.id = any (${[...ids]}::uuid[]) and l.version = 1
      and not exists (select from sales_order_line b where b.organization_id = l.organization_id and b.of_line_id = l.id)
    for update`.execute(tx)
  const away = new Set(leaving.map((one) => one.id))
  await keepCorrected(
    tx,
    changes,
    {
      created: leaving.map(({ id, orderId }) => ({ row: 0, id, values: { order_id: orderId } })),
      updated: [],
    },
    importId,
  )
  if (away.size > 0) await sql`delete from sales_order_line where id = any (${[...away]}::uuid[])`.execute(tx)
  await sumLines(
    tx,
    changes,
    leaving.map((one) => one.orderId),
  )
  return new Map(ids.filter((id) => !away.has(id)).map((id) => [id, 'changed-since'] as const))
}

/** What the lines that an import brought come to, by currency, in minor units. */
export async function amountOfLines(
  tx: Tx,
  importId: string,
): Promise<{ currency: string; minor: number }[]> {
  const { rows } = await sql<{ currency: string; minor: number }>`
    select l.currency, sum(l.total_minor)::bigint as minor from import_row r
    join sales_order_line l on l.organization_id = r.organization_id and l.id = r.entity_id
    where r.import_id = ${importId} group by l.currency order by l.currency`.execute(tx)
  return rows
}
