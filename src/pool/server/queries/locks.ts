import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Lock = {
  id: string
  person: { id: string; name: string }
  from: string
  to: string
  reason: string
  setBy: string | null
  liftedOn: string | null
}

/** The times for which a customer was kept for somebody, the newest first. */
export async function locksOf(tx: Tx, customerId: string): Promise<Lock[]> {
  const { rows } = await sql<Lock>`
    select l.id, jsonb_build_object('id', p.id, 'name', p.name) as person, l.from_day::text as "from",
      l.until_day::text as "to", l.reason, s.name as "setBy", l.lifted_on::text as "liftedOn"
    from protection_lock l
    join person p on p.organization_id = l.organization_id and p.id = l.person_id
    left join person s on s.organization_id = l.organization_id and s.id = l.set_by
    where l.organization_id = app.organization() and l.customer_id = ${customerId}
    order by l.set_at desc limit 50`.execute(tx)
  return rows
}

type NewLock = { id: string; customerId: string; personId: string; from: string; to: string; reason: string }

export async function insertLock(tx: Tx, lock: NewLock): Promise<void> {
  await sql`
    insert into protection_lock (organization_id, id, customer_id, person_id, from_day, until_day, reason, set_by)
    values (app.organization(), ${lock.id}, ${lock.customerId}, ${lock.personId}, ${lock.from}, ${lock.to},
      ${lock.reason}, app.person())`.execute(tx)
}

/** The customer of a lock that still holds on the day or later, locked; null when there is none. */
export async function lockToLift(tx: Tx, id: string, today: string): Promise<string | null> {
  const { rows } = await sql<{ customerId: string }>`
    select customer_id as "customerId" from protection_lock
    where organization_id = app.organization() and id = ${id} and lifted_on is null and until_day >= ${today}::date
    for update`.execute(tx)
  return rows[0]?.customerId ?? null
}

export async function liftLock(tx: Tx, id: string, today: string): Promise<void> {
  await sql`
    update protection_lock set lifted_on = ${today}::date, lifted_by = app.person()
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}
