import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** Columns that a bulk edit may set, and so its undo. */
const columns = [
  'channel',
  'city',
  'region',
  'country',
  'territory_id',
  'parent_id',
  'payment_days',
  'credit_limit_minor',
  'currency',
  'visit_hours',
  'opening_hours',
  'closures',
  'tier',
  'tier_reason',
  'tier_by',
  'tags',
]
const refs = (alias: string) => sql.join(columns.map((name) => sql`${sql.ref(alias)}.${sql.ref(name)}`))

type Batch = { cause: string; batchId: string; today: string }
export type ManyChanges = {
  columns: Readonly<Record<string, unknown>>
  addTags: readonly string[]
  removeTags: readonly string[]
}

/** Sets columns and tags of many customers with their history in one statement; answers whom it really changed. */
export async function changeMany(
  tx: Tx,
  customers: readonly string[],
  { columns: set, addTags, removeTags }: ManyChanges,
  batch: Batch,
): Promise<string[]> {
  const tags = sql`jsonb_build_object('tags', (select coalesce(jsonb_agg(t.tag order by t.place), '[]') from (
      select x.tag, min(x.place) as place from (
        select o.tag, o.place from unnest(c.tags) with ordinality as o (tag, place)
        union all select a.tag, 1000 + a.place from unnest(${[...addTags]}::text[]) with ordinality as a (tag, place)) x
      where x.tag <> all (${[...removeTags]}::text[]) group by x.tag) t))`
  const wanted = addTags.length + removeTags.length === 0 ? sql`'{}'::jsonb` : tags
  return await apply(
    tx,
    sql`select c.organization_id, c.id, to_jsonb(c) as old, ${JSON.stringify(set)}::jsonb || ${wanted} as new
      from customer c where c.id = any (${[...customers]}::uuid[])`,
    batch,
  )
}

type Placing = { country: string | null; region: string | null; city: string | null; territoryId: string }

/**
 * Puts the active customers at these addresses into these areas; those in one already only if `again`. Answers whom it
 * really moved.
 */
export async function moveToTerritories(
  tx: Tx,
  places: readonly Placing[],
  again: boolean,
  batch: Batch,
): Promise<string[]> {
  const texts = (name: 'country' | 'region' | 'city') =>
    sql`${places.map((place) => place[name] ?? '')}::text[]`
  return await apply(
    tx,
    sql`select c.organization_id, c.id, to_jsonb(c) as old, jsonb_build_object('territory_id', w.territory_id) as new
      from customer c join unnest(${texts('country')}, ${texts('region')}, ${texts('city')},
        ${places.map((place) => place.territoryId)}::uuid[]) as w (country, region, city, territory_id)
        on coalesce(c.country, '') = w.country and coalesce(c.region, '') = w.region and coalesce(c.city, '') = w.city
      where c.status = 'active' and (${again} or c.territory_id is null)
        and c.territory_id is distinct from w.territory_id`,
    batch,
  )
}

/** Every customer that a batch changed: what it held then and now, and whether all of it is still as the batch left it. */
const changedBy = (batchId: string) => sql`
  select c.organization_id, c.id, c.name, to_jsonb(c) as old, h.fields,
    (select jsonb_object_agg(f.key, f.value -> 0) from jsonb_each(h.fields) f) as new,
    (select array_agg(f.key) from jsonb_each(h.fields) f where to_jsonb(c) -> f.key is distinct from f.value -> 1) as changed
  from customer_history h join customer c on c.organization_id = h.organization_id and c.id = h.customer_id
  where h.batch_id = ${batchId} and h.entity = 'customer' and h.act = 'changed'`

/** Puts back what a batch changed, except where something of it was changed again; answers whom it restored. */
export async function restoreBatch(tx: Tx, undone: string, batch: Batch): Promise<string[]> {
  return await apply(
    tx,
    sql`select b.organization_id, b.id, b.old, b.new from (${changedBy(undone)}) b where b.changed is null`,
    batch,
  )
}

export type Kept = { id: string; name: string; columns: string[] }

/** Customers that a batch changed and that have been changed again since. */
export async function changedSince(tx: Tx, batchId: string): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select b.id, b.name, b.changed as columns from (${changedBy(batchId)}) b where b.changed is not null
    order by b.name, b.id`.execute(tx)
  return rows
}

/** By what a batch was made, and whether the asker sees any of it. */
export async function causeOfBatch(tx: Tx, batchId: string): Promise<string | null> {
  const { rows } = await sql<{ cause: string }>`
    select cause from customer_history where batch_id = ${batchId} limit 1`.execute(tx)
  return rows[0]?.cause ?? null
}

async function apply(tx: Tx, target: RawBuilder<unknown>, batch: Batch): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with target as materialized (${target}),
    diff as materialized (
      select t.organization_id, t.id, t.new, (
        select jsonb_object_agg(n.key, jsonb_build_array(t.old -> n.key, n.value)) from jsonb_each(t.new) n
        where t.old -> n.key is distinct from n.value) as fields
      from target t
    ),
    history as (
      insert into customer_history (organization_id, id, customer_id, entity, entity_id, act, fields, cause, batch_id, person_id)
      select d.organization_id, app.new_id(), d.id, 'customer', d.id, 'changed', d.fields, ${batch.cause},
        ${batch.batchId}, app.person()
      from diff d where d.fields is not null
    )
    update customer c set (${sql.join(columns.map((name) => sql.ref(name)))}) =
        (select ${refs('r')} from jsonb_populate_record(c, d.new) r),
      confirmed_on = ${batch.today}, version = c.version + 1, updated_at = now()
    from diff d
    where c.organization_id = d.organization_id and c.id = d.id and d.fields is not null
    returning c.id`.execute(tx)
  return rows.map(({ id }) => id)
}
