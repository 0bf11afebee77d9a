import { sql } from 'kysely'
import { byId, idsByRow } from '../../../imports/server/queries/records.ts'
import type { Existing, ImportContext, StagedRow } from '../../../imports/server/target.ts'
import { alphanumeric, inSmallLetters } from '../../../imports/keys.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

const live = sql`c.status in ('active', 'closed')`
const tries = {
  code: sql`c.code = a.code`,
  name_street: sql`lower(c.name) = a.name and lower(c.city) = a.city and lower(c.street) = a.street and ${live}`,
  name_city: sql`lower(c.name) = a.name and lower(c.city) = a.city and ${live}`,
  tax_id: sql`regexp_replace(upper(c.tax_id), '[^[:alnum:]]', '', 'g') = a.tax and ${live}`,
  phone: sql`c.phone_e164 = a.phone and ${live}`,
} as const

/** The customer that each row means by a key; of several the one that trades, then the oldest. */
export async function findCustomers(
  tx: Tx,
  key: string,
  rows: readonly StagedRow[],
): Promise<Map<number, string>> {
  const asked = rows.map((row) => ({
    row: row.row,
    code: row.values['code'] ?? null,
    name: inSmallLetters(row.values, 'name'),
    city: inSmallLetters(row.values, 'city'),
    street: inSmallLetters(row.values, 'street'),
    tax: alphanumeric(String(row.values['tax_id'] ?? '')),
    phone: row.values['phone_e164'] ?? null,
  }))
  const { rows: found } = await sql<{ row: number; id: string }>`
    select distinct on (a.row) a.row, c.id
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a(row integer, code text, name text, city text, street text, tax text, phone text)
    join customer c on c.organization_id = app.organization() and ${tries[key as keyof typeof tries]}
    order by a.row, c.status, c.id`.execute(tx)
  return idsByRow(found)
}

/** Customers with their person in charge, owner and parent, as files speak of them. */
export async function loadCustomers(
  tx: Tx,
  ids: readonly string[],
  _context: ImportContext,
  lock: boolean,
): Promise<Map<string, Existing>> {
  if (ids.length === 0) return new Map()
  if (lock)
    await sql`select id from customer where id = any (${[...ids]}::uuid[]) order by id for update`.execute(tx)
  const { rows } = await sql<Existing>`
    select c.id, c.version, jsonb_build_object('code', c.code, 'name', c.name, 'legal_name', c.legal_name,
        'tax_id', c.tax_id, 'channel', c.channel, 'tier', c.tier, 'street', c.street, 'city', c.city,
        'region', c.region, 'postal_code', c.postal_code, 'country', c.country, 'territory_id', c.territory_id,
        'latitude', c.latitude, 'longitude', c.longitude, 'accuracy_m', c.accuracy_m, 'located_by', c.located_by,
        'phone', c.phone, 'phone_e164', c.phone_e164, 'fax', c.fax, 'email', c.email, 'website', c.website,
        'credit_limit_minor', c.credit_limit_minor, 'currency', c.currency, 'payment_days', c.payment_days,
        'tags', c.tags, 'note', c.note, 'registered_on', c.registered_on, 'parent', parent.code)
      || jsonb_build_object('owner_id', h.person_id, 'contact_name', k.name, 'contact_title', k.title,
        'contact_phone', k.phone, 'contact_phone_e164', k.phone_e164, 'contact_email', k.email,
        'contact_messaging', k.messaging) as values
    from customer c
    left join customer parent on parent.organization_id = c.organization_id and parent.id = c.parent_id
    left join holder h on h.organization_id = c.organization_id and h.customer_id = c.id and h.line = 'all'
      and h.role = 'owner' and h.seat = 0
    left join lateral (select * from contact k where k.organization_id = c.organization_id and k.customer_id = c.id
      order by k.in_charge desc, k.created_at, k.id limit 1) k on true
    where c.organization_id = app.organization() and c.id = any (${[...ids]}::uuid[]) and c.status <> 'removed'`.execute(
    tx,
  )
  return byId(rows)
}
