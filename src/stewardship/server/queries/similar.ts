import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { personJson } from '../../../customers/server/queries/instant.ts'
import type { OutletInBrief } from '../../schema/duplicates.ts'

/** `customer c` and its owner as a brief, in SQL. */
export const briefSql = sql<OutletInBrief>`jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name,
  'legalName', c.legal_name, 'street', c.street, 'postalCode', c.postal_code, 'city', c.city,
  'phone', coalesce(c.phone, c.phone_e164), 'taxId', c.tax_id, 'tier', c.tier, 'status', c.status,
  'registeredOn', c.registered_on, 'owner', ${personJson('p')})`

/** The owner of `customer c`, to be joined as `person p`. */
export const ownerJoin = sql`left join holder o on o.organization_id = c.organization_id and o.customer_id = c.id
    and o.line = 'all' and o.role = 'owner' and o.seat = 0
  left join person p on p.organization_id = c.organization_id and p.id = o.person_id`

/** The entries with these ids that the asker may see, in brief. */
export async function briefsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, OutletInBrief>> {
  const { rows } = await sql<{ brief: OutletInBrief }>`
    select ${briefSql} as brief from customer c ${ownerJoin}
    where c.organization_id = app.organization() and c.id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ brief }) => [brief.id, brief]))
}

/** Who owns each of these customers today; open to the whole company (rule 2). */
export async function ownersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, OutletInBrief['owner']>> {
  const { rows } = await sql<{ id: string; owner: OutletInBrief['owner'] }>`
    select o.customer_id as id, ${personJson('p')} as owner
    from holder o left join person p on p.organization_id = o.organization_id and p.id = o.person_id
    where o.organization_id = app.organization() and o.customer_id = any (${[...ids]}::uuid[])
      and o.line = 'all' and o.role = 'owner' and o.seat = 0`.execute(tx)
  return new Map(rows.map(({ id, owner }) => [id, owner]))
}

/** What everybody in the company may know of a customer that looks like theirs: its name and town. */
export async function namesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { name: string; city: string | null }>> {
  const { rows } = await sql<{ id: string; name: string; city: string | null }>`
    select id, name, city from customer
    where organization_id = app.organization() and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...named }) => [id, named]))
}
