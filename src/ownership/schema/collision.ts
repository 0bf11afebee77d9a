import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../../platform/contract.ts'
import { collisionActs, collisionStages, rulingReasons } from '../collision.ts'
import { collisionLimits } from '../collision-settings.ts'
import { touchKinds } from '../facts.ts'
import { RegisterCustomer } from '../schema.ts'
import { shareShape } from '../split.ts'

const count = z.number().int()
const Somebody = z.object({ id: Id, name: z.string(), colour: count })
const Person = z.union([Somebody, z.null()])
const names = <T extends string>(all: readonly T[]) => z.enum(all as [T, ...T[]])

export const CollisionStage = z.enum(collisionStages).openapi('CollisionStage')
export const CollisionAct = names(Object.keys(collisionActs) as (keyof typeof collisionActs)[]).openapi(
  'CollisionAct',
)

export const ClaimCustomer = z
  .object({
    customerId: Id,
    statement: text(2000, 1).openapi({ description: 'Why it is mine, in my own words' }),
    registration: RegisterCustomer.omit({ owner: true, anotherOutlet: true, claimedOn: true })
      .optional()
      .openapi({
        description: 'What I was about to register: it tells how complete my registration is; not kept',
      }),
    claimedOn: Day.optional().openapi({
      description: 'The day on which a device without signal registered it; counts once a manager accepts it',
    }),
  })
  .openapi('ClaimCustomer')
export type ClaimCustomer = z.output<typeof ClaimCustomer>
export const OpenPair = z
  .object({ customerId: Id, otherId: Id, statement: text(2000, 1) })
  .openapi('OpenCollisionOfPair')
export type OpenPair = z.output<typeof OpenPair>

export const NewEvidence = z
  .object({
    words: text(2000, 1),
    chosenId: Id.optional().openapi({ description: 'A customer’s written choice: whom it names' }),
    writtenOn: Day.optional().openapi({ description: 'A customer’s written choice: the day of the paper' }),
  })
  .openapi('NewEvidence')
export type NewEvidence = z.output<typeof NewEvidence>
export const Words = z.object({ words: text(2000, 1) })
export const AcceptDay = z.object({ claimId: Id })
export const AddCollisionFile = z.object({ name: text(200, 1) })

export const NewSplit = z
  .object({
    parts: z
      .array(
        z.object({
          personId: Id,
          share: z
            .string()
            .max(20)
            .regex(shareShape, 'must be percent with at most two decimals (33.5) or a fraction (1/3)'),
        }),
      )
      .min(1)
      .max(10),
    from: Day,
    until: Day.nullable().optional().openapi({ description: 'The last order day; null: without end' }),
  })
  .openapi('NewSplit')
export const Ruling = z
  .object({
    ownerId: Id.openapi({
      description: 'Whose the customer is from today: one who claims it, or who holds it',
    }),
    reason: z.enum(rulingReasons),
    words: text(2000, 1),
    split: NewSplit.optional().openapi({
      description: 'Credit for orders of these days; the owner’s if left out',
    }),
    seen: count.optional().openapi({ description: 'The last number of the case that I saw' }),
  })
  .openapi('Ruling')
export type Ruling = z.output<typeof Ruling>

export const CollisionNext = z
  .object({
    what: z.enum(['answer', 'rule', 'appeal', 'decide']),
    by: Day,
    people: z.array(Somebody).nullable().openapi({ description: 'Null: whoever may rule, or decide' }),
    mine: z.boolean().openapi({ description: 'It is my turn' }),
  })
  .openapi('CollisionNext')

const inBrief = {
  id: Id,
  customer: z.object({ id: Id, name: z.string(), city: z.string().nullable(), mayOpen: z.boolean() }),
  owner: Person.openapi({ description: 'Who holds the customer today; null: the company pool' }),
  claimants: z.array(Somebody),
  stage: CollisionStage,
  openedAt: z.string(),
  next: z.union([CollisionNext, z.null()]),
}
export const CollisionInBrief = z.object(inBrief).openapi('CollisionInBrief')
export const CollisionsQuery = z.object({
  state: z
    .enum(['open', 'mine', 'all'])
    .optional()
    .openapi({ description: 'open if left out; mine: my turn' }),
  page: z.coerce.number().int().min(1).max(100_000).optional().openapi({ type: 'integer' }),
})
export const CollisionPage = z
  .object({ rows: z.array(CollisionInBrief), total: count, page: count, size: count })
  .openapi('CollisionPage')

const Deal = z.object({ day: Day, kind: z.enum(touchKinds) })
export const CollisionClaim = z
  .object({
    id: Id,
    person: Somebody,
    entryId: Id.nullable().openapi({ description: 'Their entry of the register; null: none was made' }),
    receivedOn: Day,
    claimedOn: Day.nullable(),
    acceptedOn: Day.nullable(),
    countsFrom: Day,
    completeness: count,
    complete: z.boolean(),
    withdrawn: z.boolean(),
    firstDeal: Deal.nullable().openapi({
      description: 'When they first dealt with the customer, as far as is known',
    }),
    lastDeal: Deal.nullable(),
    orders: count.openapi({ description: 'On how many days they took orders' }),
  })
  .openapi('CollisionClaim')
export const CollisionSplit = z
  .object({
    from: Day,
    until: Day.nullable(),
    parts: z.array(
      z.object({
        person: Somebody,
        share: z.string().openapi({ description: 'Exact: 1/3' }),
        percent: z.string().openapi({ description: 'Rounded to two decimals' }),
      }),
    ),
  })
  .openapi('CollisionSplit')
export const CollisionEvent = z
  .object({
    id: Id,
    number: count,
    act: z.enum([
      'opened',
      'claimed',
      'evidence',
      'comment',
      'day-accepted',
      'withdrawn',
      'ruled',
      'appealed',
      'decided',
    ]),
    at: z.string(),
    by: Person,
    about: Person.openapi({ description: 'Whose claim it is about' }),
    due: Day.nullable(),
    words: z.string().nullable(),
    evidence: z.enum(['statement', 'customer-choice', 'file']).nullable(),
    chosen: Person,
    writtenOn: Day.nullable(),
    file: z.object({ name: z.string(), kind: z.string(), bytes: count }).nullable(),
    owner: Person,
    reason: z.enum(rulingReasons).nullable(),
    split: z.union([CollisionSplit, z.null()]),
  })
  .openapi('CollisionEvent')
export const Collision = z
  .object({
    ...inBrief,
    claims: z.array(CollisionClaim),
    events: z.array(CollisionEvent),
    proposal: z
      .object({
        person: Somebody,
        because: z.enum(['customer-choice', 'only-claim', 'earliest-complete', 'only-complete', 'earliest']),
        day: Day,
      })
      .nullable(),
    completeFrom: count,
    appealDays: count,
    seen: count,
    may: z.array(CollisionAct),
  })
  .openapi('Collision')
export type Collision = z.output<typeof Collision>
export type CollisionInBrief = z.output<typeof CollisionInBrief>

export const CustomerCollision = z
  .object({ id: Id, stage: CollisionStage, openedOn: Day, mayOpen: z.boolean() })
  .openapi('CustomerCollision')
export const RegistrationDay = z
  .object({
    registeredOn: Day,
    receivedOn: Day,
    claimedOn: Day.nullable(),
    accepted: z.boolean().nullable(),
    mayDecide: z.boolean(),
  })
  .openapi('RegistrationDay')

const within = ([least, most]: readonly [number, number]) =>
  z
    .number()
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
const CollisionSettings = z
  .object({
    completeFrom: within(collisionLimits.completeFrom),
    answerDays: within(collisionLimits.answerDays),
    rulingDays: within(collisionLimits.rulingDays),
    appealDays: within(collisionLimits.appealDays),
  })
  .strict()
export const CollisionRules = z
  .object({ settings: CollisionSettings, version: count, mayChange: z.boolean() })
  .openapi('CollisionRules')
export const ChangeCollisionRules = z
  .object({ settings: CollisionSettings, version: count })
  .openapi('ChangeCollisionRules')
