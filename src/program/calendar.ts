import type { CalendarSource } from '../calendar/server/source.ts'
import { coversOf } from '../ownership/server/queries/covers-of.ts'
import { agreementsEnding } from '../people/server/queries/agreements-ending.ts'
import { companyDay } from '../people/server/queries/company.ts'
import { returningSoon } from '../pool/server/queries/ahead.ts'
import { readPoolRules } from '../pool/server/queries/rules.ts'
import { plannedFor, promisesDue } from '../visits/server/queries/calendar.ts'
import type { Day } from '../values/day.ts'
import { poolSources } from './facts.ts'

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

/** A calendar of more than so many customers says no more. */
const mostReturning = 1000

/** The days on which announced customers of one's own return to the pool, as it looks now (rule 2.4): one entry a day. */
const returns: CalendarSource = async (tx, { personId }, { from, to }) => {
  if (personId === null) return []
  const { rules } = await readPoolRules(tx)
  const clock = { rules, today: await companyDay(tx) }
  const { customers: found } = await returningSoon(tx, poolSources, clock, mostReturning, personId)
  const byDay = Map.groupBy(found, ({ returnsOn }) => returnsOn as Day)
  return [...byDay]
    .filter(([day]) => day >= from && day <= to)
    .map(([day, customers]) => ({
      id: `returns-${personId}-${day}`,
      kind: 'returns',
      form: customers.length === 1 ? 'one' : 'several',
      from: day,
      to: day,
      facts: { count: customers.length, name: customers[0]?.name ?? '' },
      link: customers.length === 1 ? `/customers/${customers[0]?.id}` : '/pool?view=returning',
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

const visits: CalendarSource = async (tx, { personId }, span) => {
  if (personId === null) return []
  const found = await plannedFor(tx, personId, span)
  return found.map(({ id, day, at, customer, city }) => ({
    id: `visit-${id}`,
    kind: 'visit',
    form: at === null ? 'untimed' : 'timed',
    from: day as Day,
    to: day as Day,
    facts: { name: [customer, city].filter(Boolean).join(', '), ...(at === null ? {} : { at }) },
    link: `/visits/${id}`,
  }))
}

const promises: CalendarSource = async (tx, { personId }, span) => {
  if (personId === null) return []
  const found = await promisesDue(tx, personId, span)
  return found.map(({ id, customerId, dueOn, customer, text }) => ({
    id: `promise-${id}`,
    kind: 'promise',
    from: dueOn as Day,
    to: dueOn as Day,
    facts: { name: customer, text },
    link: `/customers/${customerId}`,
  }))
}

/** What stands in people's calendars; one line each. */
export const calendarSources: readonly CalendarSource[] = [covers, returns, agreements, visits, promises]
