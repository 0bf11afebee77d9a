import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type RegisterSettings, settingsFrom } from '../../settings.ts'

/** The company's settings of the register, over the defaults, with the version of the company's row. */
export async function readSettings(tx: Tx): Promise<{ settings: RegisterSettings; version: number }> {
  const { rows } = await sql<{ kept: Partial<RegisterSettings> | null; version: number }>`
    select settings -> 'customers' as kept, version from organization where id = app.organization()`.execute(
    tx,
  )
  const row = rows[0]
  if (row === undefined) throw new Error('the company has vanished')
  return { settings: settingsFrom(row.kept ?? undefined), version: row.version }
}

/** Keeps settings if the company is still at this version; false when it isn't. Other features' settings stay. */
export async function writeSettings(tx: Tx, settings: RegisterSettings, version: number): Promise<boolean> {
  const { rows } = await sql`
    update organization set settings = settings || jsonb_build_object('customers', ${JSON.stringify(settings)}::jsonb),
      version = version + 1
    where id = app.organization() and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}

/** The next customers by id, so that all can be gone through in portions. */
export async function customersAfter(tx: Tx, after: string | null, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from customer where organization_id = app.organization() and (${after}::uuid is null or id > ${after})
    order by id limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}
