import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../../platform/contract.ts'
import { locatedBy, statuses, tiers } from './values.ts'

/** One or several: `?tier=A&tier=B` in an address, ["A", "B"] in a body. */
function many<S extends z.ZodType>(item: S) {
  return z
    .union([item, z.array(item).max(200, 'must have at most 200 values')])
    .transform((given) => (Array.isArray(given) ? given : [given]) as z.output<S>[])
    .optional()
    .openapi({ type: 'array', items: { type: 'string' } })
}
const whole = (least: number, most: number) =>
  z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
    .openapi({ type: 'integer' })

/** What a customer can have or lack. */
export const havings = [
  'owner',
  'backup',
  'sponsor',
  'location',
  'contact',
  'phone',
  'email',
  'tax-id',
  'products',
  'parent',
  'closures',
  'note',
  'request',
] as const

const filterFields = {
  q: text(200).optional().openapi({ description: 'Fuzzy search over name, code, contacts, phones and city' }),
  owner: many(z.union([Id, z.enum(['me', 'team', 'pool'])])).openapi({
    description: 'Ids of people; me; team (me and everybody below me); pool (nobody)',
  }),
  tier: many(z.enum([...tiers, 'none'])),
  channel: many(text(60)).openapi({ description: 'An empty text means no channel' }),
  country: many(text(2)),
  region: many(text(120)),
  city: many(text(120)),
  territory: many(z.union([Id, z.literal('none')])),
  fresh: z.enum(['fresh', 'stale']).optional(),
  completenessFrom: whole(0, 100).optional(),
  completenessTo: whole(0, 100).optional(),
  located: many(z.enum([...locatedBy, 'none'])),
  tag: many(text(40)).openapi({ description: 'Has any of these' }),
  status: many(z.enum(statuses)).openapi({ description: 'Only active ones if left out' }),
  has: many(z.enum(havings)),
  without: many(z.enum(havings)),
  parent: Id.optional(),
  batch: Id.optional().openapi({ description: 'Those that a batch of the ledger was about' }),
  registeredFrom: Day.optional(),
  registeredTo: Day.optional(),
  box: z
    .string()
    .regex(
      /^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/,
      'must be south,west,north,east in degrees such as 40.1,-4,40.9,-3.2',
    )
    .optional(),
}
export const CustomerFilter = z.object(filterFields).openapi('CustomerFilter')
export type CustomerFilter = z.output<typeof CustomerFilter>

/** Columns of the list that it can be sorted by. */
export const sortColumns = [
  'name',
  'code',
  'legalName',
  'channel',
  'tier',
  'city',
  'region',
  'country',
  'territory',
  'owner',
  'ownerSince',
  'completeness',
  'confirmedOn',
  'registeredOn',
  'updatedAt',
  'paymentDays',
  'creditLimit',
  'status',
] as const

export const CustomerListQuery = CustomerFilter.extend({
  sort: z
    .enum([...sortColumns, ...sortColumns.map((name) => `-${name}` as const)])
    .optional()
    .openapi({
      description: 'A column, with - before it descending; best match first if left out and q is given',
    }),
  page: whole(1, 1_000_000).optional(),
  size: whole(1, 200).optional().openapi({ description: '50 if left out' }),
}).openapi('CustomerListQuery')
export type CustomerListQuery = z.output<typeof CustomerListQuery>

/** Which customers a command is for: named ones, or all that a filter finds. */
export const Selection = z
  .union([
    z.strictObject({ ids: z.array(Id).min(1, 'must name a customer').max(5000) }),
    z.strictObject({ filter: CustomerFilter, except: z.array(Id).max(5000).optional() }),
  ])
  .openapi('Selection')
export type Selection = z.output<typeof Selection>
