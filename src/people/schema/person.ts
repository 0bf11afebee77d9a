import { z } from '@hono/zod-openapi'
import { CountryCode, Day, Id, phoneAsTyped, text } from '../../platform/contract.ts'
import { Language, Role } from './company.ts'
import { Agreement } from './agreement.ts'
import { Posting } from './posting.ts'

export const LanguageCode = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'must be a language code of two or three small letters (ISO 639), such as es')

/** Customers by what the person is for them, and what the owned ones weigh in visits per four weeks. */
export const Load = z
  .object({
    owner: z.number().int(),
    backup: z.number().int(),
    sponsor: z.number().int(),
    referrer: z.number().int(),
    weight: z.number().int(),
  })
  .openapi('Load')

/** none: never invited · invited · expired: the link ran out · active: can sign in · ended: switched off. */
export const Access = z.enum(['none', 'invited', 'expired', 'active', 'ended']).openapi('Access')

export const PersonSummary = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    colour: z.number().int(),
    title: z.string(),
    teamId: Id.nullable(),
    teamName: z.string().nullable(),
    managerId: Id.nullable(),
    managerName: z.string().nullable(),
    managerColour: z.number().int().nullable(),
    reports: z.number().int().openapi({ description: 'Present people who report to this one on the day' }),
    roles: z.array(Role),
    presence: z.enum(['coming', 'present', 'left']),
    hiredOn: Day.nullable(),
    leftOn: Day.nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    load: Load.nullable().openapi({ description: 'Of today; null when another day is asked for' }),
    access: Access.nullable().openapi({ description: 'Null for those who may not invite' }),
  })
  .openapi('PersonSummary')
export type PersonSummary = z.infer<typeof PersonSummary>

export const PeopleFilter = z.object({
  on: Day.optional().openapi({ description: 'The day asked for; today when left out' }),
  text: text(100).optional(),
  role: Role.optional(),
  team: Id.optional(),
  under: Id.optional().openapi({ description: 'Everybody below this person' }),
  reportsTo: z
    .union([Id, z.literal('nobody')])
    .optional()
    .openapi({ description: 'Those who report to this person directly; "nobody" gives the top of the tree' }),
  presence: z.enum(['present', 'left', 'all']).default('present'),
  after: Id.optional().openapi({ description: 'The last person of the page before' }),
  limit: z
    .string()
    .regex(/^([1-9]\d{0,2})$/, 'must be a number from 1 to 500')
    .transform(Number)
    .pipe(z.number().max(500, 'must be a number from 1 to 500'))
    .optional()
    .openapi({ type: 'integer' }),
})
export type PeopleFilter = z.infer<typeof PeopleFilter>

export const PeopleList = z
  .object({
    on: Day,
    total: z.number().int(),
    people: z.array(PersonSummary),
    next: Id.nullable().openapi({ description: 'Give it as "after" for the next page' }),
  })
  .openapi('PeopleList')

const Named = z.object({ id: Id, name: z.string(), title: z.string(), colour: z.number().int() })

export const Person = PersonSummary.extend({
  on: Day,
  version: z.number().int(),
  language: Language.nullable(),
  languages: z.array(LanguageCode),
  skills: z.array(z.string()),
  territories: z.array(z.object({ id: Id, name: z.string() })),
  postings: z.array(Posting),
  managers: z.array(Named).openapi({ description: 'The chain on the day, the direct manager first' }),
  team: z.array(Named).openapi({ description: 'Who reports to this person on the day' }),
  below: z.number().int().openapi({ description: 'How many people are below, at any depth' }),
  agreements: z.array(Agreement).nullable().openapi({ description: 'Null for those who may not see them' }),
  invitation: z
    .object({ email: z.string(), expiresAt: z.string(), mailed: z.boolean(), invitedAt: z.string() })
    .nullable(),
  mayGive: z.array(Role).openapi({ description: 'The roles that I may give this person' }),
  mayTake: z.array(Role).openapi({ description: 'The roles of this person that I may take' }),
  mayChange: z.enum(['all', 'own', 'no']),
}).openapi('Person')
export type Person = z.infer<typeof Person>

const details = {
  phone: phoneAsTyped().nullable().optional(),
  city: text(100).nullable().optional(),
  country: CountryCode.nullable().optional(),
  language: Language.nullable().optional(),
  languages: z.array(LanguageCode).max(30, 'must be at most 30').optional(),
}
const work = {
  code: text(60, 1).optional(),
  email: z.email('must be an e-mail address').max(200).nullable().optional(),
  hiredOn: Day.nullable().optional(),
  skills: z.array(text(60, 1)).max(60, 'must be at most 60').optional(),
}

export const NewPerson = z
  .object({
    name: text(200, 1),
    ...work,
    ...details,
    title: text(120).optional(),
    teamId: Id.nullable().optional(),
    managerId: Id.nullable().optional(),
    roles: z.array(Role).max(7).optional(),
  })
  .strict()
  .openapi('NewPerson')
export type NewPerson = z.infer<typeof NewPerson>

export const PersonChange = z
  .object({ version: z.number().int(), name: text(200, 1).optional(), ...work, ...details })
  .strict()
  .openapi('PersonChange')
export type PersonChange = z.infer<typeof PersonChange>

export const Leaving = z
  .object({
    on: Day.openapi({ description: 'The last day here' }),
    reportsTo: Id.nullable().optional().openapi({
      description:
        'Who those who reported to the person report to from the next day; the manager of the person when left out',
    }),
  })
  .strict()
  .openapi('Leaving')
export type Leaving = z.infer<typeof Leaving>
