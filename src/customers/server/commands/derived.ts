import type { Tx } from '../../../platform/server/database/connect.ts'
import { findPlaces } from '../../../platform/server/places/places.ts'
import { territoryFor } from '../../territory.ts'
import { coveringTerritories } from '../queries/covering.ts'
import { dialled } from '../queries/phones.ts'

type Columns = Readonly<Record<string, unknown>>
const address = ['city', 'region', 'postal_code', 'country']

/**
 * What follows from the columns that change: the phone in E.164, an approximate location by the city where nobody gave
 * an exact one (rule 1.1), and the area that covers the address where there is none. `row` is the customer before,
 * empty for a new one.
 */
export async function derivedFrom(
  tx: Tx,
  row: Columns,
  columns: Columns,
  companyCountry: string,
): Promise<Record<string, unknown>> {
  const after = { ...row, ...columns }
  const touches = (names: readonly string[]) => names.some((name) => name in columns)
  const country = textOf(after['country'])
  const derived: Record<string, unknown> = {}
  if (touches(['phone', 'country']))
    derived['phone_e164'] = dialled(textOf(after['phone']), country ?? companyCountry)
  const isUnplaced = (after['located_by'] ?? null) === null || after['located_by'] === 'approximate'
  if (isUnplaced && touches([...address, 'latitude'])) {
    Object.assign(derived, await approximatePlace(after, country ?? companyCountry))
  }
  if (touches(address) && (after['territory_id'] ?? null) === null) {
    const place = {
      country: country ?? companyCountry,
      region: textOf(after['region']),
      city: textOf(after['city']),
    }
    derived['territory_id'] = territoryFor(place, await coveringTerritories(tx))
  }
  return derived
}

/** Columns of the place where the city is; all empty when the city isn't known. */
async function approximatePlace(after: Columns, country: string): Promise<Record<string, unknown>> {
  const city = textOf(after['city'])
  const query = {
    city: city ?? '',
    region: textOf(after['region']),
    postalCode: textOf(after['postal_code']),
    country,
  }
  const [place = null] = city === null ? [] : await findPlaces([query])
  return {
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    accuracy_m: place === null ? null : Math.round(place.accuracyMetres),
    located_by: place === null ? null : 'approximate',
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
