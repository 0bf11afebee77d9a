import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { dayIn } from '../../../platform/server/services.ts'
import { addMonths } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { type CoverageSettings, coverageSettingsFrom, knownSince } from '../../coverage.ts'
import type { Measure } from './coverage.ts'
import type { Facts } from './facts.ts'

/** The company's settings of coverage over the defaults, with the version of the company's row. */
export async function coverageRules(tx: Tx): Promise<{ settings: CoverageSettings; version: number }> {
  const { rows } = await sql<{ kept: Partial<CoverageSettings> | null; version: number }>`
    select settings -> 'coverage' as kept, version from organization where id = app.organization()`.execute(
    tx,
  )
  const row = rows[0]
  if (row === undefined) throw new Error('the company has vanished')
  return { settings: coverageSettingsFrom(row.kept), version: row.version }
}

/** Keeps settings if the company is still at this version; false when it isn't. */
export async function keepCoverageRules(
  tx: Tx,
  settings: CoverageSettings,
  version: number,
): Promise<boolean> {
  const { rows } = await sql`
    update organization set settings = settings || jsonb_build_object('coverage', ${JSON.stringify(settings)}::jsonb),
      version = version + 1
    where id = app.organization() and version = ${version} returning id`.execute(tx)
  return rows.length > 0
}

/** What a look at coverage is measured by today: the company's settings, currency and calendar (sales of twelve months). */
export async function measureOf(tx: Tx, facts: Facts, now: Date): Promise<Measure> {
  const { settings } = await coverageRules(tx)
  const { rows } = await sql<{ currency: string; zone: string }>`
    select currency, time_zone as zone from organization where id = app.organization()`.execute(tx)
  const { currency = '', zone = 'UTC' } = rows[0] ?? {}
  const today = dayIn(zone, now) as Day
  return {
    facts,
    settings,
    today,
    currency,
    since: knownSince(today, settings),
    soldAfter: addMonths(today, -12),
  }
}
