import { type RawBuilder, sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { openBatch } from './holders.ts'

export type Role = 'owner' | 'backup' | 'sponsor' | 'referrer'
/** From `from` (the company's day) this person, or for an owner the pool, sits on this seat of a customer. */
export type Seat = { customerId: string; seat: number; personId: string | null }
export type Decision = {
  readonly role: Role
  readonly from: string
  /** registered, assigned, import, merge …: a word, no free text, because it is sealed (rule 2.1). */
  readonly cause: string
  readonly note?: string | undefined
}

/**
 * Writes who is responsible into the ledger and its projection of today, all seats in one statement. Answers the batch,
 * null when there was nothing to write.
 */
export async function recordSeats(
  tx: Tx,
  changes: Changes,
  seats: readonly Seat[],
  { role, from, cause, note }: Decision,
): Promise<string | null> {
  if (seats.length === 0) return null
  const batchId = newId()
  await openBatch(tx, batchId, cause, note)
  const entries = seats.map((seat) => ({ ...seat, id: newId() }))
  await sql`
    with wanted as (
      select * from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ customerId }) => customerId)}::uuid[],
        ${entries.map(({ seat }) => seat)}::smallint[], ${entries.map(({ personId }) => personId)}::uuid[])
        as w (id, customer_id, seat, person_id)
    ), entry as (
      insert into ledger_entry (organization_id, id, batch_id, customer_id, role, seat, from_day, person_id, cause)
      select app.organization(), id, ${batchId}, customer_id, ${role}, seat, ${from}::date, person_id, ${cause} from wanted
    )
    insert into holder (organization_id, customer_id, role, seat, person_id, since_day, entry_id)
    select app.organization(), customer_id, ${role}, seat, person_id, ${from}::date, id from wanted
    on conflict (organization_id, customer_id, line, role, seat)
      do update set person_id = excluded.person_id, since_day = excluded.since_day, entry_id = excluded.entry_id`.execute(
    tx,
  )
  changes.addAll(
    'ledger_entry',
    entries.map(({ id, customerId }) => ({ id, customerId })),
  )
  changes.addAll(
    'holder',
    entries.map(({ customerId }) => ({ id: customerId, customerId })),
  )
  return batchId
}

const seatsOf = (customers: readonly string[], role: Role) => sql`
  select h.customer_id, h.seat, h.person_id from holder h where h.organization_id = app.organization()
    and h.line = 'all' and h.role = ${role} and h.customer_id = any (${[...customers]}::uuid[])`

/** The seats to write so that the person alone has the role; empty where that is so already. */
export async function seatsToSet(
  tx: Tx,
  customers: readonly string[],
  role: Role,
  personId: string | null,
): Promise<Seat[]> {
  const isOwner = role === 'owner'
  return await seatsFrom(
    tx,
    sql`
    with held as (${seatsOf(customers, role)})
    select w.id as "customerId", 0 as seat, ${personId}::uuid as "personId"
    from unnest(${[...customers]}::uuid[]) as w (id) left join held h on h.customer_id = w.id and h.seat = 0
    where (h.customer_id is null and (${isOwner} or ${personId}::uuid is not null))
      or (h.customer_id is not null and h.person_id is distinct from ${personId}::uuid)
    union all
    select h.customer_id, h.seat, null from held h where h.seat > 0 and h.person_id is not null`,
  )
}

/** The seats to write so that the person has the role beside others. */
export async function seatsToAdd(
  tx: Tx,
  customers: readonly string[],
  role: Role,
  personId: string,
): Promise<Seat[]> {
  return await seatsFrom(
    tx,
    sql`
    with held as (${seatsOf(customers, role)})
    select w.id as "customerId", ${personId}::uuid as "personId", coalesce(
      (select min(h.seat) from held h where h.customer_id = w.id and h.person_id is null),
      (select max(h.seat) + 1 from held h where h.customer_id = w.id), 0) as seat
    from unnest(${[...customers]}::uuid[]) as w (id)
    where not exists (select 1 from held h where h.customer_id = w.id and h.person_id = ${personId})`,
  )
}

/** The seats to empty so that the person no longer has the role. */
export async function seatsToLeave(
  tx: Tx,
  customers: readonly string[],
  role: Role,
  personId: string,
): Promise<Seat[]> {
  return await seatsFrom(
    tx,
    sql`
    select h.customer_id as "customerId", h.seat, null::uuid as "personId" from (${seatsOf(customers, role)}) h
    where h.person_id = ${personId}`,
  )
}

async function seatsFrom(tx: Tx, select: RawBuilder<unknown>): Promise<Seat[]> {
  const { rows } = await sql<Seat>`${select}`.execute(tx)
  return rows
}

/** Customers among these that the person owns: whoever owns can't be the backup as well. */
export async function ownedAmong(
  tx: Tx,
  customers: readonly string[],
  personId: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select h.customer_id as id from (${seatsOf(customers, 'owner')}) h where h.person_id = ${personId}`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}
