import type { CalendarSource } from '../calendar/server/source.ts'
import { coversOf } from '../ownership/server/queries/covers-of.ts'
import { agreementsEnding } from '../people/server/queries/agreements-ending.ts'
import type { Day } from '../values/day.ts'

const covers: CalendarSource = async (tx, { personId }, { from, to }) => {
  if (personId === null) return []
  const found = await coversOf(tx, personId, from, to)
  return found.map((cover) => ({
    id: `cover-${personId}-${cover.from}-${cover.to}`,
    kind: 'cover',
    form: cover.owner === null ? 'several' : 'one',
    from: cover.from as Day,
    to: cover.to as Day,
    facts: { count: cover.count, ...(cover.owner === null ? {} : { name: cover.owner }) },
    link: cover.ownerId === null ? '/customers' : `/customers?owner=${cover.ownerId}`,
  }))
}

const agreements: CalendarSource = async (tx, _, { from, to }) => {
  const found = await agreementsEnding(tx, from, to)
  return found.map(({ id, kind, personId, name, endsOn }) => ({
    id: `agreement-${id}`,
    kind: 'agreement-ends',
    form: kind,
    from: endsOn as Day,
    to: endsOn as Day,
    facts: { name },
    link: `/people/${personId}`,
  }))
}

/** What stands in people's calendars; one line each. */
export const calendarSources: readonly CalendarSource[] = [covers, agreements]
