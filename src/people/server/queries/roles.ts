import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Role } from '../../permissions.ts'
import type { RoleHolder } from '../../roles.ts'

export async function grantRoles(
  tx: Tx,
  organization: string,
  person: string,
  roles: readonly Role[],
  by: string | null,
): Promise<void> {
  await sql`
    insert into person_role (organization_id, person_id, role, granted_by)
    select ${organization}, ${person}, role, ${by} from unnest(${roles}::text[]) as role
    on conflict do nothing`.execute(tx)
}

export async function revokeRole(tx: Tx, person: string, role: Role): Promise<void> {
  await tx.deleteFrom('person_role').where('person_id', '=', person).where('role', '=', role).execute()
}

export async function rolesOf(tx: Tx, person: string): Promise<Role[]> {
  const rows = await tx
    .selectFrom('person_role')
    .select('role')
    .where('person_id', '=', person)
    .orderBy('role')
    .execute()
  return rows.map((row) => row.role as Role)
}

/** Everybody who holds one of these roles, and whether they can sign in on the day. */
export async function holdersOf(tx: Tx, roles: readonly Role[], day: string): Promise<RoleHolder[]> {
  const { rows } = await sql<RoleHolder>`
    select r.person_id as "personId", r.role,
      p.user_id is not null and p.access_ended_at is null and (p.left_on is null or p.left_on >= ${day}::date) as able
    from person_role r join person p on p.organization_id = r.organization_id and p.id = r.person_id
    where r.role = any (${roles}::text[])`.execute(tx)
  return rows
}

/** The signed-in person for their own page. */
export async function personWithRoles(tx: Tx, id: string) {
  const { rows } = await sql<{
    id: string
    name: string
    email: string | null
    language: 'en' | 'es' | 'zh' | null
    colour: number
    roles: Role[]
  }>`
    select p.id, p.name, p.email, p.language, p.colour,
      coalesce((select array_agg(r.role order by r.role) from person_role r
        where r.organization_id = p.organization_id and r.person_id = p.id), '{}') as roles
    from person p where p.id = ${id}`.execute(tx)
  return rows[0] ?? null
}
