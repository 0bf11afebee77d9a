import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { foldQuery } from '../../../platform/server/search-text.ts'
import type { Found } from '../../schema/search.ts'
import type { RegisterFacts } from './company.ts'

/**
 * What matches best, of everything that the asker may see: customers, people and products together. Customers are looked
 * for only by whoever may read some.
 */
export async function searchAll(
  tx: Tx,
  query: string,
  most: number,
  { actor }: RegisterFacts,
): Promise<Found[]> {
  const q = foldQuery(query)
  const mayCustomers = actor.may.includes('customers.read')
  const { rows } = await sql<Found & { score: number }>`
    select * from (
      select 'customer' as kind, c.id, c.name as title, c.code,
        nullif(concat_ws(', ', c.city, c.country), '') as detail, p.colour, f.score
      from app.search('customer', ${mayCustomers ? q : ''}, ${most}) f
      join customer c on c.organization_id = ${actor.organizationId} and c.id = f.id and c.status in ('active', 'closed')
      left join holder o on o.organization_id = c.organization_id and o.customer_id = c.id
        and o.line = 'all' and o.role = 'owner' and o.seat = 0
      left join person p on p.organization_id = c.organization_id and p.id = o.person_id
      union all
      select 'person', p.id, p.name, p.code, p.city, p.colour, f.score + 0.1
      from app.search('person', ${q}, ${most}) f
      join person p on p.organization_id = ${actor.organizationId} and p.id = f.id
      union all
      select 'product', r.id, r.name, r.code, r.category, null, f.score - 0.1
      from app.search('product', ${q}, ${most}) f
      join product r on r.organization_id = ${actor.organizationId} and r.id = f.id
    ) found order by score desc, title limit ${most}`.execute(tx)
  return rows.map(({ score: _score, ...found }) => found)
}
