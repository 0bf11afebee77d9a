import { z } from '@hono/zod-openapi'
import { PersonInBrief } from '../../customers/schema/list.ts'
import { Tier } from '../../customers/schema/values.ts'
import { Day, Id, text } from '../../platform/contract.ts'
import { areTierRules, tierLimits, tierRhythms } from '../tier-rules.ts'

const count = z.number().int()
const minor = z.string().openapi({ description: 'Exact amount in minor units', example: '123450' })
function within({ least, most }: { readonly least: number; readonly most: number }) {
  return z.number().int().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`)
}

export const TierRules = z
  .object({
    a: within(tierLimits.a),
    b: within(tierLimits.b),
    hysteresis: within(tierLimits.hysteresis),
    months: within(tierLimits.months),
    every: z.enum(tierRhythms),
  })
  .refine(areTierRules, { message: 'must be more than a', path: ['b'] })
  .openapi('TierRules', {
    description:
      'A up to so many points of all sales, B up to so many; a move only so many points beyond the line',
  })
export const TierRun = z
  .object({
    id: Id,
    asOf: Day,
    months: count,
    customers: count,
    moved: count,
    salesMinor: minor,
    currency: z.string(),
    madeBy: PersonInBrief.nullable().openapi({ description: 'Null: the program itself' }),
    madeAt: z.string(),
    undoneAt: z.string().nullable(),
    mayUndo: z.boolean(),
  })
  .openapi('TierRun')
export const CompanyTiers = z
  .object({
    rules: TierRules,
    version: count,
    nextOn: Day.nullable().openapi({ description: 'When tiers are computed by themselves; null: never' }),
    mayChange: z.boolean(),
    mayCompute: z.boolean(),
    runs: z.array(TierRun).openapi({ description: 'The latest twelve' }),
  })
  .openapi('CompanyTiers')
export const ChangeTierRules = z.object({ rules: TierRules, version: count }).openapi('ChangeTierRules')

export const tierReasons = ['share', 'first', 'potential', 'risk', 'no-sales'] as const
export const TierMove = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    before: Tier.nullable(),
    after: Tier,
    because: z.enum(tierReasons),
    salesMinor: minor,
    cumulativePpm: count.openapi({
      description: 'Of all sales, up to and with this customer: parts of a million',
    }),
    rank: count,
    owner: PersonInBrief.nullable(),
  })
  .openapi('TierMove')
export const PreviewTiers = z
  .object({
    rules: TierRules.optional().openapi({ description: 'The kept ones if left out' }),
    asOf: Day.optional().openapi({ description: 'The last day that counts; today if left out' }),
    most: z
      .number()
      .int()
      .min(0)
      .max(500)
      .optional()
      .openapi({ description: 'So many moves are named; 100 if left out' }),
  })
  .openapi('PreviewTiers')
const counts = z.object({ A: count, B: count, C: count, none: count })
export const TierPreview = z
  .object({
    asOf: Day,
    from: Day,
    currency: z.string(),
    rules: TierRules,
    customers: count,
    salesMinor: minor,
    byHand: count.openapi({ description: 'Their tier is set by hand and stays' }),
    now: counts,
    after: counts,
    moved: z.object({ up: count, down: count, first: count }),
    moves: z.array(TierMove),
    digest: z.string().openapi({ description: 'For computing exactly this' }),
    unrated: z
      .array(z.object({ currency: z.string(), orders: count, minor, from: Day, to: Day }))
      .openapi({ description: 'Sales that no exchange rate turns into the currency: not counted' }),
  })
  .openapi('TierPreview')
export const ComputeTiers = z
  .object({
    asOf: Day.optional(),
    digest: z
      .string()
      .max(64)
      .optional()
      .openapi({ description: 'Of the preview; refused when it would do something else by now' }),
  })
  .openapi('ComputeTiers')
export const TierRunDone = z
  .object({ id: Id, asOf: Day, customers: count, moved: count })
  .openapi('TierRunDone')
export const TierRunUndone = z.object({ id: Id, restored: count }).openapi('TierRunUndone')
export const TierMovesQuery = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).optional().openapi({ type: 'integer' }),
  size: z.coerce.number().int().min(1).max(200).optional().openapi({ type: 'integer' }),
})
export const TierMoves = z
  .object({ total: count, page: count, size: count, currency: z.string(), moves: z.array(TierMove) })
  .openapi('TierMoves', { description: 'Those that you may see' })

export const CustomerTier = z
  .object({
    tier: Tier.nullable(),
    by: z.enum(['hand', 'computed']).nullable(),
    reason: z.string().nullable(),
    shift: z.number().int().min(-1).max(1),
    shiftReason: z.string().nullable(),
    since: z.string().nullable(),
    setBy: z.string().nullable(),
    standing: z
      .object({
        asOf: Day,
        months: count,
        base: Tier.nullable(),
        salesMinor: minor,
        currency: z.string(),
        cumulativePpm: count,
        rank: count,
        customers: count,
      })
      .nullable()
      .openapi({ description: 'How its sales stood at the last computation' }),
    nextOn: Day.nullable(),
    mayChange: z.boolean(),
  })
  .openapi('CustomerTier')
export const LetTierBeComputed = z
  .object({
    shift: z.union([z.literal(-1), z.literal(0), z.literal(1)]).openapi({
      description: 'One step up for its potential (1), down for its risk (-1)',
    }),
    reason: text(500, 1).nullable().optional(),
  })
  .refine(({ shift, reason }) => shift === 0 || (reason ?? null) !== null, {
    message: 'must be given with a step up or down',
    path: ['reason'],
  })
  .openapi('LetTierBeComputed')
