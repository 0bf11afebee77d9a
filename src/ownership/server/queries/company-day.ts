import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'

/** The company's calendar day by the database's clock. */
export async function companyDay(tx: Tx): Promise<Day> {
  const { rows } = await sql<{ today: Day }>`select app.today()::text as today`.execute(tx)
  const today = rows[0]?.today
  if (today === undefined) throw new Error('no company day')
  return today
}

/** What the company keeps as its settings. */
export async function companySettings(tx: Tx): Promise<unknown> {
  const { rows } = await sql<{ settings: unknown }>`
    select settings from organization where id = app.organization()`.execute(tx)
  return rows[0]?.settings ?? null
}
