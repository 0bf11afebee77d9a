import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { CustomerFilter } from '../../schema/filter.ts'
import { type FilterFacts, whereOf } from './filter.ts'

/**
 * Where the customers are, as the JSON text of `CustomerPoints`: put together by the database, because a company may
 * have 200,000 and the program would only take them apart to write them down again.
 */
export async function customerPoints(tx: Tx, filter: CustomerFilter, facts: FilterFacts): Promise<string> {
  const { rows } = await sql<{ points: string }>`
    with wanted as materialized (
      select c.id, round(c.latitude * 100000)::int as lat, round(c.longitude * 100000)::int as lon, c.tier,
        c.confirmed_on >= ${facts.freshSince} as fresh, c.located_by, o.person_id
      from customer c
      left join holder o on o.organization_id = c.organization_id and o.customer_id = c.id
        and o.line = 'all' and o.role = 'owner' and o.seat = 0
      where ${whereOf(filter, facts)}
    ), owner as materialized (
      select p.id, p.name, p.colour, row_number() over (order by p.name, p.id) - 1 as place
      from person p where p.organization_id = ${facts.actor.organizationId}
        and p.id in (select person_id from wanted where lat is not null)
    ), placed as (
      select w.*, coalesce(owner.place, -1) as owner from wanted w left join owner on owner.id = w.person_id
      where w.lat is not null
    )
    select json_build_object('ids', coalesce(json_agg(id), '[]'), 'lat', coalesce(json_agg(lat), '[]'),
      'lon', coalesce(json_agg(lon), '[]'), 'tier', coalesce(string_agg(coalesce(tier, '-'), ''), ''),
      'fresh', coalesce(string_agg(case when fresh then '1' else '0' end, ''), ''),
      'located', coalesce(string_agg(left(located_by, 1), ''), ''), 'owner', coalesce(json_agg(owner), '[]'),
      'owners', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'colour', colour) order by place), '[]')
        from owner),
      'unplaced', (select count(*) from wanted where lat is null))::text as points
    from placed`.execute(tx)
  return rows[0]?.points ?? ''
}
