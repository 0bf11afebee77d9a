import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { BulkEdit, BulkOutcome, UndoOutcome } from '../schema/commands.ts'
import { NewView, View } from '../schema/view.ts'

const idParams = z.object({ id: Id })

export const editMany = createRoute({
  method: 'post',
  path: '/api/customers/edit',
  tags: ['Customers'],
  summary: 'Sets fields, tier or tags of many customers at once; can be undone',
  request: { body: body(BulkEdit) },
  responses: answers(BulkOutcome),
})
export const undoEdit = createRoute({
  method: 'post',
  path: '/api/customers/edit/{id}/undo',
  tags: ['Customers'],
  summary: 'Puts back what a bulk edit changed, except what was changed again since',
  request: { params: idParams },
  responses: answers(UndoOutcome),
})
export const listViews = createRoute({
  method: 'get',
  path: '/api/views',
  tags: ['Views'],
  summary: 'My saved views and the shared ones',
  responses: answers(z.object({ views: z.array(View) })),
})
export const saveView = createRoute({
  method: 'post',
  path: '/api/views',
  tags: ['Views'],
  summary: 'Saves a view of the customer list',
  request: { body: body(NewView) },
  responses: answers(View),
})
export const changeView = createRoute({
  method: 'put',
  path: '/api/views/{id}',
  tags: ['Views'],
  summary: 'Changes one of my views',
  request: { params: idParams, body: body(NewView) },
  responses: answers(View),
})
export const removeView = createRoute({
  method: 'delete',
  path: '/api/views/{id}',
  tags: ['Views'],
  summary: 'Removes one of my views',
  request: { params: idParams },
  responses: answers(z.object({ id: Id })),
})
