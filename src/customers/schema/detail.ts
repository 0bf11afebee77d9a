import { z } from '@hono/zod-openapi'
import { Day, Id } from '../../platform/contract.ts'
import { Contact } from './contact.ts'
import { PersonInBrief } from './list.ts'
import { ChangeRequest } from './request.ts'
import { Amount, Closures, CustomerStatus, Location, Tier, WeeklyHours } from './values.ts'

export const Holder = z
  .object({
    role: z.enum(['owner', 'backup', 'sponsor', 'referrer']),
    seat: z.number().int(),
    person: PersonInBrief.nullable().openapi({ description: 'Null: the company pool' }),
    since: Day,
    cause: z.string(),
  })
  .openapi('Holder')

export const CarriedProduct = z
  .object({
    productId: Id,
    code: z.string(),
    name: z.string(),
    category: z.string().nullable(),
    quantity: z.number().int().nullable(),
    facings: z.number().int().nullable(),
    since: Day.nullable(),
  })
  .openapi('CarriedProduct')

export const Provenance = z
  .object({ at: z.string(), person: PersonInBrief.nullable(), cause: z.string() })
  .openapi('Provenance', {
    description: 'Who last changed a field, when, and by what; no person: the program',
  })

export const Completeness = z
  .object({
    score: z.number().int(),
    parts: z.array(z.object({ part: z.string(), weight: z.number().int(), present: z.boolean() })),
  })
  .openapi('Completeness')

/** What this asker can do with this customer, so that screens show only what is possible (rule 10.1). */
export const CustomerMay = z
  .object({
    change: z.boolean(),
    changeProtected: z.enum(['save', 'request', 'no']),
    assign: z.boolean(),
    setTier: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    merge: z.boolean(),
    decideRequests: z.boolean(),
    personalGroup: z.boolean(),
    export: z.boolean(),
  })
  .openapi('CustomerMay')

export const Customer = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    legalName: z.string().nullable(),
    taxId: z.string().nullable(),
    parent: z.object({ id: Id, name: z.string() }).nullable(),
    childCount: z.number().int(),
    channel: z.string().nullable(),
    tier: Tier.nullable(),
    tierReason: z.string().nullable(),
    status: CustomerStatus,
    mergedInto: Id.nullable(),
    street: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable(),
    postalCode: z.string().nullable(),
    country: z.string().nullable(),
    territory: z.object({ id: Id, name: z.string(), steward: PersonInBrief.nullable() }).nullable(),
    location: Location.nullable(),
    phone: z.string().nullable(),
    phoneE164: z.string().nullable(),
    fax: z.string().nullable(),
    email: z.string().nullable(),
    website: z.string().nullable(),
    openingHours: WeeklyHours.nullable(),
    visitHours: WeeklyHours.nullable(),
    closures: Closures.nullable(),
    creditLimit: Amount.nullable(),
    paymentDays: z.number().int().nullable(),
    tags: z.array(z.string()),
    note: z.string().nullable(),
    registeredOn: Day,
    registeredBy: PersonInBrief.nullable(),
    source: z.string().nullable(),
    confirmedOn: Day.nullable(),
    fresh: z.boolean(),
    staleOn: Day.nullable().openapi({ description: 'The day the profile becomes stale' }),
    completeness: Completeness,
    contacts: z.array(Contact),
    holders: z.array(Holder),
    products: z.array(CarriedProduct),
    provenance: z.record(z.string(), Provenance).openapi({
      description:
        'By field; of a contact or product by contact/<id>/<field> or product/<id>; "created" stands for the rest',
    }),
    requests: z.array(ChangeRequest).openapi({ description: 'Waiting for a decision' }),
    version: z.number().int(),
    createdAt: z.string(),
    updatedAt: z.string(),
    may: CustomerMay,
  })
  .openapi('Customer')
export type Customer = z.infer<typeof Customer>
