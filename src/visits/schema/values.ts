import { z } from '@hono/zod-openapi'
import { Id } from '../../platform/contract.ts'
import { prose } from '../../customers/schema/values.ts'
import { verdicts } from '../fence.ts'
import { outcomes } from '../outcomes.ts'
import { taskKinds } from '../task.ts'
import { visitActionNames, visitStates } from '../visit.ts'

export const visitReasons = ['cadence', 'other-person', 'sponsor', 'hand', 'unplanned'] as const

export const VisitState = z.enum(visitStates).openapi('VisitState')
export const VisitAction = z.enum(visitActionNames).openapi('VisitAction')
export const VisitReason = z.enum(visitReasons).openapi('VisitReason', {
  description:
    'Why it was planned: the cadence, part of the visits by somebody else, the sponsor’s, by hand, unplanned',
})
export const Outcome = z.enum(outcomes)
export const Verdict = z.enum(verdicts).openapi({
  description:
    'The position against the outlet’s place within both accuracy circles; never a sanction by itself',
})
export const TaskKind = z.enum(taskKinds).openapi('VisitTaskKind')

export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 09:30')
  .openapi({ description: 'Time of day of the company, HH:MM' })
export const Minutes = z.number().int().min(1, 'must be from 1 to 1440').max(1440, 'must be from 1 to 1440')
/** An instant that a device's clock said. Kept beside the server's, and decides nothing. */
export const DeviceTime = z.iso.datetime({
  offset: true,
  error: 'must be an instant such as 2026-05-03T09:30:00Z',
})

/** WGS-84, and within how many metres. */
export const TakenPosition = z
  .object({
    latitude: z.number().min(-90, 'must be from -90 to 90').max(90, 'must be from -90 to 90'),
    longitude: z.number().min(-180, 'must be from -180 to 180').max(180, 'must be from -180 to 180'),
    accuracyM: z.number().int().min(0).max(1_000_000),
  })
  .openapi('TakenPosition', { description: 'Where the device was when it was asked; WGS-84' })

export const Note = prose(4000)
export const NewId = Id.openapi({ description: 'Made by whoever sends it: sent again, it is the same thing' })
/** Somebody of ours who is certainly there: no name in the contract, where others have the same shape or null. */
export const SomebodyOfOurs = z.object({ id: Id, name: z.string(), colour: z.number().int() })
