import { z } from '@hono/zod-openapi'
import { countries } from '../values/country.ts'
import { parseCurrency } from '../values/currency.ts'
import { isTimeZone } from '../values/time-zone.ts'

export const Id = z.uuid('must be an id (UUID)')
export const Day = z.iso.date('must be a day such as 2026-05-03')
const countryRule = 'must be a country code of two capital letters (ISO 3166)'
export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: countryRule, abort: true })
  .refine((code) => (countries as readonly string[]).includes(code), countryRule)
const currencyRule = 'must be a currency code of three capital letters (ISO 4217)'
export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: currencyRule, abort: true })
  .refine((code) => parseCurrency(code) !== null, currencyRule)

export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'must be a time zone (IANA) such as Europe/Madrid')

/** Text a person typed: trimmed, NFC, no control characters. */
export function text(most: number, least = 0) {
  return z
    .string()
    .trim()
    .normalize()
    .min(least, least === 1 ? 'must not be empty' : `must have at least ${least} characters`)
    .max(most, `must have at most ${most} characters`)
    .regex(/^[^\p{Cc}]*$/u, 'must not contain control characters')
}

/** A phone as it is typed; its E.164 is made of it, so it holds digits. Empty for none. */
export function phoneAsTyped() {
  return text(60).refine((typed) => typed === '' || /\p{Nd}/u.test(typed), {
    message: 'must be a phone number',
    params: { why: 'not-a-phone' },
  })
}

export const ProblemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    rule: z.string().optional(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z
      .array(
        z.object({
          field: z.string(),
          value: z.string().optional(),
          rule: z.string(),
          why: z.string().optional(),
          limit: z.number().optional(),
        }),
      )
      .optional(),
    requestId: z.string().optional(),
  })
  .openapi('Problem')

/** The refusals that every request may answer with, as problem details (RFC 9457). */
export const refusals = {
  400: {
    description: 'Could not be read',
    content: { 'application/problem+json': { schema: ProblemDetails } },
  },
  401: { description: 'Not signed in', content: { 'application/problem+json': { schema: ProblemDetails } } },
  403: { description: 'Not allowed', content: { 'application/problem+json': { schema: ProblemDetails } } },
  404: { description: 'Not found', content: { 'application/problem+json': { schema: ProblemDetails } } },
  409: {
    description: 'Refused by a rule',
    content: { 'application/problem+json': { schema: ProblemDetails } },
  },
  422: { description: 'Invalid values', content: { 'application/problem+json': { schema: ProblemDetails } } },
} as const

/** The answer 200 with this body. */
export function answers<S extends z.ZodType>(schema: S, description = 'Done') {
  return { 200: { description, content: { 'application/json': { schema } } }, ...refusals }
}
/** A required JSON body. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}
