import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../platform/contract.ts'
import * as schema from './schema.ts'

const tags = ['Complaints']
const params = z.object({ id: Id })

export const listComplaints = createRoute({
  method: 'get',
  path: '/api/complaints',
  tags,
  summary: 'A page of complaints, the most overdue first, resolved ones last',
  request: { query: schema.ComplaintsQuery },
  responses: answers(schema.ComplaintsPage),
})
export const raiseComplaint = createRoute({
  method: 'post',
  path: '/api/customers/{id}/complaints',
  tags,
  summary: 'Notes what a customer complains of; the customer’s owner answers it unless somebody is named',
  request: { params, body: body(schema.RaiseComplaint) },
  responses: answers(schema.Saved),
})
export const passOnComplaint = createRoute({
  method: 'post',
  path: '/api/complaints/{id}/pass-on',
  tags,
  summary: 'Names who has to answer it, or gives it back to the customer’s owner; another day if wanted',
  request: { params, body: body(schema.PassOnComplaint) },
  responses: answers(schema.Saved),
})
export const resolveComplaint = createRoute({
  method: 'post',
  path: '/api/complaints/{id}/resolve',
  tags,
  summary: 'Closes a complaint with its cause and its remedy',
  request: { params, body: body(schema.ResolveComplaint) },
  responses: answers(schema.Saved),
})
export const reopenComplaint = createRoute({
  method: 'post',
  path: '/api/complaints/{id}/reopen',
  tags,
  summary: 'Opens a resolved complaint again',
  request: { params, body: body(schema.ReopenComplaint) },
  responses: answers(schema.Saved),
})
export const rateComplaint = createRoute({
  method: 'post',
  path: '/api/complaints/{id}/rate',
  tags,
  summary: 'Notes what the customer thought of the answer, from 1 to 5',
  request: { params, body: body(schema.RateComplaint) },
  responses: answers(schema.Saved),
})
