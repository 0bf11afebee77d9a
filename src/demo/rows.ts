import type { Chance } from './chance.ts'
import type { DemoCompany } from './company.ts'
import type { DemoContact, DemoHolding, DemoOutlet } from './outlets.ts'
import type { Pack } from './pack.ts'
import { type DemoPerson, type Staff, idOn } from './staff.ts'
import type { DemoProduct } from './trade.ts'

/** Rows as their tables have them; the columns named here are filled, the others have their defaults. */
export type Rows = Record<string, unknown>[]

/** The tables a demo company fills. */
export type DemoTable =
  | 'team'
  | 'person'
  | 'person_role'
  | 'posting'
  | 'territory'
  | 'person_territory'
  | 'product'
  | 'customer'
  | 'contact'
  | 'carried_product'
  | 'ledger_batch'
  | 'ledger_entry'
  | 'holder'
  | 'customer_history'
  | 'sales_order'
  | 'sales_order_line'
  | 'visit'
  | 'promise'
  | 'complaint'
  | 'stock_count'
  | 'receivable'
  | 'payment'
  | 'allocation'
  | 'hand_in'
  | 'price_list'
  | 'price'

export function personRows(company: string, pack: Pack, staff: Staff) {
  const people = staff.people.map((person, index) => personRow(company, pack, person, index))
  const roles = staff.people.flatMap((person) =>
    person.roles.map((role) => ({ organization_id: company, person_id: person.id, role })),
  )
  const postings = staff.people.map((person) => ({
    organization_id: company,
    // One posting a person, so the person's own id names it.
    id: person.id,
    person_id: person.id,
    from_day: person.hiredOn,
    title: person.title,
    team_id: person.team === null ? null : (staff.areas[person.team]?.teamId ?? null),
    manager_id: person.managerId,
  }))
  return { people, roles, postings }
}

function personRow(company: string, pack: Pack, person: DemoPerson, index: number) {
  return {
    organization_id: company,
    id: person.id,
    code: `D${person.code}`,
    name: person.name,
    email: person.email,
    phone: person.phone,
    phone_e164: person.phoneE164,
    city: person.team === null ? (pack.cities[0]?.name ?? null) : (pack.cities[person.team]?.name ?? null),
    country: pack.country,
    language: pack.language,
    languages: [pack.language],
    skills: [],
    colour: index % 12,
    hired_on: person.hiredOn,
    left_on: person.leftOn,
  }
}

export function areaRows(company: string, pack: Pack, staff: Staff) {
  const named = (cities: readonly number[]) => pack.cities[cities[0] ?? 0]?.name ?? ''
  const teams = staff.areas.map((area) => ({
    organization_id: company,
    id: area.teamId,
    name: pack.team(named(area.cities)),
  }))
  const territories = staff.areas.map((area) => ({
    organization_id: company,
    id: area.territoryId,
    name: named(area.cities),
    steward_id: staff.stewardId,
    covers: { countries: [pack.country], cities: area.cities.map((city) => pack.cities[city]?.name ?? '') },
  }))
  const assigned = staff.areas.flatMap((area) =>
    area.salespeople.map((person) => ({
      organization_id: company,
      person_id: person.id,
      territory_id: area.territoryId,
    })),
  )
  return { teams, territories, assigned }
}

function customerRow(company: string, pack: Pack, staff: Staff, outlet: DemoOutlet) {
  return {
    organization_id: company,
    id: outlet.id,
    code: outlet.code,
    name: outlet.name,
    channel: outlet.channel,
    tier: outlet.tier,
    tier_by: 'computed',
    street: outlet.street,
    city: outlet.city,
    region: outlet.region,
    postal_code: outlet.postalCode,
    country: pack.country,
    territory_id: staff.areas[outlet.area]?.territoryId ?? null,
    latitude: outlet.latitude,
    longitude: outlet.longitude,
    accuracy_m: outlet.accuracyMetres,
    located_by: outlet.locatedBy,
    phone: outlet.phone,
    phone_e164: outlet.phoneE164,
    email: outlet.email,
    note: outlet.note,
    credit_limit_minor: outlet.creditLimitMinor,
    currency: pack.currency,
    payment_days: outlet.paymentDays,
    opening_hours: null,
    visit_hours: outlet.visitsFrom === null ? null : weekdaysFrom(outlet.visitsFrom),
    tags: [],
    registered_on: outlet.registeredOn,
    registered_by: outlet.holdings[0]?.personId ?? null,
    confirmed_on: outlet.confirmedOn,
    source: 'demo',
  }
}

/** Two hours from a time on, Monday to Friday. */
function weekdaysFrom(from: string) {
  const hour = Number(from.slice(0, 2)) + 2
  const to = `${String(hour).padStart(2, '0')}${from.slice(2)}`
  return [1, 2, 3, 4, 5].map((day) => ({ day, from, to }))
}

function contactRow(company: string, pack: Pack, outlet: DemoOutlet, contact: DemoContact) {
  return {
    organization_id: company,
    id: contact.id,
    customer_id: outlet.id,
    name: contact.name,
    title: contact.title,
    in_charge: contact.inCharge,
    parts: contact.parts,
    phone: contact.phone,
    phone_e164: contact.phoneE164,
    email: contact.email,
    language: pack.language,
  }
}

/** The ledger's entries of an outlet and what holds today. */
function ledgerRows(company: string, batches: Batches, outlet: DemoOutlet, chance: Chance) {
  const entries = outlet.holdings.map((holding, index) => ({
    organization_id: company,
    id: idOn(holding.fromDay, chance),
    batch_id: batches.get(batchKey(holding)) ?? '',
    ordinal: 1 + outlet.holdings.slice(0, index).filter((other) => other.role === holding.role).length,
    customer_id: outlet.id,
    role: holding.role,
    seat: 0,
    from_day: holding.fromDay,
    person_id: holding.personId,
    cause: holding.cause,
  }))
  const latest = new Map(entries.map((entry) => [entry.role, entry]))
  const holders = [...latest.values()].map((entry) => ({
    organization_id: company,
    customer_id: outlet.id,
    role: entry.role,
    seat: 0,
    person_id: entry.person_id,
    since_day: entry.from_day,
    entry_id: entry.id,
  }))
  return { entries, holders }
}

export function productRow(company: string, pack: Pack, product: DemoProduct) {
  return {
    organization_id: company,
    id: product.id,
    code: product.code,
    name: product.name,
    category: product.category,
    unit: product.unit,
    price_minor: product.priceMinor,
    currency: pack.currency,
  }
}

/** The first of the people becomes the account's own. */
export function asAccount<Row extends object>(
  people: readonly Row[],
  principal: { account: string; name: string; email: string },
) {
  return people.map((person, index) =>
    index === 0
      ? { ...person, name: principal.name, email: principal.email, user_id: principal.account }
      : { ...person, user_id: null },
  )
}

/** Ids of the ledger's batches by day and cause. */
type Batches = ReadonlyMap<string, string>

const batchKey = (holding: DemoHolding) => `${holding.fromDay} ${holding.cause}`

/** One batch of the ledger for each day and cause, recorded on that day, in the order of the days. */
export function batchRows(
  company: string,
  made: DemoCompany,
): { batches: Batches; rows: [DemoTable, Rows][] } {
  const keys = new Set(made.outlets.flatMap(({ outlet }) => outlet.holdings.map(batchKey)))
  const rows = [...keys].toSorted().map((key) => {
    const [day = '', cause = ''] = key.split(' ')
    return {
      organization_id: company,
      id: idOn(day as DemoHolding['fromDay'], made.chance),
      cause,
      recorded_at: `${day}T04:00:00Z`,
    }
  })
  const batches = new Map(rows.map((row) => [`${row.recorded_at.slice(0, 10)} ${row.cause}`, row.id]))
  return { batches, rows: [['ledger_batch', rows]] }
}

/** Everything that hangs on these outlets. */
export function outletRows(
  company: string,
  pack: Pack,
  made: DemoCompany,
  batches: Batches,
  part: DemoCompany['outlets'],
): [DemoTable, Rows][] {
  const { chance, staff } = made
  const outlets = part.map(({ outlet }) => outlet)
  const ledger = outlets.map((outlet) => ledgerRows(company, batches, outlet, chance))
  const carried = part.flatMap(({ outlet, carried: products }) =>
    products.map((product) => ({
      organization_id: company,
      id: idOn(outlet.registeredOn, chance),
      customer_id: outlet.id,
      product_id: product.id,
      since_day: outlet.registeredOn,
    })),
  )
  return [
    ['customer', outlets.map((outlet) => customerRow(company, pack, staff, outlet))],
    [
      'contact',
      outlets.flatMap((outlet) =>
        outlet.contacts.map((contact) => contactRow(company, pack, outlet, contact)),
      ),
    ],
    ['carried_product', carried],
    ['ledger_entry', ledger.flatMap(({ entries }) => entries)],
    ['holder', ledger.flatMap(({ holders }) => holders)],
    ['customer_history', outlets.map((outlet) => createdRow(company, outlet, chance))],
  ]
}

function createdRow(company: string, outlet: DemoOutlet, chance: Chance) {
  return {
    organization_id: company,
    id: idOn(outlet.registeredOn, chance),
    customer_id: outlet.id,
    entity: 'customer',
    entity_id: outlet.id,
    act: 'created',
    fields: {},
    cause: 'demo',
    person_id: outlet.holdings[0]?.personId ?? null,
    at: `${outlet.registeredOn}T04:00:00Z`,
  }
}
