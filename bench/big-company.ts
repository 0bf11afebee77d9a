import { createCompany } from '../src/people/server/commands/set-up.ts'
import type { Services } from '../src/platform/server/services.ts'
import { newId } from '../src/platform/server/uuid.ts'
import { isRefusal } from '../src/values/refusal.ts'
import { once } from './database.ts'

export type BigCompany = { id: string; salespeople: string[] }

const people = 100
const begun = [
  'Bar',
  'Casa',
  'Café',
  'Mesón',
  'Taberna',
  'Panadería',
  'Hotel',
  'Almacén',
  'Frutería',
  'Ultramarinos',
]
const surnames = [
  'García',
  'López',
  'Muñoz',
  'Ibáñez',
  'Serrano',
  'Núñez',
  'Vidal',
  'Prieto',
  'Ferrer',
  'Cano',
  'Méndez',
  'Ortega',
  'Rubio',
  'Pascual',
  'Gil',
  'Soler',
  'Peña',
  'Roldán',
  'Vega',
  'Lara',
]
/** Their customers lie within some ten kilometres around, each on a spot of its own. */
const cities: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  Valencia: [39.47, -0.38],
  Alicante: [38.35, -0.48],
  Murcia: [37.99, -1.13],
  Madrid: [40.42, -3.7],
  Sevilla: [37.39, -5.99],
  Málaga: [36.72, -4.42],
  Granada: [37.18, -3.6],
  Albacete: [38.99, -1.86],
  Almería: [36.84, -2.46],
  Castellón: [39.99, -0.05],
}
const cityNames = Object.keys(cities)
const latitudes = Object.values(cities).map(([latitude]) => latitude)
const longitudes = Object.values(cities).map(([, longitude]) => longitude)

/** Days from one owner to the next. */
const daysApart = 365

/**
 * A company with so many customers, each with a contact, search words and an owner; made by statements over whole tables.
 * `owners`: how many each customer has had, one after the other, a year apart on average; the last one holds it today.
 */
export async function bigCompany(
  services: Services,
  url: string,
  customers: number,
  { owners = 1 }: { owners?: number } = {},
): Promise<BigCompany> {
  const made = await createCompany(services, {
    name: `Big ${customers}`,
    country: 'ES',
    currency: 'EUR',
    language: 'es',
    timeZone: 'Europe/Madrid',
  })
  if (isRefusal(made)) throw new Error(made.refused)
  const id = made.companyId
  const salespeople = Array.from({ length: people }, () => newId())
  await once(
    url,
    `begin;
    set local app.organization_id = '${id}'; set local app.command = 'bench';
    set local app.may = ',customers.read.all,customers.register,customers.assign,people.change,people.roles,';
    insert into person (organization_id, id, code, name)
      select '${id}', p, n::text, 'Persona ' || n from unnest(${listed(salespeople)}::uuid[]) with ordinality as t(p, n);
    create temp table made on commit drop as
      select n, app.new_id() as id, app.new_id() as contact,
        (${listed(begun)})[1 + n % ${begun.length}] || ' ' || (${listed(surnames)})[1 + (n / 7) % ${surnames.length}] || ' '
          || (${listed(surnames)})[1 + (n / 131) % ${surnames.length}] || ' ' || n as name,
        1 + n % ${cityNames.length} as town
      from generate_series(1, ${customers}) n;
    insert into customer (organization_id, id, code, name, channel, tier, city, country, latitude, longitude, accuracy_m, located_by,
        phone, phone_e164, registered_on, confirmed_on, completeness, has_person_in_charge)
      select '${id}', id, 'K' || n, name, 'horeca', (array['A','B','C'])[1 + n % 3], (${listed(cityNames)})[town], 'ES',
        (array[${latitudes.join(',')}])[town] + (n * 0.7548776662 % 1 - 0.5) * 0.2,
        (array[${longitudes.join(',')}])[town] + (n * 0.5698402910 % 1 - 0.5) * 0.2, 20, 'file',
        '6' || lpad(n::text, 8, '0'), '+346' || lpad(n::text, 8, '0'), current_date - greatest(n % 2000, ${(owners - 1) * daysApart} + n % ${daysApart}), current_date - n % 200, n % 101, true from made;
    insert into contact (organization_id, id, customer_id, name, in_charge)
      select '${id}', contact, id, 'Contacto ' || n, true from made;
    create temp table point on commit drop as
      select app.new_id() as entry, id as customer, k as ordinal,
        current_date - case when ${owners} = 1 then 0 else (${owners} - k) * ${daysApart} + n % ${daysApart} end as from_day,
        (${listed(salespeople)})[1 + (n + (${owners} - k) * 37) % ${people}]::uuid as person
      from made cross join generate_series(1, ${owners}) k;
    create temp table recorded on commit drop as
      select app.new_id() as id, month, least(now(), month + interval '1 month') as at
      from (select distinct date_trunc('month', from_day) as month from point) months;
    insert into ledger_batch (organization_id, id, cause, recorded_at) select '${id}', id, 'imported', at from recorded;
    insert into ledger_entry (organization_id, id, batch_id, customer_id, role, ordinal, from_day, person_id, cause)
      select '${id}', entry, r.id, customer, 'owner', ordinal, from_day, person, 'imported'
      from point join recorded r on r.month = date_trunc('month', from_day);
    insert into holder (organization_id, customer_id, role, person_id, since_day, entry_id)
      select '${id}', customer, 'owner', person, from_day, entry from point where ordinal = ${owners};
    select app.seal_ledger('${id}', id, at) from (select id, at from recorded order by at) ordered;
    select app.put_search_text('customer', array_agg(id), array_agg(lower(translate(name, 'áéíóúñ', 'aeioun')) || ' k' || n || ' ' || lower((${listed(cityNames)})[town]) || ' contacto ' || n || ' 6' || lpad(n::text, 8, '0')))
      from made;
    commit`,
  )
  await once(url, 'vacuum analyze')
  return { id, salespeople }
}

const pick = (list: readonly string[], by: number) => list[by % list.length] ?? ''

/** The name, town and phone of its n-th customer (from 1), as the statement above makes them. */
export function bigCustomer(n: number): { name: string; city: string; phone: string } {
  const middle = pick(surnames, Math.floor(n / 7))
  const last = pick(surnames, Math.floor(n / 131))
  return {
    name: `${pick(begun, n)} ${middle} ${last} ${n}`,
    city: pick(cityNames, n),
    phone: `6${String(n).padStart(8, '0')}`,
  }
}

function listed(words: readonly string[]): string {
  return `array[${words.map((word) => `'${word}'`).join(',')}]`
}
