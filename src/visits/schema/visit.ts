import { z } from '@hono/zod-openapi'
import { PersonInBrief } from '../../customers/schema/list.ts'
import { LocatedBy, Tier } from '../../customers/schema/values.ts'
import { Day, Id, text } from '../../platform/contract.ts'
import { mostTasks } from '../task.ts'
import {
  ClockTime,
  DeviceTime,
  Minutes,
  NewId,
  Note,
  Outcome,
  SomebodyOfOurs,
  TakenPosition,
  TaskKind,
  Verdict,
  VisitAction,
  VisitReason,
  VisitState,
} from './values.ts'

const Instant = z.string().openapi({ format: 'date-time' })

export const CustomerOfVisit = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    tier: Tier.nullable(),
    city: z.string().nullable(),
    street: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    locatedBy: LocatedBy.nullable(),
  })
  .openapi('CustomerOfVisit')

/** A visit as lists show it. */
export const VisitInBrief = z
  .object({
    id: Id,
    customer: CustomerOfVisit,
    person: SomebodyOfOurs,
    companions: z.array(SomebodyOfOurs),
    state: VisitState,
    plannedOn: Day.nullable(),
    plannedAt: ClockTime.nullable(),
    minutes: z.number().int().nullable(),
    position: z.number().int().nullable().openapi({ description: 'Its place in the route of the day' }),
    reason: VisitReason,
    purpose: z.string().nullable(),
    visitedOn: Day.nullable(),
    checkedInAt: Instant.nullable(),
    checkedOutAt: Instant.nullable(),
    verdict: Verdict.nullable().openapi({ description: 'Of the check-in' }),
    outcome: Outcome.nullable(),
    tasksDone: z.array(TaskKind).openapi({ description: 'Kinds of tasks that were done on it' }),
  })
  .openapi('VisitInBrief')
export type VisitInBrief = z.infer<typeof VisitInBrief>

export const VisitTask = z
  .object({
    id: Id,
    kind: TaskKind,
    text: z.string().nullable(),
    doneAt: Instant.nullable(),
    result: z.string().nullable(),
  })
  .openapi('VisitTask')
export const Companion = z
  .object({ person: SomebodyOfOurs, confirmedAt: Instant.nullable() })
  .openapi('VisitCompanion')

const Check = z.object({
  at: Instant.openapi({ description: 'The server’s time' }),
  deviceAt: Instant.nullable().openapi({ description: 'What the device’s clock said' }),
  accuracyM: z.number().int().nullable(),
  distanceM: z.number().int().nullable(),
  verdict: Verdict,
})

export const Visit = VisitInBrief.extend({
  code: z.string().nullable(),
  note: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: Day.nullable(),
  checkIn: Check.nullable(),
  checkOut: Check.nullable(),
  tasks: z.array(VisitTask),
  withCompanions: z.array(Companion),
  photos: z.array(z.object({ id: Id, name: z.string(), hasThumbnail: z.boolean() })),
  plannedBy: PersonInBrief.nullable(),
  cancelledAt: Instant.nullable(),
  cancelledBy: PersonInBrief.nullable(),
  cancelReason: z.string().nullable(),
  cancelCause: z.enum(['hand', 'pool']).nullable(),
  version: z.number().int(),
  may: z.array(VisitAction),
  mayProposePlace: z.boolean().openapi({
    description: 'Where it was checked in is a better place for the outlet than the register has',
  }),
}).openapi('Visit')
export type Visit = z.infer<typeof Visit>

const NewTask = z.object({ id: NewId, kind: TaskKind, text: text(500).optional() })

export const PlanVisit = z
  .object({
    id: NewId,
    customerId: Id,
    personId: Id.optional().openapi({ description: 'Who is to make it; oneself if left out' }),
    plannedOn: Day,
    plannedAt: ClockTime.nullable().optional(),
    minutes: Minutes.nullable().optional(),
    reason: VisitReason.exclude(['unplanned']).optional(),
    purpose: text(500).optional(),
    tasks: z.array(NewTask).max(mostTasks).optional(),
    companionIds: z.array(Id).max(10, 'must have at most 10 people').optional(),
  })
  .openapi('PlanVisit')
export type PlanVisit = z.infer<typeof PlanVisit>

const checked = {
  position: TakenPosition.nullable().openapi({
    description: 'Null when the device had none, or it was refused',
  }),
  deviceAt: DeviceTime.optional(),
}
export const StartVisit = z
  .object({ id: NewId, customerId: Id, ...checked })
  .openapi('StartVisit', { description: 'An unplanned visit, checked in at once' })
export type StartVisit = z.infer<typeof StartVisit>

export const CheckIn = z.object(checked).openapi('CheckIn')
export type CheckIn = z.infer<typeof CheckIn>

const said = {
  outcome: Outcome.nullable().optional(),
  note: Note.nullable().optional(),
  nextStep: text(500).nullable().optional(),
  nextStepOn: Day.nullable().optional(),
}
export const CheckOut = z
  .object({
    ...checked,
    ...said,
    confirmsProfile: z
      .boolean()
      .optional()
      .openapi({ description: 'The profile was looked through on the spot and is right: fresh from today' }),
  })
  .openapi('CheckOut')
export type CheckOut = z.infer<typeof CheckOut>

export const RecordVisit = z
  .object({ ...said, purpose: text(500).nullable().optional() })
  .openapi('RecordVisit', { description: 'What is left out stays as it is' })
export type RecordVisit = z.infer<typeof RecordVisit>

export const MoveVisit = z
  .object({
    plannedOn: Day.optional(),
    plannedAt: ClockTime.nullable().optional(),
    minutes: Minutes.nullable().optional(),
    personId: Id.optional(),
  })
  .openapi('MoveVisit')
export type MoveVisit = z.infer<typeof MoveVisit>

export const CancelVisit = z.object({ reason: text(500, 1) }).openapi('CancelVisit')
export const SaveTask = z
  .object({
    kind: TaskKind,
    text: text(500).nullable().optional(),
    done: z.boolean(),
    result: text(2000).nullable().optional(),
  })
  .openapi('SaveVisitTask')
export type SaveTask = z.infer<typeof SaveTask>

export const VisitsQuery = z.object({
  from: Day.optional().openapi({ description: 'Today if left out' }),
  to: Day.optional().openapi({ description: 'The same day as `from` if left out' }),
  person: Id.optional().openapi({ description: 'Whose; oneself if left out' }),
})
export const VisitsPage = z.object({ today: Day, visits: z.array(VisitInBrief) }).openapi('VisitsOfDays')

export const CustomerVisits = z
  .object({
    today: Day,
    last: VisitInBrief.nullable(),
    next: VisitInBrief.nullable(),
    visits: z.array(VisitInBrief).openapi({ description: 'The latest first, at most 50' }),
    mayPlan: z.boolean(),
  })
  .openapi('CustomerVisits')
export type CustomerVisits = z.infer<typeof CustomerVisits>
