import { z } from '@hono/zod-openapi'
import { CountryCode, CurrencyCode, Day, Id, TimeZone, text } from '../../platform/contract.ts'
import { invitationDays } from '../invitation.ts'
import { allPermissions, roles } from '../permissions.ts'

export const Role = z.enum(roles).openapi('Role')
export const PermissionName = z.enum(allPermissions as [string, ...string[]]).openapi('Permission')
export const Language = z.enum(['en', 'es', 'zh']).openapi('Language')
export const Company = z
  .object({
    id: Id,
    name: z.string(),
    country: CountryCode,
    currency: CurrencyCode,
    language: Language,
    timeZone: z.string(),
    weekStart: z.number().int().min(0).max(6).openapi({ description: '0 Sunday to 6 Saturday' }),
    version: z.number().int(),
  })
  .openapi('Company')

export const SetUp = z
  .object({
    setupCode: z.string().min(1).max(100),
    company: z.object({
      name: text(200, 1),
      country: CountryCode,
      currency: CurrencyCode,
      language: Language,
      timeZone: TimeZone.optional(),
    }),
    person: z.object({
      name: text(200, 1),
      email: z.email('must be an e-mail address').max(200),
      password: z.string().max(200),
    }),
  })
  .openapi('SetUp')
export type SetUp = z.infer<typeof SetUp>

export const CompanyChange = z
  .object({
    version: z.number().int().openapi({ description: 'The version the change was made on' }),
    name: text(200, 1),
    country: CountryCode,
    currency: CurrencyCode,
    language: Language,
    timeZone: TimeZone,
    weekStart: z.number().int().min(0).max(6),
  })
  .strict()
  .openapi('CompanyChange')
export type CompanyChange = z.infer<typeof CompanyChange>

export const InvitationRule = z
  .object({
    days: z.number().int().openapi({ description: 'How many days an invitation link works' }),
    version: z.number().int().openapi({ description: 'The version of the company' }),
    mayChange: z.boolean(),
  })
  .openapi('InvitationRule')
export const InvitationRuleChange = z
  .object({
    days: z
      .number()
      .int('must be a whole number of days')
      .min(invitationDays.least, `must be at least ${invitationDays.least}`)
      .max(invitationDays.most, `must be at most ${invitationDays.most}`),
    version: z.number().int().openapi({ description: 'The version the change was made on' }),
  })
  .strict()
  .openapi('InvitationRuleChange')
export type InvitationRuleChange = z.infer<typeof InvitationRuleChange>

export const Me = z
  .object({
    person: z.object({
      id: Id,
      name: z.string(),
      email: z.string().nullable(),
      language: Language.nullable(),
      colour: z.number().int().openapi({ description: 'Which colour and pattern stands for me' }),
      roles: z.array(Role),
    }),
    company: Company,
    companies: z.array(z.object({ id: Id, name: z.string() })),
    may: z.array(PermissionName),
    today: Day,
  })
  .openapi('Me')
export type Me = z.infer<typeof Me>
