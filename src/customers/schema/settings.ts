import { z } from '@hono/zod-openapi'
import { text } from '../../platform/contract.ts'
import { completenessParts, type CompletenessPart } from '../settings.ts'

const weight = z
  .number()
  .int('must be a whole number')
  .min(0, 'must not be negative')
  .max(100, 'must be at most 100')
const weights = Object.fromEntries(completenessParts.map((part) => [part, weight])) as Record<
  CompletenessPart,
  typeof weight
>
const PersonalGroupSetting = z.object({
  on: z.boolean(),
  purpose: text(500).nullable(),
  legalBasis: text(500).nullable(),
  expiryDays: z.number().int().min(1).max(1825, 'must be at most 1825 days (five years)'),
})
const PersonalGroupStated = PersonalGroupSetting.refine(
  (group) => !group.on || Boolean(group.purpose && group.legalBasis),
  {
    message: 'must state its purpose and legal basis before it is switched on',
    path: ['purpose'],
  },
)
const Weights = z.object(weights)
const staleDays = z.number().int().min(1, 'must be at least 1 day').max(3650, 'must be at most 3650 days')

/** The settings of the outlet register; more features add theirs beside `customers`. */
export const CompanySettings = z
  .object({
    customers: z.object({ weights: Weights, staleDays, personalGroup: PersonalGroupSetting }),
    version: z.number().int(),
    mayChange: z.boolean(),
  })
  .openapi('CompanySettings')
export const ChangeSettings = z
  .object({
    customers: z
      .object({
        weights: Weights.refine((all) => Object.values(all).some((one) => one > 0), 'must not all be 0'),
        staleDays,
        personalGroup: PersonalGroupStated,
      })
      .partial(),
    version: z.number().int(),
  })
  .openapi('ChangeSettings')
export type ChangeSettings = z.infer<typeof ChangeSettings>
