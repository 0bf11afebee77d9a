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

/** Inserts a contact and answers its id. `country` is for reading phones written without one. */
export async function insertContact(
  tx: Tx,
  customer: string,
  contact: NewContact,
  country: string | null,
): Promise<string> {
  const id = contact.id ?? newId()
  await sql`
    insert into contact (organization_id, id, customer_id, name, title, in_charge, parts, phone, phone_e164, messaging,
      email, language)
    values (app.organization(), ${id}, ${customer}, ${contact.name}, ${contact.title || null},
      ${contact.inCharge ?? false}, ${contact.parts ?? []}, ${contact.phone || null},
      ${dialled(contact.phone, country)}, ${contact.messaging || null}, ${contact.email || null},
      ${contact.language || null})`.execute(tx)
  return id
}

/** The next free number for a customer's code. */
export async function nextCode(tx: Tx): Promise<string> {
  const { rows } = await sql<{ code: string }>`select app.next_customer_code() as code`.execute(tx)
  return rows[0]?.code ?? ''
}
