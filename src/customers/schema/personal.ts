import { z } from '@hono/zod-openapi'
import { Day, Id, text } from '../../platform/contract.ts'
import { PersonInBrief } from './list.ts'

/** What may be noted about the person in charge, and nothing else (rule 1.2). */
export const personalKinds = ['hobby', 'date', 'family', 'preference'] as const

export const PersonalFact = z
  .object({
    id: Id,
    contactId: Id,
    contactName: z.string(),
    kind: z.enum(personalKinds),
    text: z.string(),
    source: z.string(),
    author: PersonInBrief.nullable(),
    notedOn: Day,
    expiresOn: Day,
  })
  .openapi('PersonalFact')
export type PersonalFact = z.infer<typeof PersonalFact>

export const PersonalGroup = z
  .object({
    on: z.boolean(),
    purpose: z.string().nullable(),
    legalBasis: z.string().nullable(),
    facts: z.array(PersonalFact),
  })
  .openapi('PersonalGroup')

export const NewPersonalFact = z
  .object({
    contactId: Id,
    kind: z.enum(personalKinds),
    text: text(500, 1),
    source: text(200, 1).openapi({ description: 'Where it is known from, such as “told me herself”' }),
    expiresOn: Day.optional().openapi({ description: 'The company’s usual period if left out' }),
    noChildren: z
      .boolean()
      .optional()
      .openapi({ description: 'For family: the author confirms that it says nothing about a child' }),
  })
  .openapi('NewPersonalFact')
export type NewPersonalFact = z.infer<typeof NewPersonalFact>
