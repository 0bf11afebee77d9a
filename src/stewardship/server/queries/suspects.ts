import { sql } from 'kysely'
import type { StagedRow } from '../../../imports/server/target.ts'
import type { Candidate } from '../../../imports/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { nameForComparing } from '../../../values/company-name.ts'
import { compareOutlets } from '../../duplicates.ts'
import type { Outlet } from '../../outlet.ts'
import { outletKeys } from '../../outlet-keys.ts'
import { draftOf } from './draft.ts'
import { outletsOf } from './outlets.ts'

/** A key that more entries than this share says nothing about them; a word of the name or a street needs to be rarer. */
const mostPerKey = 60
const mostPerWeakKey = 20

/**
 * For rows of a file: the entry of the register that is probably the same outlet (rule 1.7), looked up for all rows at
 * once by what two entries of one outlet share, then compared as everywhere else.
 */
export async function suspectRows(tx: Tx, rows: readonly StagedRow[]): Promise<Map<number, Candidate>> {
  const outlets = new Map(rows.map((row) => [row.row, draftOf(row.values)]))
  const pairs = await sharingKeys(tx, outlets)
  const entries = await outletsOf(tx, [...new Set(pairs.map((pair) => pair.id))])
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const found = new Map<number, Candidate>()
  for (const { row, id } of pairs) {
    const [draft, entry] = [outlets.get(row), byId.get(id)]
    if (draft === undefined || entry === undefined) continue
    const { verdict, score, reasons } = compareOutlets(draft, entry)
    if (verdict === 'unlikely' || score / 100 <= (found.get(row)?.score ?? 0)) continue
    const label = [entry.name, entry.street, entry.city].filter((part) => part !== null).join(', ')
    const why = reasons.map((reason) => reason.is).filter((is) => !/^(?:other|far|one-chain)/u.test(is))
    found.set(row, { id, row: null, label, why, score: score / 100 })
  }
  return found
}

/** Rows and entries that share a phone, tax id or whole name; or a word, an address or a cell, and something of the name. */
async function sharingKeys(
  tx: Tx,
  outlets: ReadonlyMap<number, Outlet>,
): Promise<{ row: number; id: string }[]> {
  const asked = [...outlets].flatMap(([row, outlet]) => {
    const name = nameForComparing(outlet.name)
    return outletKeys(outlet).map(({ kind, key }) => ({ row, name, kind, key }))
  })
  const { rows } = await sql<{ row: number; id: string }>`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(row integer, name text, kind text, key text)
    ), shared as (
      select k.kind, k.key, found.ids from (select distinct kind, key from asked) k
      cross join lateral (select array_agg(o.customer_id) as ids from (select customer_id from outlet_key
        where organization_id = app.organization() and kind = k.kind and key = k.key
        limit ${mostPerKey + 1}) o) found
      where cardinality(found.ids) between 1 and
        case when k.kind in ('phone', 'tax', 'name') then ${mostPerKey}::integer else ${mostPerWeakKey} end
    ), pairs as (
      select a.row, min(a.name) as name, e.id, bool_or(a.kind in ('phone', 'tax', 'name')) as strong
      from asked a join shared s using (kind, key) cross join lateral unnest(s.ids) as e(id)
      group by a.row, e.id
    )
    select p.row, p.id from pairs p
    join outlet_name n on n.organization_id = app.organization() and n.customer_id = p.id
    where p.strong or n.name ~ '[^ -~]' or similarity(n.name, p.name) >= 0.5`.execute(tx)
  return rows
}
