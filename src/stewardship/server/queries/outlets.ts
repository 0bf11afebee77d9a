import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Outlet } from '../../outlet.ts'
import type { Scan } from './scan.ts'

export type KeptOutlet = Outlet & { readonly id: string }

type Row = Omit<KeptOutlet, 'place'> & {
  latitude: number | null
  longitude: number | null
  accuracy: number | null
  approximate: boolean | null
}

/** What entries are compared by. Merged and erased ones are left out: they can be nobody's double. */
export async function outletsOf(tx: Tx, ids: readonly string[]): Promise<KeptOutlet[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Row>`
    select c.id, c.name, c.legal_name as "legalName", c.tax_id as "taxId", c.street, c.postal_code as "postalCode",
      c.city, c.parent_id as "parentId", c.latitude, c.longitude, c.accuracy_m as accuracy,
      c.located_by = 'approximate' as approximate,
      array_remove(array[c.phone_e164] || coalesce((select array_agg(distinct k.phone_e164) from contact k
        where k.organization_id = c.organization_id and k.customer_id = c.id), '{}'), null) as phones
    from customer c where c.organization_id = app.organization() and c.id = any (${[...ids]}::uuid[])
      and c.status in ('active', 'closed')`.execute(tx)
  return rows.map(({ latitude, longitude, accuracy, approximate, ...outlet }) => ({
    ...outlet,
    place:
      latitude === null || longitude === null
        ? null
        : { latitude, longitude, accuracyMetres: accuracy, approximate: approximate ?? false },
  }))
}

/** The next customers after this id, in the order of ids. */
export async function nextCustomers(tx: Tx, after: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from customer where organization_id = app.organization() and id > ${after}::uuid
    order by id limit ${most}`.execute(tx)
  return rows.map((row) => row.id)
}

/** The revision up to which about so many changes are to be read after this one; the company's newest if they are fewer. */
export async function revisionWithin(tx: Tx, { revision, head }: Scan, most: number): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select revision from change where organization_id = app.organization() and revision > ${revision}
    order by revision limit 1 offset ${most}`.execute(tx)
  return rows[0]?.revision ?? head
}

/** Customers that were written, or whose contacts were, in the revisions after `from`, up to and including `to` if given. */
export async function changedCustomers(
  tx: Tx,
  from: number,
  to: number | null,
  most?: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct customer_id as id from change
    where organization_id = app.organization() and revision > ${from} and (${to}::bigint is null or revision <= ${to})
      and entity in ('customer', 'contact') and customer_id is not null
    ${most === undefined ? sql`` : sql`limit ${most}`}`.execute(tx)
  return rows.map((row) => row.id)
}
