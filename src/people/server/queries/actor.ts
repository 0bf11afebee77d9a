import { sql } from 'kysely'
import { type Actor, settingsOf } from '../../../platform/server/database/actor.ts'
import type { Database, Tx } from '../../../platform/server/database/connect.ts'
import { asRelevo } from '../../../platform/server/database/transaction.ts'
import { type Role, allPermissions, may, permissionsOf } from '../../permissions.ts'
import { companyDay } from './company.ts'

type Membership = {
  organization_id: string
  person_id: string
  left_on: string | null
  roles: Role[]
}

/**
 * Who an account is in a company: the wanted one, else the first they joined. Null when it belongs to nobody who may
 * still come in: gone by the company's own calendar, or access ended. The day also decides who is below whom.
 */
export async function findActor(
  db: Database,
  account: string,
  wanted: string | null,
  requestId: string,
  now: Date,
): Promise<Actor | null> {
  return await db.connection().execute(async (tx) => {
    try {
      await sql
        .raw(`begin read only; ${asRelevo}; ${accountSetting(account)}; ${clockSetting(now)}`)
        .execute(tx)
      const { rows } = await sql<Membership>`
        select p.organization_id, p.id as person_id, p.left_on,
          coalesce((select array_agg(r.role) from person_role r
            where r.organization_id = p.organization_id and r.person_id = p.id), '{}') as roles
        from person p where p.user_id = ${account} and p.access_ended_at is null
        order by p.created_at, p.id`.execute(tx)
      for (const row of rows) {
        if (wanted !== null && row.organization_id !== wanted) continue
        const found = await actorOf(tx, row, account, requestId)
        if (found !== null) return found
      }
      return null
    } finally {
      await sql.raw('rollback').execute(tx)
    }
  })
}

async function actorOf(tx: Tx, row: Membership, account: string, requestId: string): Promise<Actor | null> {
  const actor: Actor = {
    organizationId: row.organization_id,
    personId: row.person_id,
    userId: account,
    may: permissionsOf(row.roles),
    people: [row.person_id],
    requestId,
  }
  await sql.raw(settingsOf(actor)).execute(tx)
  const day = await companyDay(tx)
  if (row.left_on !== null && row.left_on < day) return null
  if (!may(row.roles, 'people.below')) return actor
  const { rows } = await sql<{ id: string }>`
    select id from app.people_under(${row.person_id}, ${day}) as id`.execute(tx)
  return { ...actor, people: rows.map((below) => below.id) }
}

/** The program itself acting for a company: the command line and jobs. It may everything; what it writes has no author. */
export function programActor(organizationId: string): Actor {
  return { organizationId, personId: null, userId: null, may: allPermissions, people: [] }
}

function accountSetting(account: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(account)) throw new Error('a malformed account id')
  return `set local app.user_id = '${account}'`
}

const clockSetting = (now: Date) => `set local app.now = '${now.toISOString()}'`
