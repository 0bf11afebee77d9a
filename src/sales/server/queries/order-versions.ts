import { sql } from 'kysely'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { StoodOrder } from '../../order-changes.ts'

export type Stood = {
  version: number
  was: StoodOrder
  at: string
  by: { id: string; name: string; colour: number } | null
  source: string
}
type Named = {
  people: Record<string, string>
  customers: Record<string, string>
  products: Record<string, string>
}

/** How an order stood before each change, the oldest first, and how it stands now; null when the asker sees no such order. */
export async function stoodBefore(
  tx: Tx,
  id: string,
): Promise<{ stood: Stood[]; now: StoodOrder; version: number } | null> {
  const { rows } = await sql<{ now: StoodOrder; version: number; stood: Stood[] }>`
    select o.version, jsonb_build_object('order', to_jsonb(o), 'lines', coalesce((
        select jsonb_agg(to_jsonb(l) order by l.line) from sales_order_line l
        where l.organization_id = o.organization_id and l.order_id = o.id), '[]')) as now,
      coalesce((select jsonb_agg(jsonb_build_object('version', v.version, 'was', v.was, 'at', ${instant(sql`v.replaced_at`)},
          'by', ${personJson('p')}, 'source', v.source) order by v.version)
        from sales_order_version v
        left join person p on p.organization_id = v.organization_id and p.id = v.replaced_by
        where v.organization_id = o.organization_id and v.order_id = o.id), '[]') as stood
    from sales_order o where o.organization_id = app.organization() and o.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

const named = (
  table: string,
  wanted: readonly string[],
) => sql`(select coalesce(jsonb_object_agg(n.id, n.name), '{}')
  from ${sql.table(table)} n where n.organization_id = app.organization() and n.id = any (${[...wanted]}::uuid[]))`

/** The names behind the ids that versions hold. */
export async function namesIn(
  tx: Tx,
  ids: { people: readonly string[]; customers: readonly string[]; products: readonly string[] },
): Promise<Named> {
  const { rows } = await sql<Named>`
    select ${named('person', ids.people)} as people, ${named('customer', ids.customers)} as customers,
      ${named('product', ids.products)} as products`.execute(tx)
  return rows[0] ?? { people: {}, customers: {}, products: {} }
}
