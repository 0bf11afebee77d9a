import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body, refusals } from '../platform/contract.ts'
import {
  Amend,
  ChooseUnknown,
  Configure,
  Decide,
  ImportDetail,
  ImportEntity,
  ImportTargetView,
  ImportView,
  StagedRowView,
  UnknownReference,
} from './schema.ts'

const tags = ['Import']
const params = z.object({ id: Id })
const State = z.object({ state: z.string() })
const csv = {
  200: {
    description: 'A CSV file',
    content: { 'text/csv': { schema: z.string().openapi({ format: 'binary' }) } },
  },
  ...refusals,
}

export const listTargets = createRoute({
  method: 'get',
  path: '/api/imports/targets',
  tags,
  summary: 'What can be imported, and which fields it has',
  responses: answers(z.object({ targets: z.array(ImportTargetView) })),
})
export const uploadFile = createRoute({
  method: 'post',
  path: '/api/imports',
  tags,
  summary: 'Takes a CSV or XLSX file in (as the body) and says what it seems to hold; imports nothing yet',
  request: {
    query: z.object({
      name: z.string().min(1, 'must name the file').max(300),
      entity: ImportEntity.optional(),
    }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: answers(ImportDetail),
})
export const listImports = createRoute({
  method: 'get',
  path: '/api/imports',
  tags,
  summary: 'Imports, the newest first',
  request: { query: z.object({ before: Id.optional() }) },
  responses: answers(z.object({ imports: z.array(ImportView), next: Id.nullable() })),
})
export const readImport = createRoute({
  method: 'get',
  path: '/api/imports/{id}',
  tags,
  summary: 'One import: how the file is read, what its columns mean, and how far it is',
  request: { params },
  responses: answers(ImportDetail),
})
export const configureImport = createRoute({
  method: 'patch',
  path: '/api/imports/{id}',
  tags,
  summary: 'Changes how the file is read, what its columns mean, or the options',
  request: { params, body: body(Configure) },
  responses: answers(ImportDetail),
})
export const checkImport = createRoute({
  method: 'post',
  path: '/api/imports/{id}/check',
  tags,
  summary: 'Begins to check every row, behind the request; nothing is written',
  request: { params },
  responses: answers(State),
})
export const readRows = createRoute({
  method: 'get',
  path: '/api/imports/{id}/rows',
  tags,
  summary: 'Rows of the file with what became, or would become, of them',
  request: {
    params,
    query: z.object({
      only: z
        .enum([
          'new',
          'update',
          'unchanged',
          'duplicate-in-file',
          'likely-duplicate',
          'not-wanted',
          'rejected',
          'created',
          'updated',
          'left',
          'kept',
        ])
        .optional()
        .openapi({ description: 'kept: rows that undoing left as they are' }),
      after: z.coerce.number().int().min(0).default(0).openapi({ type: 'integer' }),
      limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ type: 'integer' }),
    }),
  },
  responses: answers(z.object({ rows: z.array(StagedRowView), next: z.number().int().nullable() })),
})
export const amendRow = createRoute({
  method: 'post',
  path: '/api/imports/{id}/amend',
  tags,
  summary: 'Mends a cell, or all cells of the column that read the same, and judges those rows anew',
  request: { params, body: body(Amend) },
  responses: answers(z.object({ rows: z.array(z.number().int()), counts: z.record(z.string(), z.number()) })),
})
export const decideRows = createRoute({
  method: 'post',
  path: '/api/imports/{id}/decide',
  tags,
  summary: 'Says what becomes of rows: new, into the record they resemble, or left out',
  request: { params, body: body(Decide) },
  responses: answers(z.object({ rows: z.number().int(), counts: z.record(z.string(), z.number()) })),
})
export const readUnknown = createRoute({
  method: 'get',
  path: '/api/imports/{id}/unknown',
  tags,
  summary: 'What rows refer to that the company does not have, and what can be chosen for them',
  request: { params },
  responses: answers(z.object({ unknown: z.array(UnknownReference) })),
})
export const chooseUnknown = createRoute({
  method: 'post',
  path: '/api/imports/{id}/unknown',
  tags,
  summary: 'Keeps such rows back, lets them in without it, or creates it; all rows are then checked anew',
  request: { params, body: body(ChooseUnknown) },
  responses: answers(State),
})
const steps = {
  run: 'Lets the checked rows come in, behind the request',
  cancel: 'Stops; what has come in stays and can be undone',
  undo: 'Takes the whole import back, updates included; records changed since are left and listed',
  resume: 'Goes on with an import that had stopped',
} as const
function step<Name extends keyof typeof steps>(name: Name) {
  return createRoute({
    method: 'post',
    path: `/api/imports/{id}/${name}` as const,
    tags,
    summary: steps[name],
    request: { params },
    responses: answers(State),
  })
}
export const runImport = step('run')
export const cancelImport = step('cancel')
export const undoImport = step('undo')
export const resumeImport = step('resume')
export const discardImport = createRoute({
  method: 'delete',
  path: '/api/imports/{id}',
  tags,
  summary: 'Throws an import away that has written nothing, with its file',
  request: { params },
  responses: answers(z.object({ id: Id })),
})
export const failedRows = createRoute({
  method: 'get',
  path: '/api/imports/{id}/failed.csv',
  tags,
  summary: 'The rows that did not come in, as they stand, each with its reason',
  request: { params },
  responses: csv,
})
export const template = createRoute({
  method: 'get',
  path: '/api/imports/templates/{entity}',
  tags,
  summary: 'An empty CSV file with a column for every field',
  request: { params: z.object({ entity: ImportEntity }) },
  responses: csv,
})
export const exportData = createRoute({
  method: 'get',
  path: '/api/exports/{entity}',
  tags: ['Export'],
  summary: 'Everything of one kind that you may see, as a file that can come in again; it is logged',
  request: {
    params: z.object({ entity: ImportEntity }),
    query: z.object({ format: z.enum(['csv', 'xlsx', 'json']).default('csv') }),
  },
  responses: {
    200: {
      description: 'The file',
      content: {
        'text/csv': { schema: z.string().openapi({ format: 'binary' }) },
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: z.string().openapi({ format: 'binary' }),
        },
        'application/json': { schema: z.array(z.record(z.string(), z.unknown())) },
      },
    },
    ...refusals,
  },
})
