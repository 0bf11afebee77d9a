import { companyOf, companyDay } from '../../people/server/queries/company.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { addDays, firstOfWeek, weekday } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import type { CadenceRules } from '../cadence-rules.ts'
import { nextVisitor, shareOfOthers } from '../plan-others.ts'
import { type Stop, proposeWeek } from '../plan-week.ts'
import { type LoadOfPerson, loadsOf } from './cadence-load.ts'
import { mayLookAt, shownLoad } from './due-page.ts'
import { readCadenceRules } from './queries/cadence-rules.ts'
import {
  type DueInWeek,
  type OtherRow,
  dueInWeek,
  othersOf,
  visitsInWeek,
  visitsPlanned,
} from './queries/plan.ts'
import type { WeekPlan } from '../schema/plan.ts'
import { plannable } from './queries/plannable.ts'

type Shown = Omit<WeekPlan, 'proposal' | 'due'> & { due: WeekPlan['due'] }
const weekDays = [0, 1, 2, 3, 4, 5, 6]

/** The week that a day lies in, by the company's first weekday. */
export async function weekOf(tx: Tx, on: Day): Promise<{ from: Day; to: Day }> {
  const { weekStart } = await companyOf(tx)
  // The company counts Sunday as 0.
  const from = firstOfWeek(on, weekStart === 0 ? 7 : weekStart)
  return { from, to: addDays(from, 6) }
}

/** A person's week: what stands in it, what is due and who should go, and a proposal for the rest. */
export async function weekPlan(
  { db }: Services,
  actor: Actor,
  asked: { readonly person?: string | undefined; readonly on?: string | undefined },
): Promise<WeekPlan | Refusal> {
  const person = asked.person ?? actor.personId
  if (person === null) return refuse('not-found')
  if (!mayLookAt(actor, person)) return refuse('not-allowed')
  const found = await readAs(db, actor, async (tx) => {
    const today = await companyDay(tx)
    const week = await weekOf(tx, (asked.on ?? today) as Day)
    const { rules } = await readCadenceRules(tx)
    const on = week.from > today ? week.from : undefined
    const [load] = await loadsOf(tx, rules, { people: [person], on }, today)
    if (load === undefined) return null
    const query = { people: [person], on, rules, keepings: [load], today, until: week.to }
    const due = await dueInWeek(tx, query, { person, ...week })
    const important = due.flatMap(({ customer }) =>
      customer.tier === 'A' || customer.tier === 'B' ? [customer.id] : [],
    )
    const others = await othersOf(tx, important, { owner: person, today, most: rules.otherEvery * 5 })
    const visits = await visitsInWeek(tx, person, week.from, week.to)
    return { today, week, rules, load, due, others, visits, people: await plannable(tx) }
  })
  if (found === null) return refuse('not-found')
  const { today, week, rules, load, due, others, visits, people } = found
  const full = await whoIsFull({ db }, actor, rules, others, week)
  const shown = {
    today,
    ...week,
    person: { id: load.personId, name: load.name, colour: load.colour },
    people,
    load: shownLoad(load),
    base: load.base,
    workdays: workdaysOf(load, week.from),
    visitsADay: load.visitsADay,
    visits: visits.map(({ person: _, ...visit }) => visit as WeekPlan['visits'][number]),
    due: due.map((one) =>
      withVisitor(
        rules,
        one,
        others.find(({ customerId }) => customerId === one.customer.id),
        full,
        today,
      ),
    ),
    mayPlan: actor.may.includes('visits.write') && week.to >= today,
  }
  return { ...shown, proposal: proposalOf(shown) }
}

const workdaysOf = (load: LoadOfPerson, from: Day) =>
  weekDays.map((days) => addDays(from, days)).filter((day) => load.workdays.includes(weekday(day)))

/** Whoever of the others has as many visits in the week as they can do; their number only, whoever may see them. */
async function whoIsFull(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  rules: CadenceRules,
  others: readonly OtherRow[],
  week: { from: string; to: string },
): Promise<ReadonlySet<string>> {
  const people = [...new Set(others.flatMap((row) => row.people.map(({ person }) => person.id)))]
  if (people.length === 0) return new Set()
  return await readAs(db, programActor(actor.organizationId), async (tx) => {
    const planned = await visitsPlanned(tx, people, week.from, week.to)
    const loads = await loadsOf(tx, rules, { people }, week.from)
    return new Set(
      loads.flatMap(({ personId, capacity }) => ((planned.get(personId) ?? 0) >= capacity ? [personId] : [])),
    )
  })
}

function withVisitor(
  rules: CadenceRules,
  { customer, ...due }: DueInWeek,
  other: OtherRow | undefined,
  full: ReadonlySet<string>,
  today: Day,
): WeekPlan['due'][number] {
  if (other === undefined) return { customer, ...due, otherShare: null, visitor: null }
  const past = other.past.map(({ day, byOther }) => ({ day: day as Day, byOther }))
  const people = other.people.map(({ person, through }) => ({
    personId: person.id,
    through,
    free: !full.has(person.id),
  }))
  const lastSponsorVisit = other.sponsored ? (other.lastSponsorVisit as Day | null) : undefined
  const next = nextVisitor(rules, { tier: customer.tier, past, lastSponsorVisit, people }, today)
  const visitor =
    next.by === 'other'
      ? {
          person: other.people.find(({ person }) => person.id === next.personId)?.person ?? null,
          through: next.through,
          because: next.because,
          nobody: null,
        }
      : 'wanted' in next
        ? { person: null, through: null, because: next.wanted, nobody: next.nobody }
        : null
  return { customer, ...due, otherShare: shareOfOthers(past), visitor }
}

/** What the rest of the week could look like: whoever somebody else should visit isn't planned for the person. */
function proposalOf({ due, visits, workdays, visitsADay, base, today }: Shown): WeekPlan['proposal'] {
  const own = due.filter(({ visitor }) => visitor === null || visitor.person === null)
  const days = workdays
    .filter((day) => day >= today)
    .map((day) => {
      const standing = visits.filter(({ on }) => on === day)
      const fixed = standing.map(
        ({ customer }): Stop => ({ customerId: customer.id, point: pointOf(customer) }),
      )
      return { day: day as Day, free: visitsADay - standing.length, fixed }
    })
  const candidates = own.flatMap(({ customer, days: possible }) => {
    const point = pointOf(customer)
    return point === null ? [] : [{ customerId: customer.id, point, days: possible as Day[] }]
  })
  const proposed = proposeWeek(candidates, days, base)
  return {
    days: proposed.days.map(({ day, stops, metres }) => ({ day, customers: [...stops], metres })),
    left: [...proposed.left],
    unplaced: own.flatMap(({ customer }) => (pointOf(customer) === null ? [customer.id] : [])),
  }
}

const pointOf = ({ latitude, longitude }: { latitude: number | null; longitude: number | null }) =>
  latitude === null || longitude === null ? null : { latitude, longitude }
