import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/server/database/connect.ts'
import { nameForComparing } from '../../../values/company-name.ts'
import { outletKeys } from '../../outlet-keys.ts'
import type { Outlet } from '../../outlet.ts'
import type { KeptOutlet } from './outlets.ts'

/**
 * A key that more entries than this share says nothing about them ('bar' in Madrid, a shopping centre's address, the
 * phone of a chain's head office). It also bounds the work: pairs grow with the square.
 */
const mostPerKey = 60

/** Writes what these entries are looked up by in place of what was there; entries that are gone lose their keys. */
export async function putKeys(tx: Tx, ids: readonly string[], outlets: readonly KeptOutlet[]): Promise<void> {
  const theirs = sql`organization_id = app.organization() and customer_id = any (${[...ids]}::uuid[])`
  await sql`delete from outlet_key where ${theirs}`.execute(tx)
  await sql`delete from outlet_name where ${theirs}`.execute(tx)
  await addKeys(tx, outlets)
}

/** Forgets the keys of the whole register. */
export async function dropKeys(tx: Tx): Promise<void> {
  await sql`delete from outlet_key where organization_id = app.organization()`.execute(tx)
  await sql`delete from outlet_name where organization_id = app.organization()`.execute(tx)
}

/** Writes the keys of entries that have none yet. */
export async function addKeys(tx: Tx, outlets: readonly KeptOutlet[]): Promise<void> {
  const keys = outlets.flatMap((outlet) => outletKeys(outlet).map((one) => ({ id: outlet.id, ...one })))
  await sql`
    insert into outlet_key (organization_id, customer_id, kind, key)
    select app.organization(), k.* from unnest(${keys.map((one) => one.id)}::uuid[],
      ${keys.map((one) => one.kind)}::text[], ${keys.map((one) => one.key)}::text[]) as k (id, kind, key)
    order by k.kind, k.key`.execute(tx)
  await sql`
    insert into outlet_name (organization_id, customer_id, name)
    select app.organization(), n.* from unnest(${outlets.map((outlet) => outlet.id)}::uuid[],
      ${outlets.map((outlet) => nameForComparing(outlet.name))}::text[]) as n`.execute(tx)
}

export type Pair = { readonly a: string; readonly b: string }

/** Tells the planner what the keys are like; before a table was ever looked at it expects them to be few. */
export async function measureKeys(db: Database): Promise<void> {
  await sql`analyze outlet_key, outlet_name`.execute(db)
}

/** Of pairs that share a key those worth comparing: by a word, an address or a cell only if the names have something in common. */
const worthComparing = sql`select p.a, p.b from pairs p
  join outlet_name x on x.organization_id = app.organization() and x.customer_id = p.a
  join outlet_name y on y.organization_id = app.organization() and y.customer_id = p.b
  where p.strong or x.name ~ '[^ -~]' or similarity(x.name, y.name) >= 0.5`
const strongest = sql`bool_or(kind in ('phone', 'tax', 'name')) as strong`

/** Pairs of one of these entries with any other that shares a telling key. */
export async function pairsOf(tx: Tx, ids: readonly string[]): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with asked as materialized (
      select kind, key, array_agg(customer_id) as ids from outlet_key
      where organization_id = app.organization() and customer_id = any (${[...ids]}::uuid[]) group by kind, key
    ), pairs as materialized (
      select a.id as a, b.id as b, ${strongest} from asked
      cross join lateral (select array_agg(o.customer_id) as ids from (select customer_id from outlet_key
        where organization_id = app.organization() and kind = asked.kind and key = asked.key
        limit ${mostPerKey + 1}) o) found
      cross join unnest(asked.ids) as a (id) cross join unnest(found.ids) as b (id)
      where cardinality(found.ids) <= ${mostPerKey} and a.id <> b.id group by 1, 2
    ) ${worthComparing}`.execute(tx)
  return rows
}

/** A place in the order of keys. */
export type KeyPlace = readonly [kind: string, key: string]

/** The place so many keys further on, null when the end comes before. */
export async function placeAfter(tx: Tx, [kind, key]: KeyPlace, keys: number): Promise<KeyPlace | null> {
  const { rows } = await sql<{ kind: string; key: string }>`
    select kind, key from outlet_key
    where organization_id = app.organization() and (kind, key) > (${kind}, ${key})
    order by kind, key limit 1 offset ${keys}`.execute(tx)
  return rows[0] === undefined ? null : [rows[0].kind, rows[0].key]
}

/**
 * Pairs of the whole register that share a telling key between these places, the first not included: in the order of
 * the index, so that the work grows with the register and not with its square.
 */
export async function pairsBetween(tx: Tx, after: KeyPlace, upTo: KeyPlace | null): Promise<Pair[]> {
  const within = upTo === null ? sql`true` : sql`(kind, key) <= (${upTo[0]}, ${upTo[1]})`
  // The planner can't know how many pairs come of a key, and would look each name up by itself.
  await sql`set local work_mem = '32MB'; set local enable_nestloop = off`.execute(tx)
  const { rows } = await sql<Pair>`
    with shared as (
      select kind, key, array_agg(customer_id) as ids from outlet_key
      where organization_id = app.organization() and (kind, key) > (${after[0]}, ${after[1]}) and ${within}
      group by kind, key having count(*) between 2 and ${mostPerKey}
    ), pairs as (
      select a.id as a, b.id as b, ${strongest}
      from shared cross join unnest(ids) as a (id) cross join unnest(ids) as b (id) where a.id < b.id group by 1, 2
    ) ${worthComparing}`.execute(tx)
  return rows
}

/** Entries that share a telling key with a draft. */
export async function entriesLike(tx: Tx, draft: Outlet): Promise<string[]> {
  const keys = outletKeys(draft)
  const { rows } = await sql<{ id: string }>`
    select distinct found.customer_id as id
    from unnest(${keys.map((one) => one.kind)}::text[], ${keys.map((one) => one.key)}::text[]) as wanted (kind, key)
    cross join lateral (
      select array_agg(customer_id) as ids from (select o.customer_id from outlet_key o
        where o.organization_id = app.organization() and o.kind = wanted.kind and o.key = wanted.key
        limit ${mostPerKey + 1}) as entries
    ) as shared
    cross join lateral unnest(shared.ids) as found (customer_id)
    where cardinality(shared.ids) <= ${mostPerKey}`.execute(tx)
  return rows.map((row) => row.id)
}
