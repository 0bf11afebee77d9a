import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../platform/contract.ts'
import { AskDrill, Drill } from './schema.ts'

const tags = ['Departures']

export const drillPerson = createRoute({
  method: 'get',
  path: '/api/people/{id}/drill',
  tags,
  summary: 'What if this person left tomorrow (rule 3.11); changes nothing',
  request: { params: z.object({ id: Id }) },
  responses: answers(Drill),
})
export const drillMany = createRoute({
  method: 'post',
  path: '/api/drills',
  tags,
  summary: 'The same for several people or a team, with limits and weights of your own; changes nothing',
  request: { body: body(AskDrill) },
  responses: answers(Drill),
})
