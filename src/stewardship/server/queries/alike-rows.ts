import { sql } from 'kysely'
import type { Candidate, Values } from '../../../imports/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { compareOutlets } from '../../duplicates.ts'
import { draftOf } from './draft.ts'

/** A phone, name or door that more rows than this share says nothing about them. */
const mostPerKey = 60

type Pair = { row: number; first: number; values: Values; firstValues: Values }

/**
 * For new rows of a file: the earlier row of the same file that is probably the same outlet (rule 1.7). Rows that share a
 * phone, tax id, whole name or door are compared as everywhere else. All rows, or only some of them.
 */
export async function alikeRows(
  tx: Tx,
  importId: string,
  rows: readonly number[] | null,
): Promise<Map<number, Candidate>> {
  const found = new Map<number, Candidate>()
  for (const { row, first, values, firstValues } of await sharingKeys(tx, importId, rows)) {
    const [one, other] = [draftOf(values), draftOf(firstValues)]
    const { verdict, score, reasons } = compareOutlets(one, other)
    if (verdict === 'unlikely' || score / 100 <= (found.get(row)?.score ?? 0)) continue
    const label = [other.name, other.street, other.city].filter((part) => part !== null).join(', ')
    const why = reasons.map((reason) => reason.is).filter((is) => !/^(?:other|far|one-chain)/u.test(is))
    found.set(row, { id: null, row: first, label, why, score: score / 100 })
  }
  return found
}

async function sharingKeys(tx: Tx, importId: string, asked: readonly number[] | null): Promise<Pair[]> {
  const { rows } = await sql<Pair>`
    with open as materialized (
      select r.row, r.values, r.decision from import_row r
      where r.import_id = ${importId} and r.verdict in ('new', 'likely-duplicate') and r.decision is distinct from 'leave'
    ), keys as (
      select distinct o.row, k.kind, k.key from open o cross join lateral (values
        ('phone', o.values ->> 'phone_e164'), ('phone', o.values ->> 'contact_phone_e164'),
        ('tax', regexp_replace(upper(o.values ->> 'tax_id'), '[^[:alnum:]]', '', 'g')),
        ('name', regexp_replace(lower(o.values ->> 'name'), '[[:space:][:punct:]]', '', 'g')),
        ('door', lower((o.values ->> 'street') || ' ' || (o.values ->> 'city')))) as k(kind, key)
      where k.key <> ''
    ), shared as (
      select row, min(row) over same as first, count(*) over same as n from keys
      window same as (partition by kind, key)
    )
    select distinct s.row, s.first, o.values, f.values as "firstValues" from shared s
    join open o on o.row = s.row join open f on f.row = s.first
    where s.first < s.row and s.n <= ${mostPerKey} and o.decision is null
      and ${asked === null ? sql`true` : sql`s.row = any (${[...asked]}::integer[])`}`.execute(tx)
  return rows
}
