import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'

/** Somebody who might take customers over. */
export type CandidateRow = {
  id: string
  name: string
  colour: number
  languages: string[]
  skills: string[]
}
/** Customers that somebody serves: of one channel, within some ten kilometres. */
export type ServedRow = {
  personId: string
  channel: string | null
  latitude: number | null
  longitude: number | null
  customers: number
}

/** More would change little, and everybody's customers are looked at. */
export const mostCandidates = 30

/**
 * Salespeople who stay, those first who have ties to the customers or are asked for by name, then of the same territory,
 * then of the same team, then those with fewest customers.
 */
export async function candidatesFor(
  tx: Tx,
  leavers: readonly string[],
  asked: {
    readonly today: Day
    readonly tied: readonly string[]
    readonly named: readonly string[]
    readonly territories: readonly string[]
  },
): Promise<CandidateRow[]> {
  const { today, tied, named, territories } = asked
  const { rows } = await sql<CandidateRow>`
    with post as (select person_id, team_id from app.posts_on(${today}::date)),
    among as (
      select p.id, p.name, p.colour, p.languages, p.skills, p.code, post.team_id from person p
      left join post on post.person_id = p.id
      where p.organization_id = app.organization() and p.left_on is null and p.id <> all (${[...leavers]}::uuid[])
        and (p.id = any (${[...named]}::uuid[]) or exists (select from person_role r
          where r.organization_id = p.organization_id and r.person_id = p.id and r.role = 'salesperson'))
    )
    select id, name, colour, languages, skills from among
    order by id = any (${[...named]}::uuid[]) desc, id = any (${[...tied]}::uuid[]) desc,
      exists (select from person_territory t where t.organization_id = app.organization() and t.person_id = among.id
        and t.territory_id = any (${[...territories]}::uuid[])) desc,
      coalesce(team_id in (select team_id from post where person_id = any (${[...leavers]}::uuid[])), false) desc,
      code, id
    limit ${Math.max(mostCandidates, named.length)}::int`.execute(tx)
  return rows
}

/** What these people serve today, as far as the asker sees it: where, and of which kind. */
export async function servedBy(tx: Tx, people: readonly string[]): Promise<ServedRow[]> {
  const { rows } = await sql<ServedRow>`
    select h.person_id as "personId", c.channel, avg(c.latitude) as latitude, avg(c.longitude) as longitude,
      count(*)::int as customers
    from holder h join customer c on c.organization_id = h.organization_id and c.id = h.customer_id
    where h.organization_id = app.organization() and h.line = 'all' and h.role = 'owner' and c.status = 'active'
      and h.person_id = any (${[...people]}::uuid[])
    group by h.person_id, c.channel, round(c.latitude * 20), round(c.longitude * 20)`.execute(tx)
  return rows
}

/** How many customers of each tier people own, whether the asker sees these or not. */
export async function ownedBy(
  tx: Tx,
  people: readonly string[],
): Promise<{ personId: string; tier: string | null; customers: number }[]> {
  const { rows } = await sql<{ personId: string; tier: string | null; customers: number }>`
    select person_id as "personId", tier, customers from app.holdings(${[...people]}::uuid[]) where role = 'owner'`.execute(
    tx,
  )
  return rows
}
