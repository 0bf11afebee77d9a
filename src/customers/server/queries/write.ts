import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { NewContact } from '../../schema/contact.ts'
import { dialled } from './phones.ts'

const jsonColumns = new Set(['opening_hours', 'visit_hours', 'closures'])

/** A value as the driver must be given it: JSON columns as text, everything else as it is. */
export function columnValue(column: string, value: unknown): unknown {
  return jsonColumns.has(column) && value !== null ? JSON.stringify(value) : value
}

/** Inserts a customer; `columns` by their names in the table. */
export async function insertCustomer(tx: Tx, columns: Readonly<Record<string, unknown>>): Promise<void> {
  const names = Object.keys(columns)
  const values = names.map((name) => sql`${columnValue(name, columns[name])}`)
  await sql`
    insert into customer (organization_id, ${sql.join(names.map((name) => sql.ref(name)))})
    values (app.organization(), ${sql.join(values)})`.execute(tx)
}

/** Inserts contacts and answers their ids. `country` is for reading phones written without one. */
export async function insertContacts(
  tx: Tx,
  customer: string,
  contacts: readonly NewContact[],
  country: string | null,
): Promise<string[]> {
  if (contacts.length === 0) return []
  const rows = contacts.map((contact) => ({
    ...contact,
    id: contact.id ?? newId(),
    phone_e164: dialled(contact.phone, country),
  }))
  await sql`
    insert into contact (organization_id, id, customer_id, name, title, in_charge, parts, phone, phone_e164, messaging,
      email, language)
    select app.organization(), c.id, ${customer}, c.name, nullif(c.title, ''), coalesce(c."inCharge", false),
      array(select jsonb_array_elements_text(coalesce(c.parts, '[]'))), nullif(c.phone, ''), c.phone_e164,
      nullif(c.messaging, ''), nullif(c.email, ''), nullif(c.language, '')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, name text, title text, "inCharge" boolean,
      parts jsonb, phone text, phone_e164 text, messaging text, email text, language text)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The next free number for a customer's code. */
export async function nextCode(tx: Tx): Promise<string> {
  const { rows } = await sql<{ code: string }>`select app.next_customer_code() as code`.execute(tx)
  return rows[0]?.code ?? ''
}
