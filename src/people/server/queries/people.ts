import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { foldQuery } from '../../../platform/server/search-text.ts'
import type { Role } from '../../permissions.ts'
import type { PeopleFilter } from '../../schema/person.ts'

/** A person on a day, as the list and the page show them. */
export type PersonOnDay = {
  id: string
  code: string
  name: string
  colour: number
  title: string
  teamId: string | null
  teamName: string | null
  managerId: string | null
  managerName: string | null
  managerColour: number | null
  reports: number
  roles: Role[]
  hiredOn: string | null
  leftOn: string | null
  email: string | null
  phone: string | null
  city: string | null
  country: string | null
  access: 'none' | 'invited' | 'expired' | 'active' | 'ended' | null
}

/** Present on the day: begun (or no day known) and not gone before it. */
const here = (day: string, table = 'p') => sql`
  (${sql.ref(`${table}.hired_on`)} is null or ${sql.ref(`${table}.hired_on`)} <= ${day}::date)
  and (${sql.ref(`${table}.left_on`)} is null or ${sql.ref(`${table}.left_on`)} >= ${day}::date)`

/**
 * The columns of PersonOnDay from `p` (person), `post` (its post on the day), `t` (team) and `m` (manager). How to
 * reach somebody who has left is for those who keep the files; whether somebody can sign in for those who invite.
 */
const columns = (day: string, now: Date) => sql`
  p.id, p.code, p.name, p.colour, coalesce(post.title, '') as title,
  t.id as "teamId", t.name as "teamName", m.id as "managerId", m.name as "managerName", m.colour as "managerColour",
  coalesce(n.reports, 0) as reports,
  coalesce((select array_agg(r.role order by r.role) from person_role r
    where r.organization_id = p.organization_id and r.person_id = p.id), '{}') as roles,
  p.hired_on as "hiredOn", p.left_on as "leftOn",
  case when p.left_on < ${day}::date and not app.may('people.change') then null else p.email end as email,
  case when p.left_on < ${day}::date and not app.may('people.change') then null else p.phone end as phone,
  p.city, p.country,
  case when not app.may('people.invite') then null
    when p.access_ended_at is not null then 'ended'
    when p.user_id is not null then 'active'
    else coalesce((select case when i.expires_at > ${now} then 'invited' else 'expired' end from invitation i
      where i.organization_id = p.organization_id and i.person_id = p.id
        and i.accepted_at is null and i.withdrawn_at is null
      order by i.invited_at desc limit 1), 'none') end as access`

/** Everybody's post on the day, and how many present people report to each. */
const ofTheDay = (day: string) => sql`
  posts as materialized (select * from app.posts_on(${day}::date)),
  numbers as materialized (
    select r.manager_id, count(*)::integer as reports from posts r
    join person p on p.organization_id = r.organization_id and p.id = r.person_id
    where ${here(day)} group by r.manager_id
  )`

const from = sql`
  person p
  left join posts post on post.organization_id = p.organization_id and post.person_id = p.id
  left join team t on t.organization_id = post.organization_id and t.id = post.team_id
  left join person m on m.organization_id = post.organization_id and m.id = post.manager_id
  left join numbers n on n.manager_id = p.id`

/** A page of people by name, and how many there are in all. `after`: the last id of the page before. */
export async function listPeople(
  tx: Tx,
  filter: PeopleFilter,
  day: string,
  now: Date,
  limit: number,
): Promise<{ people: PersonOnDay[]; total: number }> {
  const { rows } = await sql<PersonOnDay & { total: number }>`
    with ${ofTheDay(day)},
    wanted as (select p.id, lower(p.name) as sorted from ${from} where ${every(conditions(filter, day))}),
    page as (select id, (select count(*)::integer from wanted) as total from wanted
      where ${afterPage(filter.after)} order by sorted, id limit ${limit})
    select page.total, ${columns(day, now)} from page join ${from} on p.id = page.id order by lower(p.name), p.id`.execute(
    tx,
  )
  const people = rows.map(({ total: _total, ...person }) => person)
  return { people, total: rows[0]?.total ?? 0 }
}

/** One person on a day; null when there is no such person. */
export async function personOnDay(tx: Tx, id: string, day: string, now: Date): Promise<PersonOnDay | null> {
  const { rows } = await sql<PersonOnDay>`
    with ${ofTheDay(day)}
    select ${columns(day, now)} from ${from} where p.id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

function conditions(filter: PeopleFilter, day: string): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = []
  if (filter.presence === 'present') found.push(here(day))
  if (filter.presence === 'left') found.push(sql`p.left_on < ${day}::date`)
  if (filter.team !== undefined) found.push(sql`post.team_id = ${filter.team}::uuid`)
  if (filter.role !== undefined) {
    found.push(sql`exists (select from person_role r where r.organization_id = p.organization_id
      and r.person_id = p.id and r.role = ${filter.role})`)
  }
  if (filter.under !== undefined) {
    found.push(
      sql`p.id in (select app.people_under(${filter.under}::uuid, ${day}::date)) and p.id <> ${filter.under}::uuid`,
    )
  }
  if (filter.reportsTo === 'nobody') {
    // Whoever's manager is not here any more stands at the top too: nobody falls out of the tree.
    found.push(sql`(m.id is null or not (${here(day, 'm')}))`)
  } else if (filter.reportsTo !== undefined) found.push(sql`post.manager_id = ${filter.reportsTo}::uuid`)
  const text = foldQuery(filter.text ?? '')
  if (text !== '') found.push(sql`p.id in (select id from app.search_people(${text}, 500))`)
  return found
}

function every(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

function afterPage(after: string | undefined): RawBuilder<unknown> {
  return after === undefined
    ? sql`true`
    : sql`(sorted, id) > (select lower(name), id from person where id = ${after}::uuid)`
}
