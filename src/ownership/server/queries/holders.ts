import { sql } from 'kysely'
import { holdPeople } from '../../../people/server/queries/hold.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Receiver = { id: string; left: boolean; isSalesperson: boolean }

/**
 * A person who may receive customers, held until the command ends: whether they have left by the day, and whether they sell.
 * Null when unknown.
 */
export async function receiverOf(tx: Tx, person: string, day: string): Promise<Receiver | null> {
  await holdPeople(tx, [person])
  const { rows } = await sql<Receiver>`
    select p.id, coalesce(p.left_on < ${day}, false) as left,
      exists (select 1 from person_role r where r.organization_id = p.organization_id and r.person_id = p.id
        and r.role = 'salesperson') as "isSalesperson"
    from person p where p.organization_id = app.organization() and p.id = ${person}`.execute(tx)
  return rows[0] ?? null
}

/** The owners of these customers today, each once; null where one is in the pool. */
export async function ownersToday(tx: Tx, customers: readonly string[]): Promise<(string | null)[]> {
  const { rows } = await sql<{ id: string | null }>`
    select distinct person_id as id from holder where organization_id = app.organization()
      and customer_id = any (${[...customers]}::uuid[]) and role = 'owner'`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Which of these people, held until the command ends, have left before a day. */
export async function leftAmong(tx: Tx, people: readonly string[], day: string): Promise<string[]> {
  await holdPeople(tx, people)
  const { rows } = await sql<{ id: string }>`
    select id from person where organization_id = app.organization() and id = any (${[...people]}::uuid[])
      and left_on < ${day}::date order by id`.execute(tx)
  return rows.map(({ id }) => id)
}
