import { sql } from 'kysely'
import { newValues } from '../../../imports/compare.ts'
import { byId } from '../../../imports/server/queries/records.ts'
import type {
  ChangedRecord,
  Existing,
  ImportContext,
  ToWrite,
  StagedRow,
} from '../../../imports/server/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { linkAwaited } from './push-link.ts'
import { keepVersions } from './write-orders.ts'
import { customersNamed, peopleNamed, refer } from './refer.ts'

export async function resolveOrders(tx: Tx, rows: readonly StagedRow[]): Promise<void> {
  await refer(tx, rows, 'customer', customersNamed)
  await refer(tx, rows, 'person', peopleNamed)
  for (const row of rows) {
    const { ordered_on: ordered, shipped_on: shipped, kind, of_code: of } = row.values
    if (typeof ordered === 'string' && typeof shipped === 'string' && shipped < ordered)
      row.problems.push({ code: 'shipped-before-ordered', field: 'shipped_on', value: shipped })
    for (const field of ['delivered_on', 'cancelled_on']) {
      const day = row.values[field]
      if (typeof ordered === 'string' && typeof day === 'string' && day < ordered)
        row.problems.push({ code: 'before-ordered', field, value: day })
    }
    if (typeof of === 'string' && kind !== 'return')
      row.problems.push({ code: 'not-of-return', field: 'of_code', value: of })
  }
}

export async function findOrders(
  tx: Tx,
  _key: string,
  rows: readonly StagedRow[],
): Promise<Map<number, string>> {
  const codes = rows.map((row) => String(row.values['code']))
  const { rows: found } = await sql<{ code: string; id: string }>`
    select code, id from sales_order where code = any (${codes}::text[])`.execute(tx)
  const ids = new Map(found.map((one) => [one.code, one.id]))
  return new Map(
    rows.flatMap((row, at) => {
      const id = ids.get(codes[at] ?? '')
      return id === undefined ? [] : [[row.row, id] as const]
    }),
  )
}

export async function loadOrders(
  tx: Tx,
  ids: readonly string[],
  _context: ImportContext,
  lock: boolean,
): Promise<Map<string, Existing>> {
  const { rows } = await sql<Existing>`
    select o.id, o.version, jsonb_build_object('code', o.code, 'customer_id', o.customer_id, 'person_id', o.person_id,
      'ordered_on', o.ordered_on, 'required_on', o.required_on, 'shipped_on', o.shipped_on,
      'delivered_on', o.delivered_on, 'cancelled_on', o.cancelled_on, 'cancel_reason', o.cancel_reason, 'kind', o.kind,
      'of_code', o.of_code, 'reason', o.reason, 'tax_minor', o.tax_minor,
      'freight_minor', o.freight_minor, 'currency', o.currency, 'ship_name', o.ship_name, 'ship_city', o.ship_city,
      'ship_country', o.ship_country) as values
    from sales_order o where o.id = any (${[...ids]}::uuid[]) order by o.id ${lock ? sql`for update` : sql``}`.execute(
    tx,
  )
  return byId(rows)
}

export async function writeOrders(tx: Tx, changes: Changes, { created, updated }: ToWrite): Promise<void> {
  if (created.length > 0) {
    const rows = created.map(({ id, values }) => ({ ...values, id }))
    await sql`
      insert into sales_order (organization_id, id, code, customer_id, person_id, ordered_on, required_on, shipped_on,
        delivered_on, cancelled_on, cancel_reason, kind, of_code, reason, tax_minor, of_order_id,
        freight_minor, currency, ship_name, ship_city, ship_country, recorded_by)
      select app.organization(), r.id, r.code, r.customer_id, r.person_id, r.ordered_on, r.required_on, r.shipped_on,
        r.delivered_on, r.cancelled_on, r.cancel_reason, coalesce(r.kind, 'sale'), r.of_code, r.reason, coalesce(r.tax_minor, 0),
        of.id, r.freight_minor, coalesce(r.currency, (select currency from organization where id = app.organization())),
        r.ship_name, r.ship_city, r.ship_country, app.person()
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text,
        customer_id uuid, person_id uuid, ordered_on date, required_on date, shipped_on date, delivered_on date,
        cancelled_on date, cancel_reason text, kind text, of_code text, reason text, tax_minor bigint, freight_minor bigint,
        currency text, ship_name text, ship_city text, ship_country text)
      left join sales_order of on of.organization_id = app.organization() and of.code = r.of_code and of.kind = 'sale'`.execute(
      tx,
    )
    changes.addAll(
      'sales_order',
      created.map(({ id, values }) => ({ id, customerId: String(values['customer_id']) })),
    )
    await linkAwaited(
      tx,
      changes,
      created.map(({ values }) => String(values['code'])),
    )
  }
  if (updated.length > 0) await update(tx, changes, updated)
}

async function update(tx: Tx, changes: Changes, updated: readonly ChangedRecord[]): Promise<void> {
  await keepVersions(
    tx,
    updated.map(({ id }) => id),
    'import',
  )
  const rows = updated.map(({ id, fields }) => ({ id, set: newValues(fields) }))
  const { rows: written } = await sql<{ id: string; customerId: string }>`
    update sales_order o set customer_id = n.customer_id, person_id = n.person_id, ordered_on = n.ordered_on,
      required_on = n.required_on, shipped_on = n.shipped_on, delivered_on = n.delivered_on, cancelled_on = n.cancelled_on,
      cancel_reason = n.cancel_reason, kind = coalesce(n.kind, 'sale'), of_code = n.of_code, reason = n.reason,
      of_order_id = case when n.of_code is null then null else o.of_order_id end, tax_minor = coalesce(n.tax_minor, 0), freight_minor = n.freight_minor,
      currency = coalesce(n.currency, o.currency),
      ship_name = n.ship_name, ship_city = n.ship_city, ship_country = n.ship_country,
      version = o.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb)
    join sales_order b on b.organization_id = app.organization() and b.id = r.id
    cross join lateral jsonb_populate_record(b, r.set) n
    where o.organization_id = app.organization() and o.id = r.id returning o.id, o.customer_id as "customerId"`.execute(
    tx,
  )
  changes.addAll('sales_order', written)
  const moved = updated.filter(({ fields }) => 'customer_id' in fields).map((row) => row.id)
  if (moved.length > 0) await moveLines(tx, moved)
}

/** The lines repeat the customer, so that they are seen with it. */
async function moveLines(tx: Tx, orders: readonly string[]): Promise<void> {
  await sql`
    update sales_order_line l set customer_id = o.customer_id, version = l.version + 1
    from sales_order o
    where o.organization_id = app.organization() and o.id = any (${[...orders]}::uuid[])
      and l.organization_id = o.organization_id and l.order_id = o.id`.execute(tx)
}

/** Takes orders away that have no lines; those with lines, returns, invoices or complaints have later work. */
export async function removeOrders(
  tx: Tx,
  changes: Changes,
  ids: readonly string[],
): Promise<Map<string, 'changed-since' | 'has-later-work'>> {
  const { rows: kept } = await sql<{ id: string; why: 'changed-since' | 'has-later-work' }>`
    select o.id, case when o.version > 1 then 'changed-since' else 'has-later-work' end as why
    from sales_order o where o.id = any (${[...ids]}::uuid[]) and (o.version > 1
      or exists (select from sales_order_line l where l.organization_id = o.organization_id and l.order_id = o.id)
      or exists (select from sales_order b where b.organization_id = o.organization_id and b.of_order_id = o.id)
      or exists (select from receivable r where r.organization_id = o.organization_id and r.order_id = o.id)
      or exists (select from complaint x where x.organization_id = o.organization_id and x.order_id = o.id))`.execute(
    tx,
  )
  const staying = new Map(kept.map((one) => [one.id, one.why]))
  const leaving = ids.filter((id) => !staying.has(id))
  if (leaving.length === 0) return staying
  const { rows: gone } = await sql<{ id: string; customerId: string }>`
    delete from sales_order where id = any (${leaving}::uuid[])
    returning id, customer_id as "customerId"`.execute(tx)
  changes.addAll('sales_order', gone, true)
  return staying
}
