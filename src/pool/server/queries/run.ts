import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Clock, type PoolSources, outlooksOf } from './clocks.ts'

export type Due = { readonly customerId: string; readonly personId: string }
export type Told = Due & { readonly id: string; readonly clockFrom: string; readonly returnsOn: string }

/** Owned customers whose announced day has come and whose days count today. */
export async function dueOn(tx: Tx, sources: PoolSources, clock: Clock): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select k.customer_id as "customerId", k.person_id as "personId" from (${outlooksOf(sources, clock)}) k
    where k.announce_on is null and k.return_on <= ${clock.today}::date and not k.paused
    order by 1`.execute(tx)
  return rows
}

/** What has to be announced today and wasn't, with a new id each. */
export async function announcementsDue(tx: Tx, sources: PoolSources, clock: Clock): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select app.new_id() as id, k.customer_id as "customerId", k.person_id as "personId",
      k.clock_from::text as "clockFrom", k.return_on::text as "returnsOn"
    from (${outlooksOf(sources, clock)}) k
    where k.announce_on <= ${clock.today}::date and k.return_on > ${clock.today}::date
      and (k.announced_on is null or k.announced_on < ${clock.today}::date)
    order by k.customer_id`.execute(tx)
  return rows
}

export async function insertAnnouncements(tx: Tx, told: readonly Told[], today: string): Promise<void> {
  await sql`
    insert into pool_announcement (organization_id, id, customer_id, person_id, clock_from, announced_on, returns_on)
    select app.organization(), t.id, t.customer_id, t.person_id, t.clock_from, ${today}::date, t.returns_on
    from unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ customerId }) => customerId)}::uuid[],
      ${told.map(({ personId }) => personId)}::uuid[], ${told.map(({ clockFrom }) => clockFrom)}::date[],
      ${told.map(({ returnsOn }) => returnsOn)}::date[]) as t (id, customer_id, person_id, clock_from, returns_on)`.execute(
    tx,
  )
}

/** Whether the company's run of this day was made. */
export async function hasRun(tx: Tx, day: string): Promise<boolean> {
  const { rows } = await sql`
    select from pool_run where organization_id = app.organization() and day = ${day}::date`.execute(tx)
  return rows.length > 0
}

export async function insertRun(
  tx: Tx,
  run: { day: string; announced: number; recycled: number; batchId: string | null },
): Promise<void> {
  await sql`
    insert into pool_run (organization_id, day, announced, recycled, batch_id)
    values (app.organization(), ${run.day}, ${run.announced}, ${run.recycled}, ${run.batchId})`.execute(tx)
}

/** Forgets who looked at what in the pool more than a week ago. */
export async function forgetViews(tx: Tx, today: string): Promise<void> {
  await sql`
    delete from pool_view where organization_id = app.organization() and day < ${today}::date - 7`.execute(tx)
}
