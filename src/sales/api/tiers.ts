import { createRoute, z } from '@hono/zod-openapi'
import { Version } from '../../customers/schema/commands.ts'
import { Id, answers, body } from '../../platform/contract.ts'
import * as schema from '../schema/tiers.ts'

const tags = ['Tiers']
const one = z.object({ id: Id })

export const readTiers = createRoute({
  method: 'get',
  path: '/api/company/tiers',
  tags,
  summary: 'How tiers are computed from sales (rule 1.8), and the latest computations',
  responses: answers(schema.CompanyTiers),
})
export const changeTierRules = createRoute({
  method: 'put',
  path: '/api/company/tiers',
  tags,
  summary: 'Changes how tiers are computed; nobody moves before the next computation',
  request: { body: body(schema.ChangeTierRules) },
  responses: answers(schema.CompanyTiers),
})
export const previewTiers = createRoute({
  method: 'post',
  path: '/api/tiers/preview',
  tags,
  summary: 'Who would move and why, by these rules; changes nothing',
  request: { body: body(schema.PreviewTiers) },
  responses: answers(schema.TierPreview),
})
export const computeTiers = createRoute({
  method: 'post',
  path: '/api/tiers/runs',
  tags,
  summary: 'Gives every customer its tier as one act',
  request: { body: body(schema.ComputeTiers) },
  responses: answers(schema.TierRunDone),
})
export const undoTiers = createRoute({
  method: 'post',
  path: '/api/tiers/runs/{id}/undo',
  tags,
  summary: 'Takes the latest computation back; tiers set by hand since stay',
  request: { params: one },
  responses: answers(schema.TierRunUndone),
})
export const readTierMoves = createRoute({
  method: 'get',
  path: '/api/tiers/runs/{id}/moves',
  tags,
  summary: 'A page of those who moved in a computation, the largest first',
  request: { params: one, query: schema.TierMovesQuery },
  responses: answers(schema.TierMoves),
})
export const readCustomerTier = createRoute({
  method: 'get',
  path: '/api/customers/{id}/tier',
  tags,
  summary: 'The tier of a customer, why it is so and since when',
  request: { params: one },
  responses: answers(schema.CustomerTier),
})
export const letTierBeComputed = createRoute({
  method: 'put',
  path: '/api/customers/{id}/tier/computed',
  tags,
  summary: 'Gives the tier back to the computation, perhaps one step up or down with the reason',
  request: { params: one, body: body(schema.LetTierBeComputed) },
  responses: answers(Version),
})
