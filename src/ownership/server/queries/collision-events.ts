import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import { instant, personJson } from '../../../customers/server/queries/instant.ts'
import type { Collision } from '../../schema/collision.ts'

/** One thing that happened in a case, as it is shown; its split is found by its id. */
export type EventRow = Omit<Collision['events'][number], 'split'> & { chosenId: string | null }

/** Everything that happened in a case, in its order. Words and files only for whoever may read them. */
export async function eventsOf(tx: Tx, collisionId: string): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select e.id, e.number, e.act, ${instant(sql`e.at`)} as at, ${personJson('p')} as by, ${personJson('a')} as about,
      e.due_day as due, w.words, e.evidence, ${personJson('x')} as chosen, e.chosen_id as "chosenId",
      e.written_on as "writtenOn", ${personJson('o')} as owner, e.reason,
      case when f.event_id is not null then jsonb_build_object('name', f.name, 'kind', f.kind, 'bytes', f.bytes) end as file
    from collision_event e
    left join collision_words w on w.organization_id = e.organization_id and w.event_id = e.id
    left join collision_file f on f.organization_id = e.organization_id and f.event_id = e.id
    left join collision_claim c on c.organization_id = e.organization_id and c.id = e.claim_id
    left join person p on p.organization_id = e.organization_id and p.id = e.person_id
    left join person a on a.organization_id = e.organization_id and a.id = c.person_id
    left join person x on x.organization_id = e.organization_id and x.id = e.chosen_id
    left join person o on o.organization_id = e.organization_id and o.id = e.owner_id
    where e.organization_id = app.organization() and e.collision_id = ${collisionId}
    order by e.number`.execute(tx)
  return rows
}

export type FileRow = { eventId: string; collisionId: string; name: string; kind: string }

/** A file that is evidence, if the asker may read it. */
export async function fileOf(tx: Tx, eventId: string): Promise<FileRow | null> {
  const { rows } = await sql<FileRow>`
    select f.event_id as "eventId", e.collision_id as "collisionId", f.name, f.kind from collision_file f
    join collision_event e on e.organization_id = f.organization_id and e.id = f.event_id
    where f.organization_id = app.organization() and f.event_id = ${eventId}`.execute(tx)
  return rows[0] ?? null
}

/** Which of these customers the asker may open. */
export async function openTo(tx: Tx, customers: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from customer where organization_id = app.organization() and id = any (${[...customers]}::uuid[])`.execute(
    tx,
  )
  return new Set(rows.map(({ id }) => id))
}

export type CaseOfCustomer = { id: string; openedOn: Day }
/** The newest cases about a customer, the newest first. */
export async function casesOfCustomer(tx: Tx, customerId: string, most: number): Promise<CaseOfCustomer[]> {
  const { rows } = await sql<CaseOfCustomer>`
    select k.id, e.on_day as "openedOn" from collision k
    join collision_event e on e.organization_id = k.organization_id and e.collision_id = k.id and e.number = 1
    where k.organization_id = app.organization() and (k.customer_id = ${customerId}
      or k.customer_id in (select m.customer_id from merged_customer m
        where m.organization_id = k.organization_id and m.kept_id = ${customerId}))
    order by k.id desc limit ${most}`.execute(tx)
  return rows
}
