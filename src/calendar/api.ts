import { createRoute, z } from '@hono/zod-openapi'
import { answers } from '../platform/contract.ts'
import { CalendarMade, CalendarState } from './schema.ts'

const tags = ['Calendar']

export const readCalendar = createRoute({
  method: 'get',
  path: '/api/me/calendar',
  tags,
  summary: 'Whether my calendar has an address',
  responses: answers(CalendarState),
})
export const makeCalendar = createRoute({
  method: 'post',
  path: '/api/me/calendar',
  tags,
  summary: 'Makes a secret address of my calendar (iCalendar); one from before stops working',
  responses: answers(CalendarMade),
})
export const revokeCalendar = createRoute({
  method: 'delete',
  path: '/api/me/calendar',
  tags,
  summary: 'The address of my calendar stops working',
  responses: answers(z.object({ done: z.literal(true) })),
})
