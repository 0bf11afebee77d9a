/**
 * In which columns a field of the profile is kept. History and undo speak of columns, people and the contract of
 * fields; this is the one place that knows both.
 */
export const columnsOf = {
  code: ['code'],
  name: ['name'],
  legalName: ['legal_name'],
  taxId: ['tax_id'],
  parentId: ['parent_id'],
  channel: ['channel'],
  street: ['street'],
  city: ['city'],
  region: ['region'],
  postalCode: ['postal_code'],
  country: ['country'],
  territoryId: ['territory_id'],
  location: ['latitude', 'longitude', 'accuracy_m', 'located_by'],
  phone: ['phone', 'phone_e164'],
  fax: ['fax'],
  email: ['email'],
  website: ['website'],
  openingHours: ['opening_hours'],
  visitHours: ['visit_hours'],
  closures: ['closures'],
  creditLimit: ['credit_limit_minor', 'currency'],
  paymentDays: ['payment_days'],
  tags: ['tags'],
  note: ['note'],
} as const satisfies Record<string, readonly string[]>

/** Every field of a profile that a change can set. Tier and status have commands of their own. */
export type CustomerField = keyof typeof columnsOf
export const customerFieldNames = Object.keys(columnsOf) as CustomerField[]

export type Columns = Readonly<Record<string, unknown>>

const fieldByColumn = new Map<string, string>(
  Object.entries(columnsOf).flatMap(([field, columns]) => columns.map((column) => [column, field] as const)),
)

/** The field that a column belongs to; a column of no field (tier, status) is its own name in camel case. */
export function fieldOfColumn(column: string): string {
  return (
    fieldByColumn.get(column) ?? column.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase())
  )
}

/** What a field holds, read from a row of columns. */
export function valueIn(row: Columns, field: CustomerField): unknown {
  if (field === 'location') {
    if ((row['latitude'] ?? null) === null) return null
    return {
      latitude: row['latitude'],
      longitude: row['longitude'],
      accuracyM: row['accuracy_m'] ?? null,
      locatedBy: row['located_by'],
    }
  }
  if (field === 'creditLimit') {
    if ((row['credit_limit_minor'] ?? null) === null) return null
    return { minor: row['credit_limit_minor'], currency: row['currency'] }
  }
  return row[columnsOf[field][0]] ?? null
}

/** The columns that keep a value of a field. A phone's E.164 isn't known here: whoever saves reads it from the text. */
export function columnsFor(field: CustomerField, value: unknown): Record<string, unknown> {
  if (field === 'location') {
    const place = (value ?? {}) as Record<string, unknown>
    return {
      latitude: place['latitude'] ?? null,
      longitude: place['longitude'] ?? null,
      accuracy_m: place['accuracyM'] ?? null,
      located_by: place['locatedBy'] ?? null,
    }
  }
  if (field === 'creditLimit') {
    const amount = (value ?? {}) as Record<string, unknown>
    return { credit_limit_minor: amount['minor'] ?? null, currency: amount['currency'] ?? null }
  }
  // An empty text says nothing, so it is kept as nothing.
  return { [columnsOf[field][0]]: value === '' ? null : value }
}
