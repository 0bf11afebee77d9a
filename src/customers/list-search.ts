import type { CustomerFilter } from './schema/filter.ts'

/** Filters of which several values may be chosen. */
export const manyFilters = [
  'owner',
  'tier',
  'territory',
  'channel',
  'country',
  'region',
  'city',
  'located',
  'tag',
  'status',
  'has',
  'without',
] as const
export type ManyFilter = (typeof manyFilters)[number]

/** What the address of the list holds, so that it can be kept, sent and gone back to. */
export type ListSearch = {
  q?: string
  fresh?: 'fresh' | 'stale'
  completenessFrom?: number
  completenessTo?: number
  parent?: string
  batch?: string
  sort?: string
  page?: number
  shows?: 'map'
  colour?: 'tier' | 'freshness'
} & { [name in ManyFilter]?: string[] }

/** Reads an address leniently: what isn't understood is left out. */
export function readSearch(raw: Readonly<Record<string, unknown>>): ListSearch {
  const search: ListSearch = {}
  for (const name of manyFilters) {
    const values = [raw[name]]
      .flat()
      .filter((value) => typeof value === 'string' || typeof value === 'number')
    if (values.length > 0) search[name] = values.map(String)
  }
  for (const name of ['q', 'parent', 'batch', 'sort'] as const) {
    const value = raw[name]
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') search[name] = String(value)
  }
  for (const name of ['completenessFrom', 'completenessTo', 'page'] as const) {
    const value = Number(raw[name])
    if (raw[name] !== undefined && Number.isInteger(value) && value >= 0) search[name] = value
  }
  if (raw['fresh'] === 'fresh' || raw['fresh'] === 'stale') search.fresh = raw['fresh']
  if (raw['shows'] === 'map') search.shows = 'map'
  if (raw['colour'] === 'tier' || raw['colour'] === 'freshness') search.colour = raw['colour']
  return search
}

/** How the selection is shown, as against which customers it has. */
const shown: readonly (keyof ListSearch)[] = ['sort', 'page', 'shows', 'colour']

/** The filter alone, as the API takes it in an address and, for commands on many, in a body. */
export function filterOf(search: ListSearch): CustomerFilter {
  return leaveOut(search, shown) as CustomerFilter
}

/** Whether anything is filtered at all. */
export function isFiltered(search: ListSearch): boolean {
  return Object.keys(filterOf(search)).length > 0
}

/** The search without these parts. */
export function leaveOut(search: ListSearch, names: readonly (keyof ListSearch)[]): ListSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([name]) => !(names as readonly string[]).includes(name)),
  ) as ListSearch
}

/** Another filter begins at its first page. */
export function narrowed(search: ListSearch, more: ListSearch, without: readonly (keyof ListSearch)[] = []) {
  return { ...leaveOut(search, ['page', ...without]), ...more }
}

/** The filter as the query of an address, for a file of the selection. */
export function addressOf(search: ListSearch, format: 'csv' | 'xlsx'): string {
  const given = Object.entries(filterOf(search)).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}=${encodeURIComponent(String(one))}`),
  )
  return [...given, `format=${format}`].join('&')
}

const only = (values: readonly string[] | undefined) => (values?.length === 1 ? values[0] : undefined)

/** Which profile sheets a selection means: those of its one area or its one person; null when it names neither. */
export function sheetsOf(search: ListSearch, me: string): string | null {
  const territory = only(search.territory)
  if (territory !== undefined && territory !== 'none') return `territory=${territory}`
  const owner = only(search.owner)
  if (owner === undefined || owner === 'pool' || owner === 'team') return null
  return `person=${owner === 'me' ? me : owner}`
}
