import { z } from '@hono/zod-openapi'
import { Day, Id } from '../platform/contract.ts'
import { Tier } from '../customers/schema/values.ts'
import { tierKeys } from '../pool/rules.ts'
import { needs } from '../ownership/coverage.ts'
import { continuityParts } from './continuity.ts'
import { relations, terms } from './plan-problem.ts'

const count = z.number().int()
const minor = z.string().openapi({ description: 'Exact amount in minor units', example: '123450' })
const weight = z.number().min(0, 'must be at least 0').max(100, 'must be at most 100')
const Weights = z.object({
  relation: weight,
  distance: weight,
  alike: weight,
  language: weight,
  skill: weight,
  load: weight,
})
const some = z.array(Id).max(200, 'must be at most 200')

export const AskDrill = z
  .object({
    people: z.array(Id).min(1, 'must not be empty').max(50, 'must be at most 50').optional(),
    team: Id.optional(),
    fixed: z
      .array(z.object({ customerId: Id, personId: Id }))
      .max(5000, 'must be at most 5000')
      .optional()
      .openapi({ description: 'Who takes these customers whatever else' }),
    without: some.optional().openapi({ description: 'Who takes nothing' }),
    tierAOnly: some.optional().openapi({ description: 'Who alone takes tier A' }),
    weights: Weights.partial().optional(),
  })
  .refine(({ people, team }) => (people === undefined) !== (team === undefined), {
    message: 'either people or team must be given',
    path: ['people'],
  })
  .openapi('AskDrill')
export type AskDrill = z.output<typeof AskDrill>

const Person = z.object({ id: Id, name: z.string(), colour: z.number().int() })
const Fit = z
  .object({
    relation: z.enum(relations).nullable(),
    kilometres: z.number().nullable().openapi({ description: 'To the nearest customer they serve' }),
    alike: count.nullable().openapi({ description: 'Customers of the same channel that they serve' }),
    speaks: z.boolean().nullable(),
    skilled: count
      .nullable()
      .openapi({ description: 'Product groups it carries that are among their skills' }),
  })
  .openapi('SuccessorFit')
const Line = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  tier: Tier.nullable(),
  sold: minor.nullable(),
  hours: z.number(),
  onlyThem: z.boolean().openapi({ description: 'Nobody who stays really knows it' }),
  missing: z.array(z.enum([...needs, 'profile'])),
  successor: Person.nullable(),
  because: z.array(z.enum([...terms, 'fixed', 'only', 'room', 'nobody'])),
  fit: Fit.nullable(),
  second: z
    .object({
      person: Person,
      fit: Fit,
      better: z.boolean().openapi({ description: 'They fit better, but their week would be fuller' }),
    })
    .nullable(),
})
const parts = Object.keys(continuityParts) as [keyof typeof continuityParts]

export const Drill = z
  .object({
    people: z.array(Person).openapi({ description: 'Who leaves in this drill' }),
    today: Day,
    since: Day.openapi({ description: 'Whoever dealt with a customer from this day on knows it' }),
    currency: z.string(),
    otherCurrencies: z.array(z.string()),
    whole: z.boolean().openapi({ description: 'False when you see a part of the company only' }),
    customers: count,
    onlyThem: count,
    sales: z.object({ total: minor, onlyThem: minor }).nullable(),
    hours: z.number().openapi({ description: 'Of visits a week' }),
    score: count.nullable().openapi({ description: 'Continuity, 0 to 100' }),
    parts: z.array(
      z.object({
        part: z.enum(parts),
        have: z.number(),
        of: z.number(),
        points: z.number(),
        most: z.number(),
      }),
    ),
    missing: z.object({
      backup: count,
      sponsor: count,
      channel: count,
      profile: count,
      agreement: count.nullable(),
    }),
    weights: Weights,
    considered: count.openapi({ description: 'How many people the plan chose from' }),
    proved: z.boolean().openapi({ description: 'No plan is better by more than a thousandth' }),
    successors: z.array(
      Person.extend({ takes: count, hoursBefore: z.number(), hoursAfter: z.number(), hoursMost: z.number() }),
    ),
    broken: z
      .array(z.object({ person: Person, limit: z.enum(['hours', 'all', ...tierKeys]), by: z.number() }))
      .openapi({ description: 'Limits that the plan breaks, and by how much' }),
    lines: z.array(Line),
  })
  .openapi('Drill')
