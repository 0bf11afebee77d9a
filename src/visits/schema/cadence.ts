import { z } from '@hono/zod-openapi'
import { Colleague } from './colleague.ts'
import { Day, Id, text } from '../../platform/contract.ts'
import { tierKeys } from '../../pool/rules.ts'

const whole = (least: number, most: number) =>
  z
    .number()
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)

export const Workdays = z
  .array(whole(1, 7))
  .max(7)
  .refine((days) => new Set(days).size === days.length, 'must not name a day twice')
  .openapi({ description: 'Monday is 1, Sunday 7' })

const TierCadence = z
  .object({
    on: z.boolean().openapi({ description: 'Off: visited by hand only' }),
    weeks: whole(1, 52),
    longest: whole(1, 52).openapi({
      description: 'Stretched to at most so many weeks where a person has too many',
    }),
  })
  .refine(({ weeks, longest }) => longest >= weeks, {
    message: 'must not be less than the weeks of the cadence',
    path: ['longest'],
  })
export const CadenceRules = z
  .object({
    tiers: z.object({ A: TierCadence, B: TierCadence, C: TierCadence, none: TierCadence }),
    visitsADay: whole(1, 40),
    workdays: Workdays.min(1, 'must have at least one day'),
    otherEvery: whole(2, 20).openapi({
      description: 'Of so many visits to an A or B one is somebody else’s (rule 4.2)',
    }),
    sponsorMonths: whole(1, 24),
  })
  .openapi('CadenceRules')
export const CadenceRulesShown = z
  .object({ rules: CadenceRules, version: z.number().int(), mayChange: z.boolean() })
  .openapi('CadenceRulesShown')
export const ChangeCadenceRules = z
  .object({
    rules: CadenceRules,
    version: z.number().int().openapi({ description: 'The version of the company the change was made on' }),
  })
  .strict()
  .openapi('ChangeCadenceRules')

const visitsAWeek = z.number().openapi({ description: 'Visits a week' })
export const VisitLoad = z
  .object({
    person: Colleague,
    customers: z.number().int(),
    needed: visitsAWeek,
    asked: visitsAWeek,
    capacity: visitsAWeek,
    missing: visitsAWeek,
    visitsADay: z.number().int(),
    workdays: z.array(z.number().int()),
    stretched: z.array(
      z.object({ tier: z.enum(tierKeys), weeks: z.number().int(), instead: z.number().int() }),
    ),
  })
  .openapi('VisitLoad', {
    description:
      'What the company’s cadence asks of a person, what the stretched one asks, what the person can do, and what is missing even so',
  })
export type VisitLoad = z.infer<typeof VisitLoad>
export const VisitLoads = z.object({ loads: z.array(VisitLoad) }).openapi('VisitLoads')
export const TryCadence = z.object({ rules: CadenceRules }).strict().openapi('TryCadence')
export const CadenceTried = z
  .object({
    now: z.object({
      needed: visitsAWeek,
      made: visitsAWeek,
      missing: visitsAWeek,
      stretched: z.number().int(),
    }),
    tried: z.object({
      needed: visitsAWeek,
      made: visitsAWeek,
      missing: visitsAWeek,
      stretched: z.number().int(),
    }),
    people: z.array(z.object({ now: VisitLoad, tried: VisitLoad })),
  })
  .openapi('CadenceTried')

export const SetCustomerCadence = z
  .object({
    weeks: whole(0, 52).nullable().openapi({ description: 'Null: as its tier is; 0: visited by hand only' }),
    reason: text(500),
  })
  .refine(({ weeks, reason }) => weeks === null || reason !== '', {
    message: 'must not be empty',
    path: ['reason'],
  })
  .openapi('SetCustomerCadence')
export const CustomerCadence = z
  .object({
    weeks: z.number().int().nullable().openapi({ description: 'Said by hand; null: as its tier is' }),
    reason: z.string().nullable(),
    holds: z.number().int().nullable().openapi({ description: 'The weeks that hold; null: by hand only' }),
    wanted: z.number().int().nullable().openapi({ description: 'What the company’s cadence would be' }),
    dueOn: Day.nullable(),
    visitOn: Day.nullable(),
    late: z.number().int(),
    mayChange: z.boolean(),
  })
  .openapi('CustomerCadence')

export const SetVisitCapacity = z
  .object({
    visitsADay: whole(0, 40).nullable(),
    workdays: Workdays.nullable(),
    base: z
      .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .nullable()
      .openapi({ description: 'Where the days begin and end; WGS-84' }),
  })
  .openapi('SetVisitCapacity')

export const DueQuery = z.object({
  person: Id.optional().openapi({ description: 'Whose; with scope team also everybody’s below' }),
  scope: z.enum(['mine', 'team', 'all']).default('mine'),
  until: Day.optional().openapi({ description: 'What can be visited by this day; today if left out' }),
  overdue: z.enum(['yes', 'no']).default('no'),
  page: z.coerce.number().int().min(1).max(100_000).default(1).openapi({ type: 'integer' }),
  size: z.coerce.number().int().min(1).max(200).default(50).openapi({ type: 'integer' }),
})
export const DueCustomer = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    tier: z.enum(['A', 'B', 'C']).nullable(),
    city: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    person: Colleague,
    weeks: z.number().int(),
    lastVisit: Day.nullable(),
    dueOn: Day,
    visitOn: Day.openapi({ description: 'The first day on which it is open, not before it is due' }),
    late: z.number().int().openapi({ description: 'Days, without those of seasonal closures' }),
    planned: z.object({ id: Id, on: Day, person: Colleague }).nullable(),
    others: z.array(Colleague),
  })
  .openapi('DueCustomer')
export const DuePage = z
  .object({
    today: Day,
    until: Day,
    total: z.number().int(),
    overdue: z.number().int(),
    planned: z.number().int(),
    customers: z.array(DueCustomer),
    loads: z.array(VisitLoad),
  })
  .openapi('DuePage')
