import { createRoute } from '@hono/zod-openapi'
import { answers } from '../../platform/contract.ts'
import * as schema from '../schema/measures.ts'

export const readMeasures = createRoute({
  method: 'get',
  path: '/api/measures',
  tags: ['Visits'],
  summary: 'What visits come to, by person, team, territory or tier (rule 4.4), over all that the asker sees',
  request: { query: schema.MeasuresQuery },
  responses: answers(schema.MeasuresPage),
})
