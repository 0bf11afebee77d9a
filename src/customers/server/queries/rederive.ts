import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { findPlaces } from '../../../platform/server/places/places.ts'
import { dialled } from './phones.ts'

type Addressed = {
  id: string
  city: string | null
  region: string | null
  postal_code: string | null
  country: string | null
}

/** Places these customers by their city anew, where nobody gave an exact location. */
export async function placeAgain(
  tx: Tx,
  customers: readonly string[],
  companyCountry: string,
): Promise<void> {
  const { rows } = await sql<Addressed>`
    select id, city, region, postal_code, country from customer
    where id = any (${[...customers]}::uuid[]) and (located_by is null or located_by = 'approximate')`.execute(
    tx,
  )
  const found = await findPlaces(
    rows.map(({ city, region, postal_code, country }) => ({
      city: city ?? '',
      region,
      postalCode: postal_code,
      country: country ?? companyCountry,
    })),
  )
  await sql`
    update customer c set latitude = f.latitude, longitude = f.longitude, accuracy_m = f.accuracy,
      located_by = case when f.latitude is not null then 'approximate' end
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${found.map((place) => place?.latitude ?? null)}::float8[],
      ${found.map((place) => place?.longitude ?? null)}::float8[],
      ${found.map((place) => (place === null ? null : Math.round(place.accuracyMetres)))}::int[])
      as f (id, latitude, longitude, accuracy)
    where c.id = f.id and (c.latitude, c.longitude) is distinct from (f.latitude, f.longitude)`.execute(tx)
}

/** Reads the phones of these customers anew, for their country of today. */
export async function readPhonesAgain(
  tx: Tx,
  customers: readonly string[],
  companyCountry: string,
): Promise<void> {
  const { rows } = await sql<{ id: string; phone: string; country: string | null }>`
    select id, phone, country from customer where id = any (${[...customers]}::uuid[]) and phone is not null`.execute(
    tx,
  )
  await sql`
    update customer c set phone_e164 = r.phone
    from unnest(${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ phone, country }) => dialled(phone, country ?? companyCountry))}::text[]) as r (id, phone)
    where c.id = r.id and c.phone_e164 is distinct from r.phone`.execute(tx)
}

/** The same for the phones of their contacts; answers the contacts that really changed. */
export async function readContactPhonesAgain(
  tx: Tx,
  customers: readonly string[],
  companyCountry: string,
): Promise<{ id: string; customerId: string }[]> {
  const { rows } = await sql<{
    id: string
    customerId: string
    phone: string
    before: string | null
    country: string | null
  }>`
    select k.id, k.customer_id as "customerId", k.phone, k.phone_e164 as before, c.country from contact k
    join customer c on c.organization_id = k.organization_id and c.id = k.customer_id
    where k.customer_id = any (${[...customers]}::uuid[]) and k.phone is not null`.execute(tx)
  const read = rows.map((row) => ({ ...row, after: dialled(row.phone, row.country ?? companyCountry) }))
  const changed = read.filter(({ before, after }) => before !== after)
  // Even an update of no row is noted as a write that the command must account for.
  if (changed.length === 0) return []
  await sql`
    update contact k set phone_e164 = r.phone, version = k.version + 1, updated_at = now()
    from unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ after }) => after)}::text[]) as r (id, phone)
    where k.id = r.id`.execute(tx)
  return changed
}
