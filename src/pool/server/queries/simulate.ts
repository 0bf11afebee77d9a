import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { PoolRules } from '../../rules.ts'
import type { Counted } from '../../simulation.ts'
import { type PoolSources, outlooksOf } from './clocks.ts'

/**
 * What two sets of rules would do from tomorrow on if nobody visited or ordered anything: by owner and tier, how many are
 * announced and how many return, tomorrow and within so many days. One statement over all owned customers.
 */
export async function countOutlooks(
  tx: Tx,
  sources: PoolSources,
  rules: { readonly now: PoolRules; readonly tried: PoolRules },
  span: { readonly today: string; readonly tomorrow: string; readonly last: string },
): Promise<Counted[]> {
  const { today, tomorrow, last } = span
  const counted = (which: 'now' | 'tried') => sql`
    select ${which}::text as which, k.person_id, k.tier,
      count(*) filter (where k.announce_on = ${tomorrow}::date)::integer as "announcedTomorrow",
      count(*) filter (where k.announce_on <= ${last}::date)::integer as "announced",
      count(*) filter (where k.return_on = ${tomorrow}::date)::integer as "returnedTomorrow",
      count(*) filter (where k.return_on <= ${last}::date)::integer as "returned"
    from (${outlooksOf(sources, { rules: rules[which], today }, tomorrow)}) k
    where k.announce_on <= ${last}::date or k.return_on <= ${last}::date
    group by k.person_id, k.tier`
  const { rows } = await sql<Counted>`
    select x.which, x.tier, x."announcedTomorrow", x."announced", x."returnedTomorrow", x."returned",
      jsonb_build_object('id', p.id, 'name', p.name, 'colour', p.colour) as person
    from (${counted('now')} union all ${counted('tried')}) x
    join person p on p.organization_id = app.organization() and p.id = x.person_id
    order by p.name, p.id, x.tier`.execute(tx)
  return rows
}
