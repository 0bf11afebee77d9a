import { z } from '@hono/zod-openapi'

export const CalendarState = z
  .object({ madeAt: z.iso.datetime().nullable().openapi({ description: 'Null: there is no address' }) })
  .openapi('CalendarState')
export const CalendarMade = z
  .object({
    address: z.string().openapi({ description: 'Shown this once; whoever has it reads my calendar' }),
  })
  .openapi('CalendarMade')
