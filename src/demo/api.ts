import { createRoute, z } from '@hono/zod-openapi'
import { body, refusals } from '../platform/contract.ts'
import { DemoSize } from './schema.ts'

export const createDemo = createRoute({
  method: 'post',
  path: '/api/demo',
  tags: ['Set-up'],
  summary: 'Makes a demo company beside the others, with the asker as its principal',
  description:
    'Answers line by line: `{"done": 0.4}` while it works, at the end `{"made": {"companyId": …}}`, or `{"failed": true}`. It goes on when the connection breaks.',
  request: { body: body(DemoSize) },
  responses: {
    200: {
      description: 'Progress, a JSON value a line',
      content: { 'application/x-ndjson': { schema: z.string() } },
    },
    ...refusals,
  },
})
