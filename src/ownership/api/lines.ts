import { createRoute } from '@hono/zod-openapi'
import { answers, body } from '../../platform/contract.ts'
import { BusinessLines, ChangeBusinessLines } from '../schema/lines.ts'

const tags = ['Company']

export const readLines = createRoute({
  method: 'get',
  path: '/api/company/lines',
  tags,
  summary: 'The lines of business that may have responsible people of their own',
  responses: answers(BusinessLines),
})
export const changeLines = createRoute({
  method: 'put',
  path: '/api/company/lines',
  tags,
  summary: 'Changes the lines of business; one that the ledger speaks of stays',
  request: { body: body(ChangeBusinessLines) },
  responses: answers(BusinessLines),
})
