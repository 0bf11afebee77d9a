import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import type { SeatOf } from '../../seats.ts'

/** Makes what holds today of these seats what the ledger says of the day; answers the customers for whom it changed. */
export async function projectSeats(tx: Tx, seats: readonly SeatOf[], today: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into holder as h (organization_id, customer_id, line, role, seat, person_id, since_day, entry_id)
    select app.organization(), s.customer_id, s.line, s.role, s.seat, e.person_id, e.from_day, e.id
    from unnest(${seats.map(({ customerId }) => customerId)}::uuid[], ${seats.map(({ line }) => line)}::text[],
      ${seats.map(({ role }) => role)}::text[], ${seats.map(({ seat }) => seat)}::smallint[])
      as s (customer_id, line, role, seat)
    cross join lateral (
      select e.id, e.person_id, e.from_day from ledger_entry e
      where e.organization_id = app.organization() and e.customer_id = s.customer_id and e.role = s.role
        and e.line = s.line and e.seat = s.seat and e.from_day <= ${today}::date
      order by e.from_day desc, e.ordinal desc limit 1
    ) e
    on conflict (organization_id, customer_id, line, role, seat) do update
      set person_id = excluded.person_id, since_day = excluded.since_day, entry_id = excluded.entry_id
      where h.entry_id <> excluded.entry_id
    returning h.customer_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Takes the change points whose day has come: the seats to project again, each once, in the order of their customers. */
export async function takeDue(tx: Tx, today: Day): Promise<SeatOf[]> {
  const { rows } = await sql<SeatOf>`
    with due as (
      delete from ledger_due where organization_id = app.organization() and due_day <= ${today}::date
      returning customer_id, line, role, seat
    )
    select distinct customer_id as "customerId", line, role, seat from due order by 1, 2, 3, 4`.execute(tx)
  return rows
}
