import { z } from '@hono/zod-openapi'
import { CountryCode, Id, phoneAsTyped, text } from '../../platform/contract.ts'
import type { CustomerField } from '../fields.ts'
import { contactFields } from './contact.ts'
import { Amount, Closures, Email, Location, Tag, WeeklyHours, prose } from './values.ts'

/** What every field of a profile may hold. */
export const customerFields = {
  code: text(60, 1),
  name: text(300, 1),
  legalName: text(300).nullable(),
  taxId: text(40).nullable(),
  parentId: Id.nullable(),
  channel: text(60).nullable(),
  street: text(300).nullable(),
  city: text(120).nullable(),
  region: text(120).nullable(),
  postalCode: text(20).nullable(),
  country: CountryCode.nullable(),
  territoryId: Id.nullable(),
  location: Location.nullable(),
  phone: phoneAsTyped().nullable(),
  fax: text(60).nullable(),
  email: Email.nullable(),
  website: text(300).nullable(),
  openingHours: WeeklyHours.nullable(),
  visitHours: WeeklyHours.nullable(),
  closures: Closures.nullable(),
  creditLimit: Amount.nullable(),
  paymentDays: z.number().int().min(0).max(3650, 'must be at most 3650 days').nullable(),
  tags: z.array(Tag).max(30, 'must have at most 30 tags'),
  note: prose(4000).nullable(),
} satisfies Record<CustomerField, z.ZodType>

/** A field with the value the person saw and the value wanted (docs/decisions/0020): the two together find conflicts. */
function fromTo<T extends Record<string, z.ZodType>>(fields: T) {
  const pairs = Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [name, z.tuple([z.unknown(), schema]).optional()]),
  ) as { [K in keyof T]: z.ZodOptional<z.ZodTuple<[z.ZodUnknown, T[K]]>> }
  return z.strictObject(pairs, 'has a field that can’t be changed')
}

export const CustomerSet = fromTo(customerFields).openapi('CustomerSet', {
  description: 'field: [what you saw, what it should be]',
})
export const ChangeCustomer = z
  .object({ set: CustomerSet, reason: text(500).optional() })
  .openapi('ChangeCustomer')
export type ChangeCustomer = z.infer<typeof ChangeCustomer>

export const ContactSet = fromTo(contactFields).openapi('ContactSet')
export const ChangeContact = z
  .object({ set: ContactSet, reason: text(500).optional() })
  .openapi('ChangeContact')
export type ChangeContact = z.infer<typeof ChangeContact>

/** What became of each field: saved, waiting as a request (rule 1.4), or in conflict with a change made meanwhile. */
export const ChangeOutcome = z
  .object({
    version: z.number().int(),
    saved: z.array(z.string()),
    requested: z.array(z.object({ field: z.string(), requestId: Id })),
    conflicts: z.array(
      z.object({ field: z.string(), from: z.unknown(), mine: z.unknown(), theirs: z.unknown() }),
    ),
  })
  .openapi('ChangeOutcome')
export type ChangeOutcome = z.infer<typeof ChangeOutcome>
