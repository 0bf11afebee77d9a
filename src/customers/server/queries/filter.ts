import { type RawBuilder, sql } from 'kysely'
import { foldQuery } from '../../../platform/server/search-text.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { CustomerFilter } from '../../schema/filter.ts'
import { havingSql } from './having.ts'

type Condition = RawBuilder<unknown>
/** A search finds no more customers than this; who asks for more means a filter. */
export const searchedAtMost = 5000

/** What the conditions are measured against: the company's day from which profiles count as stale. */
export type FilterFacts = { actor: Actor; freshSince: string }

/** The conditions of a filter on `customer c`, to be joined by "and". Row-level security comes on top. */
export function conditionsOf(filter: CustomerFilter, { actor, freshSince }: FilterFacts): Condition[] {
  const all: Condition[] = [sql`c.organization_id = ${actor.organizationId}`, ...ownOnly(actor)]
  const q = filter.q === undefined ? '' : foldQuery(filter.q)
  if (q !== '') all.push(sql`c.id in (select f.id from app.search_customers(${q}, ${searchedAtMost}) f)`)
  if (filter.owner !== undefined) all.push(ownedBy(filter.owner, actor))
  if (filter.tier !== undefined) all.push(oneOf(sql`c.tier`, filter.tier, 'none'))
  if (filter.channel !== undefined) all.push(oneOf(sql`c.channel`, filter.channel, ''))
  if (filter.country !== undefined) all.push(oneOf(sql`c.country`, filter.country, ''))
  if (filter.region !== undefined) all.push(oneOf(sql`c.region`, filter.region, ''))
  if (filter.city !== undefined) all.push(oneOf(sql`c.city`, filter.city, ''))
  if (filter.territory !== undefined) all.push(oneOf(sql`c.territory_id::text`, filter.territory, 'none'))
  if (filter.located !== undefined) all.push(oneOf(sql`c.located_by`, filter.located, 'none'))
  if (filter.fresh === 'fresh') all.push(sql`c.confirmed_on >= ${freshSince}`)
  if (filter.fresh === 'stale') all.push(sql`(c.confirmed_on < ${freshSince} or c.confirmed_on is null)`)
  if (filter.completenessFrom !== undefined) all.push(sql`c.completeness >= ${filter.completenessFrom}`)
  if (filter.completenessTo !== undefined) all.push(sql`c.completeness <= ${filter.completenessTo}`)
  if (filter.tag !== undefined) all.push(sql`c.tags && ${filter.tag}::text[]`)
  all.push(statusIn(filter.status ?? ['active']))
  for (const having of filter.has ?? []) all.push(havingSql[having])
  for (const having of filter.without ?? []) all.push(sql`not (${havingSql[having]})`)
  if (filter.parent !== undefined) all.push(sql`c.parent_id = ${filter.parent}`)
  if (filter.batch !== undefined) all.push(ofBatch(filter.batch))
  if (filter.registeredFrom !== undefined) all.push(sql`c.registered_on >= ${filter.registeredFrom}`)
  if (filter.registeredTo !== undefined) all.push(sql`c.registered_on <= ${filter.registeredTo}`)
  if (filter.box !== undefined) all.push(inBox(filter.box))
  return all
}

/** The conditions as one, for after "where". */
export function whereOf(filter: CustomerFilter, facts: FilterFacts): Condition {
  return sql.join(conditionsOf(filter, facts), sql` and `)
}

/**
 * Whoever doesn't see all customers sees their own. Row-level security says so too, but as a filter over every row; said
 * here as well, the few are found by index. Those of many people are not few.
 */
function ownOnly(actor: Actor): Condition[] {
  if (actor.may.includes('customers.read.all') || actor.people.length > 100) return []
  return [sql`c.id in (select f.id from app.own_customers() as f (id))`]
}

function ownedBy(owners: readonly string[], actor: Actor): Condition {
  const people = owners.flatMap((owner) => {
    if (owner === 'me') return actor.personId === null ? [] : [actor.personId]
    return owner === 'team' ? [...actor.people] : owner === 'pool' ? [] : [owner]
  })
  const byPeople = sql`c.id in (select h.customer_id from holder h where h.organization_id = ${actor.organizationId}
    and h.role = 'owner' and h.line = 'all' and h.person_id = any (${people}::uuid[]))`
  if (!owners.includes('pool')) return byPeople
  return people.length === 0 ? sql`not (${havingSql.owner})` : sql`(${byPeople} or not (${havingSql.owner}))`
}

function ofBatch(batch: string): Condition {
  return sql`c.id in (
    select e.customer_id from ledger_entry e where e.organization_id = app.organization() and e.batch_id = ${batch}
    union all
    select h.customer_id from customer_history h
    where h.organization_id = app.organization() and h.batch_id = ${batch})`
}

/** A single status is said as such, so that the index by status and name gives the rows in order. */
function statusIn(statuses: readonly string[]): Condition {
  const [only, ...others] = statuses
  return others.length === 0 && only !== undefined
    ? sql`c.status = ${only}`
    : sql`c.status = any (${[...statuses]}::text[])`
}

/** The column is one of these texts; `empty` among them also finds rows that have none. */
function oneOf(column: Condition, wanted: readonly string[], empty: string): Condition {
  const values = wanted.filter((value) => value !== empty)
  if (!wanted.includes(empty)) return sql`${column} = any (${values}::text[])`
  return sql`(${column} is null or ${column} = any (${values}::text[]))`
}

function inBox(box: string): Condition {
  const [south, west, north, east] = box.split(',').map(Number)
  const longitudes =
    Number(west) <= Number(east)
      ? sql`c.longitude between ${west} and ${east}`
      : sql`(c.longitude >= ${west} or c.longitude <= ${east})`
  return sql`(c.latitude between ${south} and ${north} and ${longitudes})`
}
