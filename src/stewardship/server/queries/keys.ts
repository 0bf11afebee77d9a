import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
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
  const all = [...ids]
  await sql`delete from outlet_key where organization_id = app.organization()
    and customer_id = any (${all}::uuid[])`.execute(tx)
  await sql`delete from outlet_name where organization_id = app.organization()
    and customer_id = any (${all}::uuid[])`.execute(tx)
  const keys = outlets.flatMap((outlet) => outletKeys(outlet).map((one) => ({ id: outlet.id, ...one })))
  await sql`
    insert into outlet_key (organization_id, customer_id, kind, key)
    select app.organization(), k.* from unnest(${keys.map((one) => one.id)}::uuid[],
      ${keys.map((one) => one.kind)}::text[], ${keys.map((one) => one.key)}::text[]) as k`.execute(tx)
  await sql`
    insert into outlet_name (organization_id, customer_id, name)
    select app.organization(), n.* from unnest(${outlets.map((outlet) => outlet.id)}::uuid[],
      ${outlets.map((outlet) => nameForComparing(outlet.name))}::text[]) as n`.execute(tx)
}

export type Pair = { readonly a: string; readonly b: string }

/**
 * Pairs of one of these entries with any other that shares a telling key: phone, tax id or the whole name; or a word,
 * an address or a cell, if the names have something in common too. `lowerOnly`: each pair once, while the whole
 * register is gone through in the order of ids.
 */
export async function pairsOf(tx: Tx, ids: readonly string[], lowerOnly: boolean): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with mine as (
      select kind, key, customer_id from outlet_key
      where organization_id = app.organization() and customer_id = any (${[...ids]}::uuid[])
    ), telling as (
      select m.kind, m.key from (select distinct kind, key from mine) m
      cross join lateral (select count(*) as entries from (select from outlet_key o
        where o.organization_id = app.organization() and o.kind = m.kind and o.key = m.key
        limit ${mostPerKey + 1}) as found) as shared
      where shared.entries between 2 and ${mostPerKey}
    ), pairs as (
      select m.customer_id as a, o.customer_id as b, bool_or(m.kind in ('phone', 'tax', 'name')) as strong
      from mine m join telling t using (kind, key)
      join outlet_key o on o.organization_id = app.organization() and o.kind = m.kind and o.key = m.key
      where o.customer_id <> m.customer_id and (not ${lowerOnly}::boolean or o.customer_id < m.customer_id)
      group by 1, 2
    )
    select p.a, p.b from pairs p
    join outlet_name x on x.organization_id = app.organization() and x.customer_id = p.a
    join outlet_name y on y.organization_id = app.organization() and y.customer_id = p.b
    where p.strong or x.name ~ '[^ -~]' or similarity(x.name, y.name) >= 0.5`.execute(tx)
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
