import { dialled } from '../../../customers/server/queries/phones.ts'
import type { Outlet } from '../../../stewardship/outlet.ts'
import type { RegisterCustomer } from '../../schema.ts'

/** A customer about to be registered as it is compared with others; `columns` by their names in the table. */
export function outletOfNew(
  id: string,
  columns: Readonly<Record<string, unknown>>,
  input: RegisterCustomer,
  country: string,
): Outlet {
  const text = (name: string) => (typeof columns[name] === 'string' ? columns[name] : null)
  const number = (name: string) => (typeof columns[name] === 'number' ? columns[name] : null)
  const [latitude, longitude] = [number('latitude'), number('longitude')]
  const contacts = (input.contacts ?? []).map(({ phone }) => dialled(phone, input.country ?? country))
  return {
    id,
    name: input.name,
    legalName: text('legal_name'),
    taxId: text('tax_id'),
    phones: [text('phone_e164'), ...contacts].filter((phone) => phone !== null),
    street: text('street'),
    postalCode: text('postal_code'),
    city: text('city'),
    parentId: text('parent_id'),
    place:
      latitude === null || longitude === null
        ? null
        : {
            latitude,
            longitude,
            accuracyMetres: number('accuracy_m'),
            approximate: text('located_by') === 'approximate',
          },
  }
}
