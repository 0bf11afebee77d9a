import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { sameValue } from '../../merge-field.ts'
import { columnValue } from './write.ts'

export type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly version: number }
export type Diff = Record<string, readonly [unknown, unknown]>

/** A customer's columns, locked until the transaction ends; null when there is none that the asker may change. */
export async function lockCustomer(tx: Tx, id: string): Promise<Row | null> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(c) as row from customer c where c.id = ${id} for no key update`.execute(tx)
  return rows[0]?.row ?? null
}

/** A contact's columns, locked; null when the customer has no such contact. */
export async function lockContact(tx: Tx, customer: string, id: string): Promise<Row | null> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(k) as row from contact k where k.customer_id = ${customer} and k.id = ${id} for update`.execute(
    tx,
  )
  return rows[0]?.row ?? null
}

/** The columns whose value really changes, with old and new. */
export function diffOf(before: Row, columns: Readonly<Record<string, unknown>>): Diff {
  return Object.fromEntries(
    Object.entries(columns)
      .filter(([name, value]) => !sameValue(before[name], value))
      .map(([name, value]) => [name, [before[name] ?? null, value ?? null] as const]),
  )
}

const assignments = (columns: Readonly<Record<string, unknown>>) =>
  sql.join(
    Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${columnValue(name, value)}`),
  )

/** Saves columns of a customer and answers its new version; whoever changes a profile confirms it (rule 1.3). */
export async function updateCustomer(
  tx: Tx,
  id: string,
  columns: Readonly<Record<string, unknown>>,
  confirmedOn: string,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update customer set ${assignments({ ...columns, confirmed_on: confirmedOn })},
      version = version + 1, updated_at = now() where id = ${id} returning version`.execute(tx)
  return versionIn(rows)
}

export async function updateContact(
  tx: Tx,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update contact set ${assignments(columns)}, version = version + 1, updated_at = now()
    where id = ${id} returning version`.execute(tx)
  return versionIn(rows)
}

export async function deleteContact(tx: Tx, id: string): Promise<void> {
  await sql`delete from contact where id = ${id}`.execute(tx)
}

function versionIn(rows: readonly { version: number }[]): number {
  const row = rows[0]
  if (row === undefined) throw new Error('the row to change has vanished')
  return row.version
}
