import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'

export type ClaimedDay = {
  claimedOn: Day
  receivedOn: Day
  claimedBy: string | null
  /** Null while nobody has decided. */
  accepted: boolean | null
}

/** Keeps the earlier day that a device claims for a registration. */
export async function insertClaimedDay(
  tx: Tx,
  { customerId, claimedOn, receivedOn }: { customerId: string; claimedOn: Day; receivedOn: Day },
): Promise<void> {
  await sql`
    insert into claimed_day (organization_id, customer_id, claimed_on, received_on, claimed_by)
    values (app.organization(), ${customerId}, ${claimedOn}, ${receivedOn}, app.person())`.execute(tx)
}

/** The day that was claimed for a customer's registration and what came of it; null when none was. */
export async function claimedDayOf(tx: Tx, customerId: string): Promise<ClaimedDay | null> {
  const { rows } = await sql<ClaimedDay>`
    select d.claimed_on as "claimedOn", d.received_on as "receivedOn", d.claimed_by as "claimedBy", x.accepted
    from claimed_day d
    left join claimed_day_decision x on x.organization_id = d.organization_id and x.customer_id = d.customer_id
    where d.organization_id = app.organization() and d.customer_id = ${customerId}`.execute(tx)
  return rows[0] ?? null
}

/** Says yes or no to it, once. */
export async function insertDecision(tx: Tx, customerId: string, accepted: boolean): Promise<void> {
  await sql`
    insert into claimed_day_decision (organization_id, customer_id, accepted, person_id)
    values (app.organization(), ${customerId}, ${accepted}, app.person())`.execute(tx)
}

/** Puts the registration on the accepted day. */
export async function moveRegistration(tx: Tx, customerId: string, day: Day): Promise<void> {
  await sql`
    update customer set registered_on = ${day}, version = version + 1, updated_at = now()
    where organization_id = app.organization() and id = ${customerId}`.execute(tx)
}

/** The day from which a customer that the asker sees counts as registered. */
export async function registeredOn(tx: Tx, customerId: string): Promise<Day | null> {
  const { rows } = await sql<{ day: Day }>`
    select registered_on as day from customer
    where organization_id = app.organization() and id = ${customerId}`.execute(tx)
  return rows[0]?.day ?? null
}
