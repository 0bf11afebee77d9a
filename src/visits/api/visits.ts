import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import {
  CancelVisit,
  CheckIn,
  CheckOut,
  CustomerVisits,
  MoveVisit,
  PlanVisit,
  RecordVisit,
  SaveTask,
  StartVisit,
  Visit,
  VisitsPage,
  VisitsQuery,
} from '../schema/visit.ts'

const tags = ['Visits']
const params = z.object({ id: Id })

export const listVisits = createRoute({
  method: 'get',
  path: '/api/visits',
  tags,
  summary: 'A person’s visits of some days, planned and made, also as a companion; at most 400 days',
  request: { query: VisitsQuery },
  responses: answers(VisitsPage),
})
export const readVisit = createRoute({
  method: 'get',
  path: '/api/visits/{id}',
  tags,
  summary: 'A visit with its tasks, companions and photos',
  request: { params },
  responses: answers(Visit),
})
export const listCustomerVisits = createRoute({
  method: 'get',
  path: '/api/customers/{id}/visits',
  tags,
  summary: 'Visits at a customer: the last, the next, and the list',
  request: { params },
  responses: answers(CustomerVisits),
})
export const planVisit = createRoute({
  method: 'post',
  path: '/api/visits',
  tags,
  summary:
    'Plans a visit, for oneself or for somebody below; sent again with the same id it is the same visit',
  request: { body: body(PlanVisit) },
  responses: answers(Visit),
})
export const startVisit = createRoute({
  method: 'post',
  path: '/api/visits/unplanned',
  tags,
  summary: 'Checks in on a visit that nobody planned',
  request: { body: body(StartVisit) },
  responses: answers(Visit),
})
export const moveVisit = createRoute({
  method: 'post',
  path: '/api/visits/{id}/move',
  tags,
  summary: 'Plans a visit for another day, time or person',
  request: { params, body: body(MoveVisit) },
  responses: answers(Visit),
})
export const cancelVisit = createRoute({
  method: 'post',
  path: '/api/visits/{id}/cancel',
  tags,
  summary: 'Cancels a planned visit',
  request: { params, body: body(CancelVisit) },
  responses: answers(Visit),
})
export const restoreVisit = createRoute({
  method: 'post',
  path: '/api/visits/{id}/restore',
  tags,
  summary: 'Plans a cancelled visit again, as it was',
  request: { params },
  responses: answers(Visit),
})
export const checkIn = createRoute({
  method: 'post',
  path: '/api/visits/{id}/check-in',
  tags,
  summary: 'The visit begins; the position, if there is one, is compared with the outlet’s place (rule 4.3)',
  request: { params, body: body(CheckIn) },
  responses: answers(Visit),
})
export const undoCheckIn = createRoute({
  method: 'post',
  path: '/api/visits/{id}/undo-check-in',
  tags,
  summary: 'Takes a check-in back; an unplanned visit is cancelled by it',
  request: { params },
  responses: answers(Visit),
})
export const checkOut = createRoute({
  method: 'post',
  path: '/api/visits/{id}/check-out',
  tags,
  summary: 'The visit ends, with what came of it',
  request: { params, body: body(CheckOut) },
  responses: answers(Visit),
})
export const recordVisit = createRoute({
  method: 'patch',
  path: '/api/visits/{id}',
  tags,
  summary: 'Outcome, note, next step, purpose',
  request: { params, body: body(RecordVisit) },
  responses: answers(Visit),
})
const TaskPath = z.object({ id: Id, taskId: Id })
export const saveTask = createRoute({
  method: 'put',
  path: '/api/visits/{id}/tasks/{taskId}',
  tags,
  summary: 'A task of a visit, new or changed, done or not',
  request: { params: TaskPath, body: body(SaveTask) },
  responses: answers(Visit),
})
export const removeTask = createRoute({
  method: 'delete',
  path: '/api/visits/{id}/tasks/{taskId}',
  tags,
  summary: 'Takes a task away',
  request: { params: TaskPath },
  responses: answers(Visit),
})
const CompanionPath = z.object({ id: Id, personId: Id })
export const addCompanion = createRoute({
  method: 'put',
  path: '/api/visits/{id}/companions/{personId}',
  tags,
  summary: 'Somebody comes along: a joint visit (rule 3.5)',
  request: { params: CompanionPath },
  responses: answers(Visit),
})
export const removeCompanion = createRoute({
  method: 'delete',
  path: '/api/visits/{id}/companions/{personId}',
  tags,
  summary: 'Somebody doesn’t come along after all',
  request: { params: CompanionPath },
  responses: answers(Visit),
})
export const confirmVisit = createRoute({
  method: 'post',
  path: '/api/visits/{id}/confirm',
  tags,
  summary: 'A companion says: I was there',
  request: { params },
  responses: answers(Visit),
})
export const proposePlace = createRoute({
  method: 'post',
  path: '/api/visits/{id}/propose-place',
  tags,
  summary:
    'Proposes where it was checked in as the outlet’s place (rule 1.4: a request, where the asker needs one)',
  request: { params },
  responses: answers(
    z.object({ saved: z.boolean().openapi({ description: 'False: it waits as a request' }) }),
  ),
})
