import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type LedgerRole, wholeCustomer } from '../../ledger.ts'

/** Of a customer, who is to sit on this seat; for an owner null means the pool, else that the seat is empty. */
export type SeatOfCustomer = { customerId: string; seat: number; personId: string | null }
type Role = LedgerRole

const seatsOf = (customers: readonly string[], role: Role, line: string) => sql`
  select h.customer_id, h.seat, h.person_id from holder h where h.organization_id = app.organization()
    and h.line = ${line} and h.role = ${role} and h.customer_id = any (${[...customers]}::uuid[])`

/** The seats to write so that the person alone has the role; empty where that is so already. */
export async function seatsToSet(
  tx: Tx,
  customers: readonly string[],
  role: Role,
  personId: string | null,
  line: string = wholeCustomer,
): Promise<SeatOfCustomer[]> {
  const isOwner = role === 'owner'
  return await seatsFrom(
    tx,
    sql`
    with held as (${seatsOf(customers, role, line)})
    select w.id as "customerId", 0 as seat, ${personId}::uuid as "personId"
    from unnest(${[...customers]}::uuid[]) as w (id) left join held h on h.customer_id = w.id and h.seat = 0
    where (h.customer_id is null and (${isOwner} or ${personId}::uuid is not null))
      or (h.customer_id is not null and h.person_id is distinct from ${personId}::uuid)
    union all
    select h.customer_id, h.seat, null from held h where h.seat > 0 and h.person_id is not null`,
  )
}

/** The seats to write so that the person has the role beside others: an empty one on which nobody is to sit later either. */
export async function seatsToAdd(
  tx: Tx,
  customers: readonly string[],
  role: Role,
  personId: string,
  line: string = wholeCustomer,
): Promise<SeatOfCustomer[]> {
  return await seatsFrom(
    tx,
    sql`
    with held as (${seatsOf(customers, role, line)})
    select w.id as "customerId", ${personId}::uuid as "personId", coalesce(
      (select min(h.seat) from held h where h.customer_id = w.id and h.person_id is null
        and not exists (select from ledger_due d where d.organization_id = app.organization()
          and d.customer_id = w.id and d.line = ${line} and d.role = ${role} and d.seat = h.seat)),
      (select max(e.seat) + 1 from ledger_entry e where e.organization_id = app.organization()
        and e.customer_id = w.id and e.line = ${line} and e.role = ${role}), 0) as seat
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
  line: string = wholeCustomer,
): Promise<SeatOfCustomer[]> {
  return await seatsFrom(
    tx,
    sql`
    select h.customer_id as "customerId", h.seat, null::uuid as "personId" from (${seatsOf(customers, role, line)}) h
    where h.person_id = ${personId}`,
  )
}

async function seatsFrom(tx: Tx, select: RawBuilder<unknown>): Promise<SeatOfCustomer[]> {
  const { rows } = await sql<SeatOfCustomer>`${select}`.execute(tx)
  return rows
}

/**
 * Customers among these that the person owns: whoever owns can't be the backup as well. A line without an owner of its own
 * follows the whole customer.
 */
export async function ownedAmong(
  tx: Tx,
  customers: readonly string[],
  personId: string,
  line: string = wholeCustomer,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select o.customer_id as id from (
      select distinct on (h.customer_id) h.customer_id, h.person_id from holder h
      where h.organization_id = app.organization() and h.role = 'owner' and h.seat = 0
        and h.line = any (${[line, wholeCustomer]}::text[]) and h.customer_id = any (${[...customers]}::uuid[])
      order by h.customer_id, h.line = ${wholeCustomer}
    ) o where o.person_id = ${personId}`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}
