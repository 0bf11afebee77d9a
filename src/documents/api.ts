import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, refusals } from '../platform/contract.ts'
import { AddDocument, Document } from './schema.ts'

const params = z.object({ id: Id })
const tags = ['Documents']
const file = z.any().openapi({ type: 'string', format: 'binary' })
const sent = {
  required: true,
  description: 'The bytes of the file as they are; it is recognised by its content',
  content: { 'application/octet-stream': { schema: file } },
}
const given = {
  200: { description: 'The file', content: { 'application/octet-stream': { schema: file } } },
  ...refusals,
}

export const listDocuments = createRoute({
  method: 'get',
  path: '/api/customers/{id}/documents',
  tags,
  summary: 'Documents and photos of a customer, the newest first; removed ones at the end',
  request: { params },
  responses: answers(z.object({ documents: z.array(Document), mayAdd: z.boolean() })),
})
export const addDocument = createRoute({
  method: 'post',
  path: '/api/documents',
  tags,
  summary: 'Keeps a document or photo of a customer, at most 25 MB; photos lose place, time and camera',
  request: { query: AddDocument, body: sent },
  responses: answers(Document),
})
export const addThumbnail = createRoute({
  method: 'put',
  path: '/api/documents/{id}/thumbnail',
  tags,
  summary: 'A small JPEG of a photo, at most 100 kB, made by whoever sent the photo',
  request: { params, body: sent },
  responses: answers(z.object({ id: Id })),
})
export const readFile = createRoute({
  method: 'get',
  path: '/api/documents/{id}/file',
  tags,
  summary: 'The content of a document, to be saved',
  request: { params },
  responses: given,
})
export const readThumbnail = createRoute({
  method: 'get',
  path: '/api/documents/{id}/thumbnail',
  tags,
  summary: 'The small picture of a photo',
  request: { params },
  responses: given,
})
export const removeDocument = createRoute({
  method: 'delete',
  path: '/api/documents/{id}',
  tags,
  summary: 'Removes a document; it can be brought back for 30 days',
  request: { params },
  responses: answers(z.object({ id: Id })),
})
export const restoreDocument = createRoute({
  method: 'post',
  path: '/api/documents/{id}/restore',
  tags,
  summary: 'Brings a removed document back',
  request: { params },
  responses: answers(z.object({ id: Id })),
})
export const printSheets = createRoute({
  method: 'get',
  path: '/api/sheets',
  tags,
  summary:
    'Profile sheets of one customer, an area or a person’s customers, to print or read offline; logged',
  request: {
    query: z.object({ customer: Id.optional(), territory: Id.optional(), person: Id.optional() }),
  },
  responses: {
    200: { description: 'One self-contained page', content: { 'text/html': { schema: z.string() } } },
    ...refusals,
  },
})
