import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import * as schema from '../schema/plan.ts'

const tags = ['Visits']

export const readPlan = createRoute({
  method: 'get',
  path: '/api/visits/plan',
  tags,
  summary: 'A person’s week: what stands in it, what is due, and a proposal',
  request: { query: schema.PlanQuery },
  responses: answers(schema.WeekPlan),
})
export const savePlan = createRoute({
  method: 'put',
  path: '/api/visits/plan',
  tags,
  summary: 'Saves a person’s week as planned visits: all of it or nothing',
  request: { body: body(schema.SavePlan) },
  responses: answers(schema.PlanSaved),
})
export const undoPlan = createRoute({
  method: 'post',
  path: '/api/visits/plans/{id}/undo',
  tags,
  summary: 'Takes a saved plan back, if nothing of it changed since',
  request: { params: z.object({ id: Id }) },
  responses: answers(schema.PlanUndone),
})
