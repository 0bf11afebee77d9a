import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { Confirmed, Queue, QueueQuery } from '../schema/queue.ts'

const tags = ['Stewardship']

export const readQueue = createRoute({
  method: 'get',
  path: '/api/steward/queue',
  tags,
  summary: 'What is to be mended in the register, by harm: of one kind, or the worst of all',
  request: { query: QueueQuery },
  responses: answers(Queue),
})
export const confirmMany = createRoute({
  method: 'post',
  path: '/api/steward/confirm',
  tags,
  summary: 'Says of many profiles that they are still right; can be undone',
  request: { body: body(z.object({ ids: z.array(Id).min(1).max(1000) })) },
  responses: answers(Confirmed),
})
export const undoConfirm = createRoute({
  method: 'post',
  path: '/api/steward/confirm/{id}/undo',
  tags,
  summary: 'Takes that back where nothing has changed since',
  request: { params: z.object({ id: Id }) },
  responses: answers(Confirmed),
})
