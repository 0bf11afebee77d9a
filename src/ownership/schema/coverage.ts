import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../../platform/contract.ts'
import { Selection } from '../../customers/schema/filter.ts'
import { Tier } from '../../customers/schema/values.ts'
import { channelKinds, coverageLimits, needs } from '../coverage.ts'
import { touchKinds } from '../facts.ts'

const count = z.number().int()
const minor = z.string().openapi({ description: 'Exact amount in minor units', example: '123450' })
const known = <S extends z.ZodType>(part: S) => ({ total: part, one: part, alone: part, nobody: part })

export const Exposure = z
  .object({
    customers: z.object(known(count)),
    sales: z.object(known(minor)).nullable().openapi({
      description: 'Of the last twelve months, in the currency of the company; null when no sale is known',
    }),
  })
  .openapi('Exposure', {
    description:
      'Who knows the customers: all, one person only, of these with nobody else named, nobody at all',
  })
export const scopes = ['company', 'team', 'person'] as const
export const CoverageQuery = z
  .object({
    scope: z.enum(scopes).optional().openapi({ description: 'company if left out: all that you may see' }),
    id: Id.optional().openapi({ description: 'The team or person' }),
  })
  .refine(({ scope, id }) => (scope === 'team' || scope === 'person') === (id !== undefined), {
    message: 'must be given with scope team or person, and only then',
    path: ['id'],
  })
export type CoverageQuery = z.output<typeof CoverageQuery>

function within({ least, most }: { readonly least: number; readonly most: number }) {
  return z.number().int().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`)
}
export const CoverageSettings = z.object({
  months: within(coverageLimits.months),
  channels: within(coverageLimits.channels),
})
const Part = z.object({
  kind: z.enum(['team', 'person']),
  id: Id,
  name: z.string(),
  colour: z.number().int().nullable(),
  exposure: Exposure,
})
export const CoverageAnswer = z
  .object({
    scope: z.enum(scopes),
    id: Id.nullable(),
    name: z.string().nullable(),
    colour: z.number().int().nullable(),
    whole: z.boolean().openapi({ description: 'False when you see a part of the company only' }),
    today: Day,
    since: Day.openapi({ description: 'Touches count from this day on' }),
    currency: z.string(),
    otherCurrencies: z
      .array(z.string())
      .openapi({ description: 'In which there are sales that are not counted' }),
    settings: CoverageSettings,
    sources: z.array(z.string()).openapi({ description: 'Where touches are known from' }),
    lastTouch: Day.nullable().openapi({ description: 'Said where nobody is known to know any customer' }),
    exposure: Exposure,
    lacking: z.object({ backup: count, sponsor: count, channel: count }),
    parts: z.array(Part).openapi({ description: 'Teams and people without one; of a team its people' }),
  })
  .openapi('Coverage')

const PersonNamed = z.object({ id: Id, name: z.string(), colour: z.number().int() })
export const FixesQuery = CoverageQuery.safeExtend({
  page: z.coerce.number().int().min(1).max(1_000_000).optional().openapi({ type: 'integer' }),
  size: z.coerce.number().int().min(1).max(100).optional().openapi({ type: 'integer' }),
})
export const FixesAnswer = z
  .object({
    total: count,
    page: count,
    size: count,
    currency: z.string(),
    fixes: z.array(
      z.object({
        id: Id,
        code: z.string(),
        name: z.string(),
        tier: Tier.nullable(),
        owner: PersonNamed,
        knownBy: z.array(PersonNamed),
        alone: z.boolean(),
        channels: count,
        missing: z.array(z.enum(needs)),
        sold: minor.nullable(),
      }),
    ),
  })
  .openapi('CoverageFixes')

export const ChannelKind = z.enum(channelKinds)
export const Channel = z
  .object({ id: Id, kind: ChannelKind, value: z.string(), since: Day })
  .openapi('CustomerChannel')
export const NewChannel = z
  .object({ kind: ChannelKind, value: text(200, 1), since: Day.optional() })
  .refine(({ kind, value }) => kind !== 'shared-mailbox' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), {
    message: 'must be an e-mail address',
    path: ['value'],
  })
  .refine(({ kind, value }) => kind !== 'company-number' || /^[+\d][\d\s()./-]{4,}$/.test(value), {
    message: 'must be a phone number',
    path: ['value'],
  })
  .openapi('NewChannel')
export type NewChannel = z.output<typeof NewChannel>
export const AddChannel = z.object({ selection: Selection, channel: NewChannel }).openapi('AddChannel')
export type AddChannel = z.output<typeof AddChannel>
export const ChannelsAdded = z.object({ matched: count, added: count })

export const CustomerCoverage = z
  .object({
    customerId: Id,
    tier: Tier.nullable(),
    since: Day,
    settings: CoverageSettings,
    sources: z.array(z.string()),
    knowers: z.array(
      z.object({
        personId: Id,
        name: z.string(),
        colour: z.number().int(),
        firstDay: Day,
        lastDay: Day,
        kinds: z.array(z.enum(touchKinds)),
        counts: z.boolean().openapi({ description: 'Lately enough to really know it' }),
      }),
    ),
    knownBy: count,
    alone: z.boolean(),
    channels: z.array(Channel),
    missing: z.array(z.enum(needs)),
    mayChange: z.boolean(),
  })
  .openapi('CustomerCoverage')

export const PeopleExposure = z.object({
  currency: z.string(),
  people: z.array(z.object({ id: Id, exposure: Exposure })),
})
export const CoverageRules = z
  .object({ settings: CoverageSettings, version: count, mayChange: z.boolean() })
  .openapi('CoverageRules')
export const ChangeCoverageRules = z
  .object({ settings: CoverageSettings, version: count })
  .openapi('ChangeCoverageRules')
