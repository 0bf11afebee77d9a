import { z } from '@hono/zod-openapi'
import { text } from '../../platform/contract.ts'
import { mostLines } from '../lines.ts'

const name = text(60, 1)
const version = z.number().int()

export const BusinessLines = z
  .object({
    lines: z.array(z.object({ code: z.string(), name: z.string() })).openapi({
      description: 'With fewer than two a customer is one whole',
    }),
    version,
    mayChange: z.boolean(),
  })
  .openapi('BusinessLines')
export const ChangeBusinessLines = z
  .object({
    lines: z.array(z.object({ code: text(40, 1).optional(), name })).max(mostLines),
    version,
  })
  .openapi('ChangeBusinessLines')
export type ChangeBusinessLines = z.output<typeof ChangeBusinessLines>
