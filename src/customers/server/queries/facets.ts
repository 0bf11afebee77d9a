import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { CustomerFilter } from '../../schema/filter.ts'
import type { CustomerFacets } from '../../schema/list.ts'
import { statuses } from '../../schema/values.ts'
import { type FilterFacts, whereOf } from './filter.ts'

type Counted = { value: string; count: number }
const ownerJoin = sql`left join holder o on o.organization_id = c.organization_id and o.customer_id = c.id
  and o.line = 'all' and o.role = 'owner' and o.seat = 0`

/** What is counted: the filter's own field, which doesn't narrow its own counts, and the value of a customer. */
type Facet = { field: keyof CustomerFilter; value: (facts: FilterFacts) => RawBuilder<unknown> }

const facets = {
  tiers: { field: 'tier', value: () => sql`coalesce(c.tier, 'none')` },
  channels: { field: 'channel', value: () => sql`coalesce(c.channel, '')` },
  countries: { field: 'country', value: () => sql`coalesce(c.country, '')` },
  regions: { field: 'region', value: () => sql`coalesce(c.region, '')` },
  cities: { field: 'city', value: () => sql`coalesce(c.city, '')` },
  located: { field: 'located', value: () => sql`coalesce(c.located_by, 'none')` },
  statuses: { field: 'status', value: () => sql`c.status` },
  territories: { field: 'territory', value: () => sql`coalesce(c.territory_id::text, 'none')` },
  owners: { field: 'owner', value: () => sql`coalesce(o.person_id::text, 'pool')` },
  freshness: {
    field: 'fresh',
    value: (facts) => sql`case when c.confirmed_on >= ${facts.freshSince} then 'fresh' else 'stale' end`,
  },
} as const satisfies Record<string, Facet>
type FacetName = keyof typeof facets
const names = Object.keys(facets) as FacetName[]

/** At most so many values of a facet are given, the most frequent ones. */
const mostValues = 100

/** Grouped together because they have few combinations: a row is then put into four groups instead of ten. */
const bundles: readonly (readonly FacetName[])[] = [
  ['tiers', 'channels', 'located', 'freshness'],
  ['countries', 'regions', 'cities'],
  ['territories'],
  ['owners'],
]

/**
 * Counts of the customers that the filter finds. Facets that the filter doesn't narrow are counted in one reading of
 * the customers; each one that it does narrow is counted as if its own field were left out.
 */
export async function customerFacets(
  tx: Tx,
  filter: CustomerFilter,
  facts: FilterFacts,
): Promise<CustomerFacets> {
  const isNarrowed = (name: FacetName) => name === 'statuses' || filter[facets[name].field] !== undefined
  const open = bundles.map((bundle) => bundle.filter((name) => !isNarrowed(name)))
  const { total, byFacet } = await countBy(tx, whereOf(filter, facts), facts, open)
  for (const name of names.filter(isNarrowed)) {
    const { [facets[name].field]: _own, ...rest } = filter
    const asIf = name === 'statuses' ? { ...rest, status: [...statuses] } : rest
    byFacet[name] = (await countBy(tx, whereOf(asIf, facts), facts, [[name]])).byFacet[name] ?? []
  }
  const counted = (name: FacetName) => byFacet[name] ?? []
  return {
    total,
    owners: await namedOwners(tx, withChosen(counted('owners'), filter.owner)),
    territories: await namedTerritories(tx, withChosen(counted('territories'), filter.territory)),
    tiers: counted('tiers'),
    channels: counted('channels'),
    countries: counted('countries'),
    regions: counted('regions'),
    cities: counted('cities'),
    freshness: counted('freshness'),
    located: counted('located'),
    statuses: counted('statuses'),
    tags: await countTags(tx, whereOf(filter, facts)),
  }
}

type Counts = { total: number; byFacet: Partial<Record<FacetName, Counted[]>> }
type Grouped = { total: number; mask: number } & Partial<Record<FacetName, string>>

/** Counts by several groups at once; `mask` tells by its bits which columns a row was not grouped by. */
async function countBy(
  tx: Tx,
  where: RawBuilder<unknown>,
  facts: FilterFacts,
  groups: readonly (readonly FacetName[])[],
): Promise<Counts> {
  const wanted = groups.flat()
  const columns = wanted.map((name) => sql`${facets[name].value(facts)} as ${sql.ref(name)}`)
  const sets = groups
    .filter((group) => group.length > 0)
    .map((group) => sql`(${sql.join(group.map((name) => sql.ref(name)))})`)
  const refs = sql.join(wanted.map((name) => sql.ref(name)))
  const { rows } = await sql<Grouped>`
    select ${wanted.length === 0 ? sql`` : sql`${refs}, grouping(${refs}) as mask,`} count(*) as total
    from (select ${sql.join([...columns, sql`1`])} from customer c ${wanted.includes('owners') ? ownerJoin : sql``}
      where ${where}) v
    ${sets.length === 0 ? sql`` : sql`group by grouping sets (${sql.join([...sets, sql`()`])})`}`.execute(tx)
  const found = new Map<FacetName, Map<string, number>>()
  let total = 0
  for (const row of rows) {
    const grouped = wanted.filter((_, at) => (row.mask & (1 << (wanted.length - 1 - at))) === 0)
    if (grouped.length === 0) total = row.total
    for (const name of grouped) {
      const counts = found.get(name) ?? new Map<string, number>()
      const value = row[name] ?? ''
      found.set(name, counts.set(value, (counts.get(value) ?? 0) + row.total))
    }
  }
  const byFacet = Object.fromEntries([...found].map(([name, counts]) => [name, mostFrequent(counts)]))
  return { total, byFacet }
}

function mostFrequent(counts: ReadonlyMap<string, number>): Counted[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, mostValues)
}

/** What the filter names keeps its name when nothing of it is left: it is counted as none. */
function withChosen(counted: Counted[], chosen: readonly string[] = []): Counted[] {
  const known = new Set([...counted.map(({ value }) => value), 'me', 'team'])
  return [...counted, ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))]
}

async function namedOwners(tx: Tx, counted: readonly Counted[]): Promise<CustomerFacets['owners']> {
  const ids = counted.map(({ value }) => value).filter((value) => value !== 'pool')
  const { rows } = await sql<{ id: string; name: string; colour: number }>`
    select id, name, colour from person where id = any (${ids}::uuid[])`.execute(tx)
  const people = new Map(rows.map((row) => [row.id, row]))
  const named = counted.map(({ value, count }) => {
    const person = people.get(value)
    return { value, count, name: person?.name ?? '', colour: person?.colour ?? -1 }
  })
  return named.filter(({ value, count, name }) => count > 0 || name !== '' || value === 'pool')
}

async function namedTerritories(tx: Tx, counted: readonly Counted[]): Promise<CustomerFacets['territories']> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from territory`.execute(tx)
  const known = new Map(rows.map((row) => [row.id, row.name]))
  const named = counted.map(({ value, count }) => ({ value, count, name: known.get(value) ?? '' }))
  return named.filter(({ value, count, name }) => count > 0 || name !== '' || value === 'none')
}

async function countTags(tx: Tx, where: RawBuilder<unknown>): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select t.tag as value, count(*) as count from customer c cross join lateral unnest(c.tags) as t (tag)
    where c.tags <> '{}' and ${where} group by 1 order by 2 desc, 1 limit ${mostValues}`.execute(tx)
  return rows
}
