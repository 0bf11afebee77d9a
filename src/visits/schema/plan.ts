import { z } from '@hono/zod-openapi'
import { Colleague } from './colleague.ts'
import { Day, Id } from '../../platform/contract.ts'
import { throughs } from '../plan-others.ts'
import { VisitReason } from './values.ts'
import { VisitLoad } from './cadence.ts'

const PlanOutlet = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    tier: z.enum(['A', 'B', 'C']).nullable(),
    city: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
  })
  .openapi('PlanOutlet')
const Metres = z.number().int().openapi({ description: 'As the crow flies' })

export const PlanQuery = z.object({
  person: Id.optional().openapi({ description: 'Whose; oneself if left out' }),
  on: Day.optional().openapi({ description: 'Any day of the week; today if left out' }),
})
export const WeekPlan = z
  .object({
    today: Day,
    from: Day,
    to: Day,
    person: Colleague,
    people: z.array(Colleague).openapi({ description: 'Whose weeks the asker may plan' }),
    load: VisitLoad,
    base: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
    workdays: z.array(Day),
    visitsADay: z.number().int(),
    visits: z
      .array(
        z.object({
          id: Id,
          version: z.number().int(),
          customer: PlanOutlet,
          on: Day,
          position: z.number().int().nullable(),
          reason: VisitReason,
          made: z.boolean(),
        }),
      )
      .openapi({ description: 'What stands in the week already' }),
    due: z
      .array(
        z.object({
          customer: PlanOutlet,
          weeks: z.number().int(),
          lastVisit: Day.nullable(),
          dueOn: Day,
          late: z.number().int(),
          days: z.array(Day).openapi({ description: 'Days of the week on which it can be visited' }),
          otherShare: z
            .number()
            .nullable()
            .openapi({ description: 'Of its visits within a year, the part not made by the owner alone' }),
          visitor: z
            .object({
              person: z
                .union([Colleague, z.null()])
                .openapi({ description: 'Null: nobody has room, or nobody is known' }),
              through: z.enum(throughs).nullable(),
              because: z.enum(['sponsor-quarter', 'one-in-four']),
              nobody: z.enum(['unknown', 'full']).nullable(),
            })
            .nullable()
            .openapi({ description: 'Who should go instead of the owner, and why (rule 4.2)' }),
        }),
      )
      .openapi({ description: 'What is due in the week and not planned, in order of harm avoided' }),
    proposal: z.object({
      days: z.array(z.object({ day: Day, customers: z.array(Id), metres: Metres })),
      left: z.array(Id).openapi({ description: 'For whom no day has room' }),
      unplaced: z.array(Id).openapi({ description: 'Without a place on the map: to be planned by hand' }),
    }),
    mayPlan: z.boolean(),
  })
  .openapi('WeekPlan')
export type WeekPlan = z.infer<typeof WeekPlan>

const most = 300
export const SavePlan = z
  .object({
    personId: Id,
    from: Day.openapi({ description: 'The first day of the week' }),
    seen: z
      .array(z.object({ id: Id, version: z.number().int() }))
      .max(most)
      .openapi({ description: 'The planned visits as the plan was made on: refused if they changed since' }),
    days: z
      .array(
        z.object({
          day: Day,
          stops: z
            .array(
              z.object({
                visitId: Id.nullable().openapi({ description: 'Null: newly planned' }),
                customerId: Id,
                reason: VisitReason.exclude(['unplanned', 'other-person', 'sponsor']),
              }),
            )
            .max(100),
        }),
      )
      .max(7)
      .openapi({ description: 'Planned visits that are in none of the days are cancelled' }),
    others: z
      .array(
        z.object({
          customerId: Id,
          personId: Id,
          day: Day,
          reason: VisitReason.extract(['other-person', 'sponsor']),
        }),
      )
      .max(most)
      .default([]),
  })
  .strict()
  .openapi('SaveWeekPlan')
export type SavePlan = z.infer<typeof SavePlan>
export const PlanSaved = z
  .object({ planId: Id, added: z.number().int(), moved: z.number().int(), removed: z.number().int() })
  .openapi('WeekPlanSaved')
export const PlanUndone = z.object({ planId: Id, visits: z.number().int() }).openapi('WeekPlanUndone')
