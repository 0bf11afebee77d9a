import { z } from '@hono/zod-openapi'
import { Day, Id } from '../../platform/contract.ts'
import { Amount, CustomerStatus, LocatedBy, Tier } from './values.ts'

export const PersonInBrief = z
  .object({ id: Id, name: z.string(), colour: z.number().int() })
  .openapi('PersonInBrief')

export const CustomerRow = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    legalName: z.string().nullable(),
    taxId: z.string().nullable(),
    parentId: Id.nullable(),
    parentName: z.string().nullable(),
    channel: z.string().nullable(),
    tier: Tier.nullable(),
    status: CustomerStatus,
    street: z.string().nullable(),
    city: z.string().nullable(),
    region: z.string().nullable(),
    postalCode: z.string().nullable(),
    country: z.string().nullable(),
    territoryId: Id.nullable(),
    territoryName: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    locatedBy: LocatedBy.nullable(),
    phone: z.string().nullable(),
    phoneE164: z.string().nullable(),
    email: z.string().nullable(),
    contactName: z.string().nullable(),
    contactPhone: z.string().nullable(),
    creditLimit: Amount.nullable(),
    paymentDays: z.number().int().nullable(),
    tags: z.array(z.string()),
    completeness: z.number().int(),
    confirmedOn: Day.nullable(),
    fresh: z.boolean(),
    registeredOn: Day,
    owner: PersonInBrief.nullable().openapi({ description: 'Null: the company pool' }),
    ownerSince: Day.nullable(),
    version: z.number().int(),
    updatedAt: z.string(),
  })
  .openapi('CustomerRow')
export type CustomerRow = z.infer<typeof CustomerRow>

export const CustomerPage = z
  .object({
    rows: z.array(CustomerRow),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
  })
  .openapi('CustomerPage')

/**
 * Columns instead of rows, because a company may have 200,000: the n-th value of every list belongs to the n-th id.
 */
export const CustomerPoints = z
  .object({
    ids: z.array(Id),
    lat: z.array(z.number().int()).openapi({ description: 'Latitude in hundred-thousandths of a degree' }),
    lon: z.array(z.number().int()),
    tier: z.string().openapi({ description: 'A letter per customer: A, B, C or - for none' }),
    fresh: z.string().openapi({ description: 'A digit per customer: 1 fresh, 0 stale' }),
    located: z.string().openapi({
      description: 'A letter per customer: a approximate, f file, d device, p pinned, v visited',
    }),
    owner: z.array(z.number().int()).openapi({ description: 'Index into owners, -1 for the pool' }),
    owners: z.array(PersonInBrief),
    unplaced: z.number().int().openapi({ description: 'How many match and have no location' }),
  })
  .openapi('CustomerPoints')
export type CustomerPoints = z.infer<typeof CustomerPoints>

const Count = z.object({ value: z.string(), count: z.number().int() })
const NamedCount = z.object({ value: z.string(), name: z.string(), count: z.number().int() })

/** How many there are of each kind; each list counts as if its own filter were not set. */
export const CustomerFacets = z
  .object({
    total: z.number().int(),
    owners: z
      .array(NamedCount.extend({ colour: z.number().int() }))
      .openapi({ description: 'value: a person’s id or pool' }),
    territories: z.array(NamedCount),
    tiers: z.array(Count),
    channels: z.array(Count),
    countries: z.array(Count),
    regions: z.array(Count),
    cities: z.array(Count),
    freshness: z.array(Count),
    located: z.array(Count),
    statuses: z.array(Count),
    tags: z.array(Count),
  })
  .openapi('CustomerFacets')
export type CustomerFacets = z.infer<typeof CustomerFacets>
