import { sql } from 'kysely'
import type { Database, Tx } from '../../../platform/server/database/connect.ts'
import { asRelevo } from '../../../platform/server/database/transaction.ts'
import type { CompanyChange } from '../../schema/company.ts'
import type { Day } from '../../../values/day.ts'

export async function insertCompany(
  tx: Tx,
  company: {
    id: string
    name: string
    country: string
    currency: string
    language: string
    time_zone: string
  },
): Promise<void> {
  await tx.insertInto('organization').values(company).execute()
}

export async function companyOf(tx: Tx) {
  return await tx
    .selectFrom('organization')
    .select([
      'id',
      'name',
      'country',
      'currency',
      'language',
      'time_zone as timeZone',
      'week_start as weekStart',
      'version',
      'settings',
    ])
    .executeTakeFirstOrThrow()
}

/** Null when the company isn't as it was seen. */
export async function updateCompany(
  tx: Tx,
  id: string,
  { version, timeZone, weekStart, ...same }: CompanyChange,
): Promise<number | null> {
  const row = await tx
    .updateTable('organization')
    .set((eb) => ({ ...same, time_zone: timeZone, week_start: weekStart, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version ?? null
}

/** Keeps how long invitations work, if the company is still at this version; null when it isn't. Other settings stay. */
export async function updateInvitationDays(tx: Tx, days: number, version: number): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    update organization set version = version + 1, settings = settings || jsonb_build_object('people',
      coalesce(settings -> 'people', '{}') || jsonb_build_object('invitationDays', ${days}::integer))
    where id = app.organization() and version = ${version} returning version`.execute(tx)
  return rows[0]?.version ?? null
}

/** All companies of this installation, for the command line and jobs; outside row-level security and closed to requests. */
export async function companiesHere(db: Database): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from sign_in.company order by created_at`.execute(db)
  return rows
}

/** Enters a company in the installation's list. Throws 23505 when the name is taken. */
export async function listCompany(db: Database, id: string, name: string): Promise<void> {
  await sql`insert into sign_in.company (id, name) values (${id}, ${name})`.execute(db)
}

/** Renames a company in the list and answers its name before. Throws 23505 when the name is taken. */
export async function relistCompany(db: Database, id: string, name: string): Promise<string> {
  const { rows } = await sql<{ before: string }>`
    update sign_in.company c set name = ${name} from sign_in.company old
    where c.id = ${id} and old.id = c.id returning old.name as before`.execute(db)
  return rows[0]?.before ?? name
}

export async function unlistCompany(db: Database, id: string): Promise<void> {
  await sql`delete from sign_in.company where id = ${id}`.execute(db)
}

/** The companies that an account belongs to. */
export async function companiesOfAccount(
  db: Database,
  account: string,
): Promise<{ id: string; name: string }[]> {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(account)) throw new Error('a malformed account id')
  const ids = await db.connection().execute(async (tx) => {
    await sql.raw(`begin read only; ${asRelevo}; set local app.user_id = '${account}'`).execute(tx)
    const { rows } = await sql<{ organization_id: string }>`
      select organization_id from person where user_id = ${account}`.execute(tx)
    await sql.raw('commit').execute(tx)
    return rows.map((row) => row.organization_id)
  })
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from sign_in.company where id = any (${ids}::uuid[]) order by name`.execute(db)
  return rows
}

/** The company's calendar day, by the program's clock where it brings its own. */
export async function companyDay(tx: Tx): Promise<Day> {
  const { rows } = await sql<{ today: Day }>`select app.today() as today`.execute(tx)
  const today = rows[0]?.today
  if (today === undefined) throw new Error('no company day')
  return today
}

/** What the company keeps as its settings, each feature its own part. */
export async function companySettings(tx: Tx): Promise<unknown> {
  const { rows } = await sql<{ settings: unknown }>`
    select settings from organization where id = app.organization()`.execute(tx)
  return rows[0]?.settings ?? null
}
