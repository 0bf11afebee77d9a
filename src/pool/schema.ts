import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../platform/contract.ts'
import { claimers, tierKeys } from './rules.ts'

const whole = (least: number, most: number) =>
  z
    .number()
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
const days = whole(1, 1095)
export const TierRule = z
  .object({
    on: z.boolean(),
    days: days.openapi({ description: 'Quiet days after which a customer returns' }),
    announce: whole(1, 90).openapi({ description: 'How many days ahead its owner is told' }),
  })
  .refine(({ days: all, announce }) => announce <= all, {
    message: 'must not be more than the days of protection',
    path: ['announce'],
  })
  .openapi('TierRule')
const upTo = (most: number) => whole(0, most).nullable()
const holding = upTo(1_000_000)

export const PoolRules = z
  .object({
    recycling: z.boolean(),
    tiers: z.object({ A: TierRule, B: TierRule, C: TierRule, none: TierRule }),
    claims: z.object({
      who: z.enum(claimers),
      perDay: upTo(1000).openapi({ description: 'Null: any number' }),
      cooldown: whole(0, 1095),
      holding: z
        .object({ all: holding, A: holding, B: holding, C: holding, none: holding })
        .openapi({ description: 'Who owns so many claims no more; null: any number' }),
      seenPerDay: whole(1, 10_000),
      giveBack: z.boolean(),
    }),
  })
  .openapi('PoolRules')
export const PoolRulesShown = z
  .object({ rules: PoolRules, version: z.number().int(), mayChange: z.boolean() })
  .openapi('PoolRulesShown')
export const ChangePoolRules = z
  .object({
    rules: PoolRules,
    version: z.number().int().openapi({ description: 'The version of the company the change was made on' }),
  })
  .strict()
  .openapi('ChangePoolRules')

const Counts = z.object({
  announcedTomorrow: z.number().int(),
  announced: z.number().int(),
  returnedTomorrow: z.number().int(),
  returned: z.number().int(),
})
const compared = { now: Counts, tried: Counts }
export const PersonShown = z.object({ id: Id, name: z.string(), colour: z.number().int() })
export const Simulate = z.object({ rules: PoolRules }).strict().openapi('SimulatePool')
export const Simulated = z
  .object({
    tomorrow: Day,
    last: Day.openapi({ description: 'The last day looked at' }),
    ...compared,
    tiers: z.array(z.object({ tier: z.enum(tierKeys), ...compared })),
    people: z.array(z.object({ person: PersonShown, ...compared })),
  })
  .openapi('SimulatedPool')

export const PoolQuery = z.object({
  q: text(100).optional().openapi({ description: 'Part of the name or the town' }),
  tier: z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.enum(tierKeys)).max(4))
    .optional()
    .openapi({ type: 'array', items: { type: 'string', enum: [...tierKeys] } }),
  page: z.coerce.number().int().min(1).max(100_000).default(1).openapi({ type: 'integer' }),
  size: z.coerce.number().int().min(1).max(100).default(25).openapi({ type: 'integer' }),
})
const Tier = z.enum(['A', 'B', 'C']).nullable()
export const PoolCustomer = z
  .object({
    id: Id,
    name: z.string(),
    channel: z.string().nullable(),
    tier: Tier,
    city: z.string().nullable(),
    region: z.string().nullable(),
    country: z.string().nullable(),
    territory: z.object({ id: Id, name: z.string() }).nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    phone: z.string().nullable().openapi({ description: 'Masked for whoever may only claim' }),
    contacts: z.number().int(),
    since: Day,
    cause: z.string().openapi({ description: 'How it came into the pool' }),
    former: PersonShown.nullable().openapi({ description: 'Who owned it last' }),
    open: z.boolean().openapi({ description: 'Whether I see the customer itself' }),
  })
  .openapi('PoolCustomer')
export const PoolPage = z
  .object({
    total: z.number().int(),
    customers: z.array(PoolCustomer),
    claims: z
      .object({
        who: z.enum(claimers),
        perDay: z.number().int().nullable(),
        claimedToday: z.number().int(),
        seenPerDay: z.number().int(),
        seenToday: z.number().int(),
        cut: z.boolean().openapi({ description: 'Some are left out: enough was looked at today' }),
      })
      .nullable()
      .openapi({ description: 'Null for whoever assigns instead' }),
  })
  .openapi('PoolPage')

export const Claimed = z.object({ customerId: Id, batchId: Id }).openapi('Claimed')
export const GiveBack = z.object({ reason: text(500, 1) }).openapi('GiveBack')
export const GivenBack = z.object({ customerId: Id, batchId: Id.nullable() }).openapi('GivenBack')
export const Keep = z
  .object({ until: Day.openapi({ description: 'The last day' }), reason: text(500, 1) })
  .openapi('KeepCustomer')
export const Kept = z.object({ id: Id }).openapi('KeptCustomer')

const until = Day.nullable()
export const ProtectionState = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('pool') }),
    z.object({ state: z.literal('unlimited') }),
    z.object({ state: z.literal('exempt'), because: z.string(), until }),
    z.object({ state: z.literal('protected'), until, lastActivity: Day.nullable() }),
    z.object({ state: z.literal('announced'), announcedOn: Day.nullable(), returnsOn: Day }),
    z.object({ state: z.literal('due') }),
  ])
  .openapi('ProtectionState')
export const ProtectionShown = z
  .object({
    protection: ProtectionState,
    locks: z.array(
      z.object({
        id: Id,
        person: z.object({ id: Id, name: z.string() }),
        from: Day,
        to: Day,
        reason: z.string(),
        setBy: z.string().nullable(),
        liftedOn: Day.nullable(),
      }),
    ),
    may: z.object({ keep: z.boolean(), giveBack: z.boolean() }),
  })
  .openapi('ProtectionShown')

export const ReturningSoon = z
  .object({
    total: z.number().int(),
    customers: z.array(
      z.object({
        id: Id,
        name: z.string(),
        tier: Tier,
        city: z.string().nullable(),
        owner: PersonShown,
        returnsOn: Day,
        lastActivity: Day.nullable(),
      }),
    ),
  })
  .openapi('ReturningSoon')
