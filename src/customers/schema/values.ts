import { z } from '@hono/zod-openapi'
import { CurrencyCode, text } from '../../platform/contract.ts'
import { isClockTime, weeklyHoursProblem } from '../hours.ts'
import { isYearDay } from '../closures.ts'

export const tiers = ['A', 'B', 'C'] as const
export const statuses = ['active', 'closed', 'merged', 'erased'] as const
/** How a location came to be known, from the least to the most certain. */
export const locatedBy = ['approximate', 'file', 'device', 'pinned', 'visited'] as const
/** What part a contact has at the outlet (rule 1.1). */
export const contactParts = ['decides', 'buys', 'pays', 'stores'] as const

export const Tier = z.enum(tiers, 'must be A, B or C').openapi('Tier')
export const CustomerStatus = z.enum(statuses).openapi('CustomerStatus')
export const LocatedBy = z.enum(locatedBy).openapi('LocatedBy')
export const ContactPart = z.enum(contactParts).openapi('ContactPart')

export const Amount = z
  .object({
    minor: z
      .number()
      .int('must be whole minor units (cents)')
      .min(0, 'must not be negative')
      .max(1e15, 'is too large'),
    currency: CurrencyCode,
  })
  .openapi('Amount', { description: 'Money in integer minor units of a currency (ISO 4217)' })

/** WGS-84 with the radius in metres within which the place lies, and how it was verified. */
export const Location = z
  .object({
    latitude: z.number().min(-90, 'must be from -90 to 90').max(90, 'must be from -90 to 90'),
    longitude: z.number().min(-180, 'must be from -180 to 180').max(180, 'must be from -180 to 180'),
    accuracyM: z.number().int().min(0).max(1_000_000).nullable(),
    locatedBy: LocatedBy,
  })
  .openapi('Location')

const ClockTime = z.string().refine(isClockTime, 'must be a time such as 09:30, at most 24:00')

export const WeeklyHours = z
  .array(
    z.object({
      day: z.number().int().min(1, 'must be 1 (Monday) to 7').max(7, 'must be 1 (Monday) to 7'),
      from: ClockTime,
      to: ClockTime,
    }),
  )
  .max(42, 'must have at most 42 intervals')
  .superRefine((hours, check) => {
    const problem = weeklyHoursProblem(hours)
    if (problem !== null) check.addIssue({ code: 'custom', message: problem.rule, path: [problem.at] })
  })
  .openapi('WeeklyHours', { description: 'Intervals of a week; Monday is 1; none overlaps another' })

const YearDay = z.string().refine(isYearDay, 'must be a month and day such as 08-01')

export const Closures = z
  .array(z.object({ from: YearDay, to: YearDay, reason: text(100).optional() }))
  .max(12, 'must have at most 12 closures')
  .openapi('Closures', {
    description:
      'Weeks of every year when the outlet is shut; from 12-20 to 01-06 spans the turn of the year',
  })

export const Tag = text(40, 1).openapi('Tag')
export const Email = z.email('must be an e-mail address').max(200, 'must have at most 200 characters')

/** Text of several lines: trimmed, NFC, no control characters but the line break. */
export function prose(most: number) {
  return z
    .string()
    .trim()
    .normalize()
    .max(most, `must have at most ${most} characters`)
    .regex(/^(?:[^\p{Cc}]|\n)*$/u, 'must not contain control characters')
}
