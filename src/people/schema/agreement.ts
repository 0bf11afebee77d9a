import { z } from '@hono/zod-openapi'
import { CurrencyCode, Day, Id, text } from '../../platform/contract.ts'

export const agreementKinds = [
  'contract',
  'confidentiality',
  'non-compete',
  'intellectual-property',
  'other',
] as const

const fields = {
  kind: z.enum(agreementKinds),
  signedOn: Day.nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  compensationMinor: z
    .number()
    .int()
    .min(0, 'must not be negative')
    .max(Number.MAX_SAFE_INTEGER)
    .nullable()
    .openapi({
      description: 'What is paid in return, in minor units; a non-compete needs it where the law says so',
    }),
  currency: CurrencyCode.nullable(),
  note: text(2000),
}

/** An agreement on file with its dates (rule 7.1): HR, the principal and the person themselves see it. */
export const Agreement = z.object({ id: Id, version: z.number().int(), ...fields }).openapi('Agreement')
export type Agreement = z.infer<typeof Agreement>

export const AgreementInput = z
  .object({
    ...fields,
    signedOn: fields.signedOn.optional(),
    startsOn: fields.startsOn.optional(),
    endsOn: fields.endsOn.optional(),
    compensationMinor: fields.compensationMinor.optional(),
    currency: fields.currency.optional(),
    note: fields.note.optional(),
  })
  .strict()
  .refine(({ startsOn, endsOn }) => startsOn == null || endsOn == null || endsOn >= startsOn, {
    path: ['endsOn'],
    message: 'must not be before the day it starts',
  })
  .refine(({ compensationMinor, currency }) => compensationMinor == null || currency != null, {
    path: ['currency'],
    message: 'must be given with an amount',
  })
  .openapi('AgreementInput')
export type AgreementInput = z.infer<typeof AgreementInput>
