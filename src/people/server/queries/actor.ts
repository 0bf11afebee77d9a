import { sql } from 'kysely'
import { type Actor, settingsOf } from '../../../platform/server/database/actor.ts'
import type { Database } from '../../../platform/server/database/connect.ts'
import { type Role, allPermissions, permissionsOf } from '../../permissions.ts'

type Membership = { organization_id: string; person_id: string; roles: Role[] }

/**
 * Who an account is in a company: the wanted one, else the first by name. Null when it belongs to nobody who still
 * works there. `day` decides who is below whom.
 */
export async function findActor(
  db: Database,
  account: string,
  wanted: string | null,
  requestId: string,
  day: string,
): Promise<Actor | null> {
  return await db.connection().execute(async (tx) => {
    try {
      await sql.raw(`begin read only; set local role relevo_app; ${accountSetting(account)}`).execute(tx)
      const { rows } = await sql<Membership>`
        select p.organization_id, p.id as person_id,
          coalesce((select array_agg(r.role) from person_role r
            where r.organization_id = p.organization_id and r.person_id = p.id), '{}') as roles
        from person p
        where p.user_id = ${account} and (p.left_on is null or p.left_on >= ${day}::date)
        order by p.created_at`.execute(tx)
      const found = wanted === null ? rows[0] : rows.find((row) => row.organization_id === wanted)
      if (found === undefined) return null
      const actor: Actor = {
        organizationId: found.organization_id,
        personId: found.person_id,
        userId: account,
        may: permissionsOf(found.roles),
        people: [found.person_id],
        requestId,
      }
      await sql.raw(settingsOf(actor)).execute(tx)
      const below = await sql<{ id: string }>`
        select id from app.people_under(${found.person_id}, ${day}) as id`.execute(tx)
      return { ...actor, people: below.rows.map((row) => row.id) }
    } finally {
      await sql.raw('rollback').execute(tx)
    }
  })
}

/** The program itself acting for a company: the command line and jobs. It may everything; what it writes has no author. */
export function programActor(organizationId: string): Actor {
  return { organizationId, personId: null, userId: null, may: allPermissions, people: [] }
}

function accountSetting(account: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(account)) throw new Error('a malformed account id')
  return `set local app.user_id = '${account}'`
}
