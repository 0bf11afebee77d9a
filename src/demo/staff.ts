import { addDays, addMonths } from '../values/calendar.ts'
import { type Day, dayFromNumber, dayNumber } from '../values/day.ts'
import { uuidV7 } from '../values/id.ts'
import type { Chance } from './chance.ts'
import type { Pack } from './pack.ts'

export type DemoRole =
  | 'principal'
  | 'manager'
  | 'salesperson'
  | 'steward'
  | 'hr'
  | 'payroll'
  | 'administrator'
export type DemoPerson = {
  id: string
  code: string
  name: string
  email: string
  phone: string
  phoneE164: string
  hiredOn: Day
  leftOn: Day | null
  roles: DemoRole[]
  title: string
  /** Index of the team (one per area), or null at head office. */
  team: number | null
  managerId: string | null
}
export type Area = {
  teamId: string
  territoryId: string
  cities: number[]
  managerId: string
  salespeople: DemoPerson[]
}
export type Staff = { people: DemoPerson[]; areas: Area[]; stewardId: string; principalId: string }

/** What a demo company is made of. `people` are those who work there today; leavers come on top. */
export type DemoOptions = { customers: number; people: number; months: number; seed: string; today: Day }

/** A fresh id; its time is the day the thing begins, so that ids sort as they would in life. */
export function idOn(day: Day, chance: Chance): string {
  return uuidV7(dayNumber(day) * 86_400_000 + chance.whole(86_400_000), chance.bytes(10))
}

/** Head office, areas with a manager each, their salespeople, and those who left during the months told about. */
export function staffOf(pack: Pack, options: DemoOptions, chance: Chance): Staff {
  const people: DemoPerson[] = []
  const hire = (
    roles: DemoRole[],
    title: string,
    managerId: string | null,
    team: number | null,
    leftOn: Day | null = null,
  ) => {
    const latest = leftOn === null ? addMonths(options.today, -3) : addMonths(leftOn, -8)
    const hiredOn = dayFromNumber(dayNumber(latest) - chance.whole(365 * 9))
    const person = newPerson(pack, chance, people, { roles, title, managerId, team, leftOn, hiredOn })
    people.push(person)
    return person
  }
  const { titles } = pack
  const principal = hire(['principal', 'administrator'], titles.principal, null, null)
  const steward = hire(['steward'], titles.steward, principal.id, null)
  const hr = options.people >= 6 ? hire(['hr'], titles.hr, principal.id, null) : principal
  if (options.people >= 10) hire(['payroll'], titles.payroll, hr.id, null)
  else hr.roles.push('payroll')
  const field = Math.max(2, options.people - people.length)
  const areaCount = Math.min(pack.cities.length, Math.max(1, Math.round(field / 8)))
  const head = areaCount > 2 ? hire(['manager'], titles.head, principal.id, null) : principal
  const managers = Array.from({ length: areaCount }, (_, area) =>
    hire(['manager'], titles.manager, head.id, area),
  )
  const areas = managers.map((manager, area) => areaOf(pack, area, areaCount, manager, options, chance))
  const sellers = Math.max(areaCount, options.people - people.length)
  for (let n = 0; n < sellers; n += 1) {
    const area = n % areaCount
    const manager = managers[area]
    if (manager !== undefined)
      areas[area]?.salespeople.push(hire(['salesperson'], titles.salesperson, manager.id, area))
  }
  const leavers = Math.max(1, Math.round((sellers * options.months) / 60))
  for (let n = 0; n < leavers; n += 1) {
    const area = chance.whole(areaCount)
    const days = Math.max(60, options.months * 30)
    const leftOn = addDays(options.today, -20 - chance.whole(days - 30))
    areas[area]?.salespeople.push(
      hire(['salesperson'], titles.salesperson, managers[area]?.id ?? null, area, leftOn),
    )
  }
  return { people, areas, stewardId: steward.id, principalId: principal.id }
}

function areaOf(
  pack: Pack,
  area: number,
  areaCount: number,
  manager: DemoPerson,
  options: DemoOptions,
  chance: Chance,
): Area {
  const cities = pack.cities.map((_, index) => index).filter((index) => index % areaCount === area)
  const begun = addMonths(options.today, -120)
  return {
    teamId: idOn(begun, chance),
    territoryId: idOn(begun, chance),
    cities,
    managerId: manager.id,
    salespeople: [],
  }
}

type Hiring = Pick<DemoPerson, 'roles' | 'title' | 'managerId' | 'team' | 'leftOn' | 'hiredOn'>

function newPerson(pack: Pack, chance: Chance, others: readonly DemoPerson[], hiring: Hiring): DemoPerson {
  const taken = new Set(others.map((person) => person.name))
  const drawn = () =>
    pack.fullName(chance.pick(pack.givenNames), chance.pick(pack.surnames), chance.pick(pack.surnames))
  let name = drawn()
  for (let tries = 0; taken.has(name) && tries < 50; tries += 1) name = drawn()
  const number = others.length + 1
  const phone = pack.phone(900_000 + number * 13, true)
  return {
    id: idOn(hiring.hiredOn, chance),
    code: String(number),
    name,
    email: `p${number}@demo.relevo.example`,
    phone: phone.written,
    phoneE164: phone.e164,
    ...hiring,
  }
}
