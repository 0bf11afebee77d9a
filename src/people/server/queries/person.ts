import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Role } from '../../permissions.ts'

export async function insertPerson(
  tx: Tx,
  person: {
    organization_id: string
    id: string
    code: string
    name: string
    email: string | null
    user_id?: string
    colour: number
  },
): Promise<void> {
  await tx.insertInto('person').values(person).execute()
}

export async function grantRoles(
  tx: Tx,
  organization: string,
  person: string,
  roles: readonly Role[],
  by: string | null,
) {
  await sql`
    insert into person_role (organization_id, person_id, role, granted_by)
    select ${organization}, ${person}, role, ${by} from unnest(${roles}::text[]) as role
    on conflict do nothing`.execute(tx)
}

export async function personWithRoles(tx: Tx, id: string) {
  const { rows } = await sql<{
    id: string
    name: string
    email: string | null
    language: 'en' | 'es' | 'zh' | null
    roles: Role[]
  }>`
    select p.id, p.name, p.email, p.language, coalesce((select array_agg(r.role order by r.role) from person_role r
      where r.organization_id = p.organization_id and r.person_id = p.id), '{}') as roles
    from person p where p.id = ${id}`.execute(tx)
  return rows[0] ?? null
}
