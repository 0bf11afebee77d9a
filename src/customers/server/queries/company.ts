import { sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Services, dayIn } from '../../../platform/server/services.ts'
import { addDays } from '../../../values/calendar.ts'
import type { Day } from '../../../values/day.ts'
import { type RegisterSettings, settingsFrom } from '../../settings.ts'

/** What every request of the register is measured against. */
export type RegisterFacts = {
  readonly actor: Actor
  /** The company's calendar day. */
  readonly today: Day
  readonly country: string
  readonly currency: string
  readonly settings: RegisterSettings
  /** Profiles confirmed on this day or later are fresh (rule 1.3). */
  readonly freshSince: Day
}

/** Reads the company's settings and day for the actor. */
export async function registerFacts(tx: Tx, actor: Actor, now: Services['now']): Promise<RegisterFacts> {
  const { rows } = await sql<{
    country: string
    currency: string
    time_zone: string
    kept: Partial<RegisterSettings> | null
  }>`select country, currency, time_zone, settings -> 'customers' as kept from organization
    where id = ${actor.organizationId}`.execute(tx)
  const company = rows[0]
  if (company === undefined) throw new Error('the company has vanished')
  const today = dayIn(company.time_zone, now()) as Day
  const settings = settingsFrom(company.kept ?? undefined)
  const { country, currency } = company
  return { actor, today, country, currency, settings, freshSince: addDays(today, -settings.staleDays) }
}
