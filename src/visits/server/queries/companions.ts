import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'

/** Adds people to a visit; those who are on it already stay. Answers the ids of the new rows. */
export async function insertCompanions(
  tx: Tx,
  visit: { id: string; customerId: string },
  people: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into visit_companion (organization_id, id, visit_id, customer_id, person_id)
    select app.organization(), c.id, ${visit.id}, ${visit.customerId}, c.person
    from unnest(${people.map(() => newId())}::uuid[], ${[...people]}::uuid[]) as c (id, person)
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The row of a companion; null when the person isn't one. */
export async function companionRow(
  tx: Tx,
  visit: string,
  person: string,
): Promise<{ id: string; confirmed: boolean } | null> {
  const { rows } = await sql<{ id: string; confirmed: boolean }>`
    select id, confirmed_at is not null as confirmed from visit_companion
    where organization_id = app.organization() and visit_id = ${visit} and person_id = ${person}`.execute(tx)
  return rows[0] ?? null
}

export async function deleteCompanion(tx: Tx, id: string): Promise<void> {
  await sql`delete from visit_companion where organization_id = app.organization() and id = ${id}`.execute(tx)
}

export async function confirmCompanion(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update visit_companion set confirmed_at = ${at}, version = version + 1
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}
