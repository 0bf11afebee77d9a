import { sql } from 'kysely'
import type { Measure } from '../../../ownership/server/queries/coverage.ts'
import { touchesOf } from '../../../ownership/server/queries/together.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** What somebody of ours, still here, has to do with a customer: by name, or since they last dealt with it. */
export type Tie = {
  customerId: string
  personId: string
  backup: boolean
  sponsor: boolean
  /** Dealt with it lately enough to know it (rule 2.6); ever. */
  knows: boolean
  knew: boolean
}

/** Everybody's ties to these customers. Its two parts are found by the customers' indexes, however large the company is. */
export async function tiesOf(tx: Tx, measure: Measure, customers: readonly string[]): Promise<Tie[]> {
  const among = sql`any (${[...customers]}::uuid[])`
  const { facts, today, since } = measure
  const touches = touchesOf(facts)
  const dealt =
    touches === null
      ? sql``
      : sql`union all
        select t.customer_id, t.person_id, 'touch', max(t.day) from (${touches}) t
        where t.customer_id = ${among} and t.day <= ${today}::date group by t.customer_id, t.person_id`
  const { rows } = await sql<Tie>`
    select x.customer_id as "customerId", x.person_id as "personId", bool_or(x.role = 'backup') as backup,
      bool_or(x.role = 'sponsor') as sponsor, coalesce(bool_or(x.day >= ${since}::date), false) as knows,
      bool_or(x.role = 'touch') as knew
    from (
      select h.customer_id, h.person_id, h.role, null::date as day from holder h
      where h.organization_id = app.organization() and h.line = 'all' and h.customer_id = ${among}
        and h.role in ('backup', 'sponsor')
      ${dealt}
    ) x
    join person p on p.organization_id = app.organization() and p.id = x.person_id
    where p.left_on is null or p.left_on >= ${today}::date
    group by x.customer_id, x.person_id`.execute(tx)
  return rows
}
