/** What the address of the visits' page may say. */
export type PlanningSearch = {
  view?: 'week' | 'due' | 'measures'
  person?: string
  on?: string
  scope?: 'team' | 'all'
  until?: string
  overdue?: 'yes'
  page?: number
  from?: string
  to?: string
  by?: 'person' | 'team' | 'territory' | 'tier'
}
const views = ['week', 'due', 'measures'] as const
const groups = ['person', 'team', 'territory', 'tier'] as const
const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** Reads an address; anything else in it is left out. */
export function planningSearch(raw: Readonly<Record<string, unknown>>): PlanningSearch {
  const view = views.find((known) => known === raw['view'])
  const by = groups.find((known) => known === raw['by'])
  const { person, on, scope, until, overdue, from, to } = raw
  const page = Number(raw['page'])
  return {
    ...(view === undefined ? {} : { view }),
    ...(by === undefined ? {} : { by }),
    ...(typeof person === 'string' && person !== '' ? { person } : {}),
    ...(isDay(on) ? { on } : {}),
    ...(isDay(until) ? { until } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    ...(scope === 'team' || scope === 'all' ? { scope } : {}),
    ...(overdue === 'yes' ? { overdue } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}
