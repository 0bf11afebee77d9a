import { sql } from 'kysely'
import type { FactSource, HoldingCap } from '../../../ownership/server/queries/facts.ts'

/** What the pool's rules tell ownership: how many customers a person who claims may hold (rule 2.4). */
export const poolFacts: FactSource = {
  name: 'pool',
  holdingCaps: sql<HoldingCap>`
    select c.key as tier, c.value::integer as most from organization o
    cross join lateral jsonb_each_text(
      case jsonb_typeof(o.settings #> '{pool,claims,holding}') when 'object' then o.settings #> '{pool,claims,holding}' else '{}' end) c
    where o.id = app.organization() and c.value is not null`,
}
