import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { searchText } from '../../../platform/server/search-text.ts'

type Parts = { id: string; parts: (string | null)[] }

/**
 * Writes what these customers are found by: code, names, city, phones, tax id, e-mail, the names and phones of contacts,
 * and the codes and names of what was merged into them.
 */
export async function putCustomerWords(tx: Tx, customers: readonly string[]): Promise<void> {
  const { rows } = await sql<Parts>`
    select c.id, array[c.code, c.name, c.legal_name, c.city, c.phone, c.phone_e164, c.tax_id, c.email]
      || coalesce((select array_agg(v.word) from contact k
        cross join lateral (values (k.name), (k.phone), (k.phone_e164), (k.email)) as v (word)
        where k.organization_id = c.organization_id and k.customer_id = c.id), '{}')
      || coalesce((select array_agg(v.word) from merged_customer m
        join customer d on d.organization_id = m.organization_id and d.id = m.customer_id
        cross join lateral (values (d.code), (d.name), (d.legal_name)) as v (word)
        where m.organization_id = c.organization_id and m.kept_id = c.id), '{}') as parts
    from customer c where c.id = any (${[...customers]}::uuid[])`.execute(tx)
  await putWords(tx, 'customer', rows)
}

/** Writes the search words of rows of one kind in one statement. */
export async function putWords(
  tx: Tx,
  kind: 'customer' | 'person' | 'product',
  rows: readonly Parts[],
): Promise<void> {
  if (rows.length === 0) return
  const words = rows.map(({ parts }) => searchText([...new Set(parts.filter((part) => part !== null))]))
  await sql`select app.put_search_text(${kind}, ${rows.map((row) => row.id)}::uuid[], ${words}::text[])`.execute(
    tx,
  )
}
