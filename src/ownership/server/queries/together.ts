import { type RawBuilder, sql } from 'kysely'
import type { Activity, Facts, HoldingCap, OpenWork, Sale, Touch } from './facts.ts'

/**
 * Every source's touches as one table of (customer_id, person_id, day, kind), to be put into a statement as
 * `from (${touchesOf(facts)}) t`; null when no source knows any.
 */
export function touchesOf(facts: Facts): RawBuilder<Touch> | null {
  return together(
    facts.map(({ touches }) => touches),
    sql`customer_id, person_id, day, kind`,
  )
}

/** Every source's visits and orders as one table of (customer_id, day); empty when no source knows any. */
export function activityOf(facts: Facts): RawBuilder<Activity> {
  const all = together(
    facts.map(({ activity }) => activity),
    sql`customer_id, day`,
  )
  return all ?? sql<Activity>`select null::uuid as customer_id, null::date as day where false`
}

/** Every source's open work as one table of (customer_id, kind, count, amount_minor, currency); null when no source knows any. */
export function openWorkOf(facts: Facts): RawBuilder<OpenWork> | null {
  return together(
    facts.map(({ openWork }) => openWork),
    sql`customer_id, kind, count, amount_minor, currency`,
  )
}

/** Every source's sales as one table of (customer_id, person_id, day, amount_minor, currency); null when no source knows any. */
export function salesOf(facts: Facts): RawBuilder<Sale> | null {
  return together(
    facts.map(({ sales }) => sales),
    sql`customer_id, person_id, day, amount_minor, currency`,
  )
}

/** Every source's caps as one table of (tier, most); null when no source knows any. */
export function holdingCapsOf(facts: Facts): RawBuilder<HoldingCap> | null {
  return together(
    facts.map(({ holdingCaps }) => holdingCaps),
    sql`tier, most`,
  )
}

function together<Row>(
  parts: readonly (RawBuilder<Row> | undefined)[],
  columns: RawBuilder<unknown>,
): RawBuilder<Row> | null {
  const given = parts.filter((part) => part !== undefined)
  if (given.length === 0) return null
  return sql<Row>`${sql.join(
    given.map((part) => sql`select ${columns} from (${part}) part`),
    sql` union all `,
  )}`
}
