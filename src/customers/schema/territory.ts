import { z } from '@hono/zod-openapi'
import { CountryCode, Id, text } from '../../platform/contract.ts'
import { PersonInBrief } from './list.ts'

/** What falls into a territory by itself; the narrowest match wins: city before region before country. */
export const Covers = z
  .object({
    countries: z.array(CountryCode).max(250),
    regions: z.array(text(120, 1)).max(500),
    cities: z.array(text(120, 1)).max(2000),
  })
  .openapi('Covers')
export type Covers = z.infer<typeof Covers>

export const NewTerritory = z
  .object({
    name: text(120, 1),
    stewardId: Id.nullable().optional().openapi({ description: 'Not one of its salespeople (rule 1.3)' }),
    covers: Covers.optional(),
    salespeople: z.array(Id).max(500).optional(),
  })
  .openapi('NewTerritory')
export type NewTerritory = z.infer<typeof NewTerritory>
export const ChangeTerritory = NewTerritory.partial()
  .extend({ version: z.number().int() })
  .openapi('ChangeTerritory')
export type ChangeTerritory = z.infer<typeof ChangeTerritory>
export const Territory = z
  .object({
    id: Id,
    name: z.string(),
    steward: PersonInBrief.nullable(),
    salespeople: z.array(PersonInBrief),
    covers: Covers,
    customers: z.number().int(),
    version: z.number().int(),
  })
  .openapi('Territory')
export type Territory = z.infer<typeof Territory>
