import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { columnValue } from '../../../customers/server/queries/write.ts'
import type { Entry } from '../../merge.ts'

export type LockedEntry = Entry & {
  readonly code: string
  readonly name: string
  readonly status: string
  readonly merged_into: string | null
  readonly version: number
}

/** The rows of these customers as JSON gives them, locked in the order of ids so that two merges can't wait for each other. */
export async function lockEntries(tx: Tx, ids: readonly string[]): Promise<Map<string, LockedEntry>> {
  const { rows } = await sql<{ entry: LockedEntry }>`
    select to_jsonb(c) as entry from customer c
    where c.organization_id = app.organization() and c.id = any (${[...ids]}::uuid[])
    order by c.id for update`.execute(tx)
  return new Map(rows.map(({ entry }) => [entry.id, entry]))
}

/** The same without a lock. */
export async function entriesWith(tx: Tx, ids: readonly string[]): Promise<LockedEntry[]> {
  const { rows } = await sql<{ entry: LockedEntry }>`
    select to_jsonb(c) as entry from customer c
    where c.organization_id = app.organization() and c.id = any (${[...ids]}::uuid[])
    order by array_position(${[...ids]}::uuid[], c.id)`.execute(tx)
  return rows.map(({ entry }) => entry)
}

/** Whether a customer, or one above it, is among these: such a parent would make a ring. */
export async function hangsBelow(tx: Tx, customer: string, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    with recursive above(id) as (
      select ${customer}::uuid
      union
      select c.parent_id from above a join customer c on c.organization_id = app.organization() and c.id = a.id
      where c.parent_id is not null
    )
    select from above where id = any (${[...ids]}::uuid[]) limit 1`.execute(tx)
  return rows.length > 0
}

/** Sets columns of one customer; the version goes up even when nothing else changes. */
export async function setColumns(
  tx: Tx,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const set = Object.entries(columns).map(
    ([name, value]) => sql`${sql.ref(name)} = ${columnValue(name, value)}`,
  )
  await sql`
    update customer set ${sql.join([...set, sql`version = version + 1`, sql`updated_at = now()`])}
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/**
 * Marks entries as merged into the kept one, and leads to it whatever was merged into them before. Answers the entries
 * that were led on, with what they led to.
 */
export async function markMerged(
  tx: Tx,
  dropped: readonly string[],
  kept: string,
): Promise<{ id: string; from: string }[]> {
  const ids = [...dropped]
  const { rows } = await sql<{ id: string; from: string }>`
    with led as (
      select customer_id as id, kept_id as "from" from merged_customer
      where organization_id = app.organization() and kept_id = any (${ids}::uuid[])
    ), moved as (
      update merged_customer m set kept_id = ${kept} from led
      where m.organization_id = app.organization() and m.customer_id = led.id
    )
    select * from led`.execute(tx)
  await sql`
    update customer set status = 'merged', merged_into = ${kept}, version = version + 1, updated_at = now()
    where organization_id = app.organization()
      and (id = any (${ids}::uuid[]) or id = any (${rows.map((row) => row.id)}::uuid[]))`.execute(tx)
  await sql`
    insert into merged_customer (organization_id, customer_id, kept_id)
    select app.organization(), id, ${kept} from unnest(${ids}::uuid[]) as id`.execute(tx)
  return rows
}

/** Gives merged entries their state back, and leads on to them again what had been led past them. */
export async function unmark(
  tx: Tx,
  statuses: Readonly<Record<string, string>>,
  led: readonly { id: string; from: string }[],
): Promise<void> {
  const ids = Object.keys(statuses)
  await sql`
    update customer c set status = s.status, merged_into = null, version = version + 1, updated_at = now()
    from unnest(${ids}::uuid[], ${Object.values(statuses)}::text[]) as s (id, status)
    where c.organization_id = app.organization() and c.id = s.id`.execute(tx)
  await sql`delete from merged_customer where organization_id = app.organization()
    and customer_id = any (${ids}::uuid[])`.execute(tx)
  const [others, from] = [led.map((one) => one.id), led.map((one) => one.from)]
  await sql`
    update merged_customer m set kept_id = l.target from unnest(${others}::uuid[], ${from}::uuid[]) as l (id, target)
    where m.organization_id = app.organization() and m.customer_id = l.id`.execute(tx)
  await sql`
    update customer c set merged_into = l.target, version = version + 1, updated_at = now()
    from unnest(${others}::uuid[], ${from}::uuid[]) as l (id, target)
    where c.organization_id = app.organization() and c.id = l.id and c.status = 'merged'`.execute(tx)
}

export async function dropWords(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select app.drop_search_text('customer', ${[...ids]}::uuid[])`.execute(tx)
}
