import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body, text } from '../../platform/contract.ts'
import {
  Draft,
  DuplicatePage,
  DuplicatesQuery,
  MergeCustomers,
  MergePreview,
  MergeRecord,
  Merged,
  PreviewMerge,
  SimilarCustomer,
  Unmerged,
} from '../schema/duplicates.ts'

const params = z.object({ id: Id })
const tags = ['Stewardship']

export const findSimilar = createRoute({
  method: 'post',
  path: '/api/customers/similar',
  tags,
  summary: 'Customers that are probably the one being typed',
  request: { body: body(Draft) },
  responses: answers(z.object({ found: z.array(SimilarCustomer) })),
})
export const listDuplicates = createRoute({
  method: 'get',
  path: '/api/duplicates',
  tags,
  summary: 'Pairs of customers that are probably one outlet, the surest first',
  request: { query: DuplicatesQuery },
  responses: answers(DuplicatePage),
})
export const dismissDuplicate = createRoute({
  method: 'post',
  path: '/api/duplicates/{id}/dismiss',
  tags,
  summary: 'Says that the two are different outlets; remembered',
  request: { params, body: body(z.object({ reason: text(300, 1) })) },
  responses: answers(z.object({ id: Id })),
})
export const reopenDuplicate = createRoute({
  method: 'post',
  path: '/api/duplicates/{id}/reopen',
  tags,
  summary: 'Takes that back',
  request: { params },
  responses: answers(z.object({ id: Id })),
})
export const previewMerge = createRoute({
  method: 'post',
  path: '/api/customers/merge/preview',
  tags,
  summary: 'The customers side by side, and which value would survive in each field',
  request: { body: body(PreviewMerge) },
  responses: answers(MergePreview),
})
export const mergeCustomers = createRoute({
  method: 'post',
  path: '/api/customers/merge',
  tags,
  summary: 'Makes one customer of several; both histories stay; can be undone',
  request: { body: body(MergeCustomers) },
  responses: answers(Merged),
})
export const undoMerge = createRoute({
  method: 'post',
  path: '/api/merges/{id}/undo',
  tags,
  summary: 'Takes a merge back; what was changed since stays and is listed',
  request: { params },
  responses: answers(Unmerged),
})
export const listMerges = createRoute({
  method: 'get',
  path: '/api/customers/{id}/merges',
  tags,
  summary: 'What was merged into this customer, or what it was merged into',
  request: { params },
  responses: answers(z.object({ merges: z.array(MergeRecord) })),
})
