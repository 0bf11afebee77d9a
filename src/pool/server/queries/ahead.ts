import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Clock, PoolSources } from './clocks.ts'
import { outlooksOf } from './clocks.ts'

export type Returning = {
  id: string
  name: string
  tier: 'A' | 'B' | 'C' | null
  city: string | null
  owner: { id: string; name: string; colour: number }
  returnsOn: string
  lastActivity: string | null
}

/**
 * Announced customers of mine and of those below me, and of everybody for who sees all (of `owner` only, where one is named):
 * how many, and the soonest `most` of them.
 */
export async function returningSoon(
  tx: Tx,
  sources: PoolSources,
  clock: Clock,
  most: number,
  owner: string | null = null,
): Promise<{ total: number; customers: Returning[] }> {
  const { rows: announced } = await sql<{ id: string }>`
    select distinct a.customer_id as id from pool_announcement a
    where a.organization_id = app.organization() and a.returns_on > ${clock.today}::date - 60
      and (${owner}::uuid is null or a.person_id = ${owner})
      and (app.may('customers.read.all') or a.person_id = any (app.people()))`.execute(tx)
  if (announced.length === 0) return { total: 0, customers: [] }
  const among = announced.map(({ id }) => id)
  const { rows } = await sql<Returning & { total: number }>`
    select c.id, c.name, c.tier::text as tier, c.city,
      jsonb_build_object('id', p.id, 'name', p.name, 'colour', p.colour) as owner, k.return_on::text as "returnsOn",
      k.last_day::text as "lastActivity",
      count(*) over ()::int as total
    from (${outlooksOf(sources, { ...clock, among })}) k
    join customer c on c.organization_id = app.organization() and c.id = k.customer_id
    join person p on p.organization_id = app.organization() and p.id = k.person_id
    where k.announce_on is null and k.return_on is not null
      and (${owner}::uuid is null or k.person_id = ${owner})
      and (app.may('customers.read.all') or k.person_id = any (app.people()))
    order by k.return_on, lower(c.name), c.id limit ${most}`.execute(tx)
  return { total: rows[0]?.total ?? 0, customers: rows.map(({ total: _, ...customer }) => customer) }
}
