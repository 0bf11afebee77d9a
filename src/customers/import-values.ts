import type { FieldChanges, Value, Values } from '../imports/target.ts'
import { similarity } from '../values/similarity.ts'
import { foldText } from '../values/text.ts'
import { distanceMetres } from '../values/geo.ts'

/** Columns of the customer that a file may fill; the names are those of the table. */
export const customerColumns = [
  'code',
  'name',
  'legal_name',
  'tax_id',
  'channel',
  'tier',
  'street',
  'city',
  'region',
  'postal_code',
  'country',
  'territory_id',
  'latitude',
  'longitude',
  'accuracy_m',
  'located_by',
  'phone',
  'phone_e164',
  'fax',
  'email',
  'website',
  'credit_limit_minor',
  'currency',
  'payment_days',
  'tags',
  'note',
] as const

/** Columns of the person in charge, by the names of the values that a file gives. */
export const contactColumns = {
  contact_name: 'name',
  contact_title: 'title',
  contact_phone: 'phone',
  contact_phone_e164: 'phone_e164',
  contact_email: 'email',
  contact_messaging: 'messaging',
} as const

/** Whether another person has taken charge, rather than the same one's name being written otherwise. */
export function isAnotherPerson(before: Value, after: Value): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false
  return similarity(foldText(before), foldText(after)) < 0.4
}

const verified = new Set<Value>(['device', 'pinned', 'visited'])

/**
 * What a row says in view of the customer it means. A place that somebody verified on the spot isn't moved by a file's
 * that lies within 150 m of it; and the day of registration never changes afterwards (rule 2.3).
 */
export function settleCustomer(existing: Values, row: Values): Values {
  const { latitude, longitude } = row
  const [north, east] = [existing['latitude'], existing['longitude']]
  const both = [latitude, longitude, north, east].every((degrees) => typeof degrees === 'number')
  const metres = both
    ? distanceMetres(
        { latitude: Number(latitude), longitude: Number(longitude) },
        { latitude: Number(north), longitude: Number(east) },
      )
    : Number.POSITIVE_INFINITY
  const stays =
    metres < 0.5
      ? existing['located_by'] !== 'approximate'
      : metres <= 150 && verified.has(existing['located_by'] ?? null)
  const place = stays
    ? Object.fromEntries(
        ['latitude', 'longitude', 'accuracy_m', 'located_by'].map((name) => [name, existing[name] ?? null]),
      )
    : {}
  return { ...row, ...place, registered_on: existing['registered_on'] ?? null }
}

/** Another town moves a place that was only looked up by town. */
export function followCustomer(existing: Values, row: Values, changes: FieldChanges): FieldChanges {
  const moved = ['city', 'region', 'postal_code', 'country'].some((name) => name in changes)
  const located = existing['located_by'] ?? null
  if (!moved || 'latitude' in changes || (located !== null && located !== 'approximate')) return {}
  const there: Values = {
    latitude: row['approx_latitude'] ?? null,
    longitude: row['approx_longitude'] ?? null,
    accuracy_m: row['approx_accuracy_m'] ?? null,
    located_by: row['approx_latitude'] === undefined ? null : 'approximate',
  }
  return Object.fromEntries(
    Object.entries(there)
      .filter(([name, value]) => (existing[name] ?? null) !== value)
      .map(([name, value]) => [name, [existing[name] ?? null, value] as const]),
  )
}
