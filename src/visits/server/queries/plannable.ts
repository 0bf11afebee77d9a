import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { personJson } from '../../../customers/server/queries/instant.ts'

type Person = { id: string; name: string; colour: number }

/** Whose weeks the asker may plan: of oneself and those below, whoever serves a customer; by name. */
export async function plannable(tx: Tx): Promise<Person[]> {
  const { rows } = await sql<{ person: Person }>`
    select ${personJson('p')} as person from person p
    where p.organization_id = app.organization() and (p.left_on is null or p.left_on >= app.today())
      and ((select app.may('customers.read.all')) or p.id = any ((select app.people())::uuid[]))
      and (p.id = app.person() or exists (select from holder h where h.organization_id = p.organization_id
        and h.person_id = p.id and h.role in ('owner', 'cover')))
    order by p.id <> app.person(), lower(p.name), p.id limit 500`.execute(tx)
  return rows.map(({ person }) => person)
}
