import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/database/connect.ts'
import { wholeCustomer } from '../../../ledger.ts'
import type { HeldSeat, Line, MovingRole, Present } from '../../../transfer.ts'

const seatOfOwner = sql`e.organization_id = app.organization() and e.customer_id = a.customer_id and e.role = 'owner'
  and e.line = ${wholeCustomer} and e.seat = 0`

/** Who owns `a.customer_id` on a day, as a lateral sub-select. */
export const ownerOn = (day: string) => sql`(
  select e.person_id from ledger_entry e where ${seatOfOwner} and e.from_day <= ${day}::date
  order by e.from_day desc, e.ordinal desc limit 1)`

/** The number of the newest entry of the owner's seat of `a.customer_id`, as a lateral sub-select. */
export const newestOrdinal = sql`(
  select e.ordinal from ledger_entry e where ${seatOfOwner} order by e.ordinal desc limit 1)`

export type PresentLine = { readonly line: Line; readonly present: Present | null }

/** The lines of a transfer beside their customers as they are now, in the order of the customers' ids. */
export async function presentLines(tx: Tx, id: string, day: string): Promise<PresentLine[]> {
  const { rows } = await sql<
    Omit<Line, 'roles'> & { roles: string; now: string | null; newest: number; owner: string | null }
  >`
    select a.customer_id as "customerId", array_to_string(a.roles, ',') as roles, a.former_id as "formerId", a.successor_id as "successorId", a.ordinal,
      a.status, c.status as now, coalesce(n.ordinal, 0) as newest,
      -- With no entry since, the owner is who it was; only of a line that moves another seat it isn't known.
      case when 'owner' = any (a.roles) then a.former_id else ${ownerOn(day)} end as owner
    from transfer_line a
    left join customer c on c.organization_id = a.organization_id and c.id = a.customer_id
      and c.status in ('active', 'closed')
    left join lateral ${newestOrdinal} n on true
    where a.organization_id = app.organization() and a.transfer_id = ${id}
    order by a.customer_id`.execute(tx)
  return rows.map(({ now, newest, owner, roles, ...line }) => ({
    // As text and split: reading ten thousand arrays takes longer than finding them.
    line: { ...line, roles: roles.split(',') as MovingRole[] },
    present: now === null ? null : { status: now, ordinal: newest, ownerId: owner },
  }))
}

/** Takes the customers of a transfer until the command ends, in the order of their ids, and answers these. */
export async function takeCustomers(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from customer where organization_id = app.organization()
      and id in (select customer_id from transfer_line where organization_id = app.organization() and transfer_id = ${id})
    order by id for no key update`.execute(tx)
  return rows.map((row) => row.id)
}

/** The seats as backup and sponsor that formers and successors of a transfer hold on a day, by customer. */
export async function heldSeats(tx: Tx, id: string, day: string): Promise<Map<string, HeldSeat[]>> {
  const { rows } = await sql<HeldSeat & { customerId: string }>`
    select l.customer_id as "customerId", e.role, e.seat, e.person_id as "personId"
    from transfer_line l
    cross join lateral (
      select distinct on (e.role, e.seat) e.role, e.seat, e.person_id from ledger_entry e
      where e.organization_id = app.organization() and e.customer_id = l.customer_id and e.role in ('backup', 'sponsor')
        and e.line = ${wholeCustomer} and e.from_day <= ${day}::date
      order by e.role, e.seat, e.from_day desc, e.ordinal desc
    ) e
    where l.organization_id = app.organization() and l.transfer_id = ${id}
      and e.person_id in (l.former_id, l.successor_id)`.execute(tx)
  return Map.groupBy(rows, ({ customerId }) => customerId)
}

/** Of customers on which somebody is to stay as backup, the first seat that nobody ever sat on. */
export async function freeBackupSeats(tx: Tx, id: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ customer: string; seat: number }>`
    select l.customer_id as customer, max(e.seat) + 1 as seat
    from transfer_line l
    join ledger_entry e on e.organization_id = l.organization_id and e.customer_id = l.customer_id and e.role = 'backup'
      and e.line = ${wholeCustomer}
    where l.organization_id = app.organization() and l.transfer_id = ${id}
    group by l.customer_id`.execute(tx)
  return new Map(rows.map(({ customer, seat }) => [customer, seat]))
}

/** Of these customers, the seats as backup or sponsor that a person holds on a day. */
export async function seatsOfPerson(
  tx: Tx,
  customers: readonly string[],
  person: string,
  roles: readonly MovingRole[],
  day: string,
): Promise<Map<string, MovingRole[]>> {
  const { rows } = await sql<{ customer: string; roles: MovingRole[] }>`
    select a.id as customer, array_agg(distinct e.role) as roles
    from unnest(${[...customers]}::uuid[]) as a (id)
    cross join lateral (
      select distinct on (e.role, e.seat) e.role, e.seat, e.person_id from ledger_entry e
      where e.organization_id = app.organization() and e.customer_id = a.id and e.role = any (${[...roles]}::text[])
        and e.line = ${wholeCustomer} and e.from_day <= ${day}::date
      order by e.role, e.seat, e.from_day desc, e.ordinal desc
    ) e
    where e.person_id = ${person}
    group by a.id`.execute(tx)
  return new Map(rows.map(({ customer, roles: held }) => [customer, held]))
}
