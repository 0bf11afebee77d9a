import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Claimed = {
  id: string
  personId: string
  userId: string
  name: string
  email: string
  language: string
  country: string
  company: string
  noticeIds: string[]
}

/** In whose letters something new still belongs: told longer ago, it is left to the page. */
const freshFor = '3 days'
/** After a letter was turned away, its person gets none for so long. */
const pauseAfterFailure = '15 minutes'

/**
 * Takes the letters that are due, so many at most, each with the notices that belong into it: unread, in no letter yet, and
 * of a person who wants them at once, or daily and told before the last seven o'clock of the company.
 */
export async function claimLetters(tx: Tx, now: Date, most: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with clock as (
      select o.*, (date_trunc('day', (${now}::timestamptz at time zone o.time_zone) - interval '7 hours')
        + interval '7 hours') at time zone o.time_zone as seven
      from organization o where o.id = app.organization()
    ), due as materialized (
      select n.id, n.person_id from notice n
      cross join clock c
      join person p on p.organization_id = n.organization_id and p.id = n.person_id
      left join notice_setting s on s.organization_id = n.organization_id and s.person_id = n.person_id
      where n.organization_id = app.organization() and n.read_at is null
        and n.at > ${now}::timestamptz - ${freshFor}::interval
        and case coalesce(s.mail, 'daily') when 'at-once' then true when 'daily' then n.at < c.seven else false end
        and p.email is not null and p.user_id is not null and p.access_ended_at is null
        and (p.left_on is null or p.left_on >= app.today())
        and not exists (select from notice_mailed m
          where m.organization_id = n.organization_id and m.notice_id = n.id)
        and not exists (select from notice_mail f where f.organization_id = n.organization_id
          and f.person_id = n.person_id and f.state = 'failed'
          and f.at > ${now}::timestamptz - ${pauseAfterFailure}::interval)
    ), letter as (
      insert into notice_mail (organization_id, id, person_id, notices, at)
      select app.organization(), app.new_id(), person_id, count(*), ${now}::timestamptz from due
      group by person_id order by person_id limit ${most}
      returning id, person_id
    ), claimed as (
      insert into notice_mailed (organization_id, notice_id, mail_id)
      select app.organization(), d.id, l.id from due d join letter l on l.person_id = d.person_id
    )
    select l.id, p.id as "personId", p.user_id as "userId", p.name, p.email, coalesce(p.language, c.language) as language,
      c.country, c.name as company, array(select d.id from due d where d.person_id = l.person_id) as "noticeIds"
    from letter l cross join clock c
    join person p on p.organization_id = app.organization() and p.id = l.person_id`.execute(tx)
  return rows
}

/** Notes that a letter went out. */
export async function noteSent(tx: Tx, id: string): Promise<void> {
  await sql`
    update notice_mail set state = 'sent' where organization_id = app.organization() and id = ${id}`.execute(
    tx,
  )
}

/** Notes that a letter was turned away, and frees its notices for another. */
export async function noteFailed(tx: Tx, id: string): Promise<void> {
  await sql`delete from notice_mailed where organization_id = app.organization() and mail_id = ${id}`.execute(
    tx,
  )
  await sql`
    update notice_mail set state = 'failed' where organization_id = app.organization() and id = ${id}`.execute(
    tx,
  )
}
