import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Holding } from '../../load.ts'
import type { Agreement } from '../../schema/agreement.ts'
import type { Posting } from '../../schema/posting.ts'

/** What each of these people carries today, in numbers only. */
export async function holdingsOf(tx: Tx, people: readonly string[]): Promise<Map<string, Holding[]>> {
  const { rows } = await sql<Holding & { personId: string }>`
    select person_id as "personId", role, tier, customers from app.holdings(${people}::uuid[])`.execute(tx)
  return Map.groupBy(rows, (row) => row.personId)
}

/** A person's posts, the newest first. */
export async function postingsOf(tx: Tx, person: string): Promise<Posting[]> {
  const { rows } = await sql<Posting>`
    select o.id, o.from_day as "fromDay", o.title, t.id as "teamId", t.name as "teamName",
      m.id as "managerId", m.name as "managerName", m.colour as "managerColour"
    from posting o
    left join team t on t.organization_id = o.organization_id and t.id = o.team_id
    left join person m on m.organization_id = o.organization_id and m.id = o.manager_id
    where o.person_id = ${person}::uuid order by o.from_day desc`.execute(tx)
  return rows
}

type Named = { id: string; name: string; title: string; colour: number }

/** The chain of managers on a day, the direct one first. */
export async function managersAbove(tx: Tx, person: string, day: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select p.id, p.name, p.colour, coalesce(o.title, '') as title
    from app.managers_of(${person}::uuid, ${day}::date) a
    join person p on p.id = a.id
    left join lateral (select title from posting where organization_id = p.organization_id and person_id = p.id
      and from_day <= ${day}::date order by from_day desc limit 1) o on true
    order by a.height`.execute(tx)
  return rows
}

/** Who reports to a person on a day and is here, and how many are below at any depth. */
export async function teamOf(tx: Tx, person: string, day: string): Promise<{ team: Named[]; below: number }> {
  const { rows } = await sql<Named & { direct: boolean }>`
    select p.id, p.name, p.colour, o.title, o.manager_id = ${person}::uuid as direct
    from app.people_under(${person}::uuid, ${day}::date) as b(id)
    join person p on p.id = b.id
    join app.posts_on(${day}::date) o on o.person_id = p.id
    where p.id <> ${person}::uuid and (p.hired_on is null or p.hired_on <= ${day}::date)
      and (p.left_on is null or p.left_on >= ${day}::date)
    order by lower(p.name), p.id`.execute(tx)
  const team = rows.filter((row) => row.direct).map(({ direct: _direct, ...named }) => named)
  return { team, below: rows.length }
}

export async function territoriesOf(tx: Tx, person: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select t.id, t.name from person_territory x
    join territory t on t.organization_id = x.organization_id and t.id = x.territory_id
    where x.person_id = ${person}::uuid order by t.name`.execute(tx)
  return rows
}

/** Agreements on file; row-level security gives them to HR, the principal and the person alone. */
export async function agreementsOf(tx: Tx, person: string): Promise<Agreement[]> {
  const { rows } = await sql<Agreement>`
    select id, version, kind, signed_on as "signedOn", starts_on as "startsOn", ends_on as "endsOn",
      compensation_minor as "compensationMinor", currency, note
    from agreement where person_id = ${person}::uuid order by starts_on desc nulls last, id desc`.execute(tx)
  return rows
}

/** What only the page of one person shows. */
export async function detailsOf(tx: Tx, id: string) {
  return await tx
    .selectFrom('person')
    .select(['version', 'language', 'languages', 'skills'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
