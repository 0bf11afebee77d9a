import { addDays } from '../values/calendar.ts'
import { type Day, dayFromNumber, dayNumber } from '../values/day.ts'
import type { Chance } from './chance.ts'
import type { Pack } from './pack.ts'
import { type Area, type DemoOptions, type Staff, idOn } from './staff.ts'

export type DemoContact = {
  id: string
  name: string
  title: string
  inCharge: boolean
  phone: string
  phoneE164: string
  email: string | null
  parts: string[]
}
export type DemoHolding = {
  role: 'owner' | 'backup' | 'sponsor'
  personId: string | null
  fromDay: Day
  cause: 'registered' | 'departure' | 'assigned'
}
export type DemoOutlet = {
  id: string
  code: string
  name: string
  channel: string
  tier: 'A' | 'B' | 'C'
  street: string
  city: string
  region: string
  postalCode: string
  latitude: number
  longitude: number
  locatedBy: 'pinned' | 'visited' | 'approximate' | 'device'
  accuracyMetres: number
  phone: string
  phoneE164: string
  email: string | null
  note: string | null
  creditLimitMinor: number | null
  paymentDays: number | null
  visitsFrom: string | null
  registeredOn: Day
  confirmedOn: Day
  area: number
  contacts: DemoContact[]
  holdings: DemoHolding[]
  /** How often it orders, in orders a month. */
  ordersPerMonth: number
}

/** The register: outlets around their cities, a few of them entered twice as in life. */
export function outletsOf(pack: Pack, staff: Staff, options: DemoOptions, chance: Chance): DemoOutlet[] {
  const outlets: DemoOutlet[] = []
  const names = new Set<string>()
  const areaOfCity = new Map(
    staff.areas.flatMap((area, index) => area.cities.map((city) => [city, index] as const)),
  )
  const cityWheel = pack.cities.flatMap((city, index) => Array.from({ length: city.weight }, () => index))
  const kindWheel = pack.kinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind))
  for (let n = 1; n <= options.customers; n += 1) {
    const before = outlets.at(-1 - chance.whole(Math.min(20, Math.max(1, outlets.length))))
    if (before !== undefined && chance.happens(0.01)) {
      outlets.push(enteredTwice(before, n, chance))
      continue
    }
    const city = chance.pick(cityWheel)
    const kind = chance.pick(kindWheel)
    const areaIndex = areaOfCity.get(city) ?? 0
    const area = staff.areas[areaIndex]
    if (area === undefined) throw new Error('a city without an area')
    outlets.push(
      newOutlet(
        pack,
        { n, city, channel: kind.channel, name: nameFrom(pack, kind.names, names, chance), areaIndex, area },
        options,
        chance,
      ),
    )
  }
  return outlets
}

function nameFrom(pack: Pack, patterns: readonly string[], taken: Set<string>, chance: Chance): string {
  const draw = () =>
    chance
      .pick(patterns)
      .replace('{n}', chance.pick(pack.outletNames))
      .replace('{s}', chance.pick(pack.surnames))
  let name = draw()
  for (let tries = 0; taken.has(name) && tries < 8; tries += 1) name = draw()
  if (taken.has(name)) name = `${name} ${chance.pick(pack.streets)}`
  taken.add(name)
  return name
}

type Begun = { n: number; city: number; channel: string; name: string; areaIndex: number; area: Area }

function newOutlet(pack: Pack, begun: Begun, options: DemoOptions, chance: Chance): DemoOutlet {
  const place = pack.cities[begun.city]
  if (place === undefined) throw new Error('no such city')
  const tier = chance.happens(0.15) ? 'A' : chance.happens(0.3) ? 'B' : 'C'
  const registeredOn = addDays(
    options.today,
    -7 - chance.whole(chance.happens(0.2) ? options.months * 30 : 365 * 6),
  )
  const exact = chance.happens(0.85)
  const spread = 0.035
  const phone = pack.phone(begun.n * 17, false)
  const careful = tier === 'A' ? 0.95 : tier === 'B' ? 0.8 : 0.6
  const outlet: DemoOutlet = {
    id: idOn(registeredOn, chance),
    code: `C${String(begun.n).padStart(5, '0')}`,
    name: begun.name,
    channel: begun.channel,
    tier,
    street: pack.address(chance.pick(pack.streets), 1 + chance.whole(140)),
    city: place.name,
    region: place.region,
    postalCode: pack.postalCode(begun.city, begun.n),
    latitude: rounded(place.latitude + (exact ? chance.normal() * spread * 0.7 : 0)),
    longitude: rounded(place.longitude + (exact ? chance.normal() * spread : 0)),
    locatedBy: exact ? chance.pick(['pinned', 'visited', 'device'] as const) : 'approximate',
    accuracyMetres: exact ? 8 + chance.whole(40) : 6000,
    phone: phone.written,
    phoneE164: phone.e164,
    email: chance.happens(careful) ? `c${begun.n}@outlets.relevo.example` : null,
    note: chance.happens(0.25) ? chance.pick(pack.notes) : null,
    creditLimitMinor: chance.happens(careful)
      ? tier === 'A'
        ? 600_000
        : tier === 'B'
          ? 250_000
          : 80_000
      : null,
    paymentDays: chance.happens(careful) ? chance.pick([0, 15, 30, 60]) : null,
    visitsFrom: chance.happens(careful * 0.8) ? chance.pick(['08:00', '09:30', '11:00', '16:00']) : null,
    registeredOn,
    confirmedOn: laterDay(registeredOn, addDays(options.today, -chance.whole(tier === 'C' ? 160 : 80))),
    area: begun.areaIndex,
    contacts: contactsOf(pack, begun.n, registeredOn, careful, chance),
    holdings: [],
    ordersPerMonth: (tier === 'A' ? 4 : tier === 'B' ? 2 : 0.8) * (0.5 + chance.next()),
  }
  outlet.holdings = holdingsOf(begun.area, outlet, options, chance)
  return outlet
}

/** Somebody registered the same place again: a name a little different, the same phone, another code. */
function enteredTwice(outlet: DemoOutlet, n: number, chance: Chance): DemoOutlet {
  return {
    ...outlet,
    id: idOn(outlet.registeredOn, chance),
    code: `C${String(n).padStart(5, '0')}`,
    name: outlet.name.toUpperCase() === outlet.name ? `${outlet.name}店` : outlet.name.toUpperCase(),
    latitude: rounded(outlet.latitude + 0.0002),
    email: null,
    contacts: [],
    ordersPerMonth: 0,
  }
}

function contactsOf(pack: Pack, n: number, day: Day, careful: number, chance: Chance): DemoContact[] {
  const count = chance.happens(careful) ? 1 + (chance.happens(0.3) ? 1 : 0) : 0
  return Array.from({ length: count }, (_, index) => {
    const phone = pack.phone(n * 29 + index, true)
    return {
      id: idOn(day, chance),
      name: pack.fullName(
        chance.pick(pack.givenNames),
        chance.pick(pack.surnames),
        chance.pick(pack.surnames),
      ),
      title: chance.pick(pack.contactTitles),
      inCharge: index === 0,
      phone: phone.written,
      phoneE164: phone.e164,
      email: chance.happens(0.5) ? `c${n}.${index}@outlets.relevo.example` : null,
      parts: index === 0 ? ['decides', 'buys'] : ['pays'],
    }
  })
}

/** Who was responsible since when: somebody of the area; where that person left, a colleague follows the day after. */
function holdingsOf(area: Area, outlet: DemoOutlet, options: DemoOptions, chance: Chance): DemoHolding[] {
  const holdings: DemoHolding[] = []
  const present = area.salespeople.filter((person) => person.leftOn === null)
  const first = chance.pick(
    area.salespeople.filter((person) => person.leftOn === null || person.leftOn > outlet.registeredOn),
  )
  holdings.push({ role: 'owner', personId: first.id, fromDay: outlet.registeredOn, cause: 'registered' })
  let owner = first
  if (first.leftOn !== null) {
    owner = chance.pick(present)
    holdings.push({
      role: 'owner',
      personId: owner.id,
      fromDay: addDays(first.leftOn, 1),
      cause: 'departure',
    })
  } else if (chance.happens(0.03)) {
    const day = dayFromNumber(
      Math.max(dayNumber(outlet.registeredOn) + 1, dayNumber(options.today) - 5 - chance.whole(60)),
    )
    holdings.push({ role: 'owner', personId: null, fromDay: day, cause: 'assigned' })
  }
  const since = addDays(holdings.at(-1)?.fromDay ?? outlet.registeredOn, 0)
  const others = present.filter((person) => person.id !== owner.id)
  if (others.length > 0 && outlet.tier !== 'C' && chance.happens(0.55)) {
    holdings.push({ role: 'backup', personId: chance.pick(others).id, fromDay: since, cause: 'assigned' })
  }
  if (outlet.tier === 'A' && chance.happens(0.6)) {
    holdings.push({ role: 'sponsor', personId: area.managerId, fromDay: since, cause: 'assigned' })
  }
  return holdings
}

function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
