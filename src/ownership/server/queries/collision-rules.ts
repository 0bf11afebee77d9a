import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type CollisionSettings, collisionSettingsFrom } from '../../collision-settings.ts'

/** The company's settings of collisions over the defaults, with the version of the company's row. */
export async function collisionRules(tx: Tx): Promise<{ settings: CollisionSettings; version: number }> {
  const { rows } = await sql<{ settings: unknown; version: number }>`
    select settings, version from organization where id = app.organization()`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error('the company has vanished')
  return { settings: collisionSettingsFrom(row.settings), version: row.version }
}

/** Keeps settings if the company is still at this version; false when it isn't. */
export async function keepCollisionRules(
  tx: Tx,
  settings: CollisionSettings,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    update organization set settings = settings || jsonb_build_object('collisions', ${JSON.stringify(settings)}::jsonb),
      version = version + 1
    where id = app.organization() and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}
