import type { Value, Values } from '../../../imports/target.ts'
import type { Outlet } from '../../outlet.ts'

const number = (value: Value | undefined) => (typeof value === 'number' ? value : null)

/** A row of a file as an outlet to compare. */
export function draftOf(values: Values): Outlet {
  const text = (name: string) => (typeof values[name] === 'string' ? String(values[name]) : null)
  const [latitude, longitude] = [number(values['latitude']), number(values['longitude'])]
  return {
    name: text('name') ?? '',
    legalName: text('legal_name'),
    taxId: text('tax_id'),
    phones: [text('phone_e164'), text('contact_phone_e164')].filter((phone) => phone !== null),
    street: text('street'),
    postalCode: text('postal_code'),
    city: text('city'),
    place:
      latitude === null || longitude === null
        ? null
        : { latitude, longitude, accuracyMetres: null, approximate: false },
    id: null,
    parentId: null,
  }
}
