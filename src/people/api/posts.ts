import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { AgreementInput } from '../schema/agreement.ts'
import { PostingInput } from '../schema/posting.ts'
import { NewTeam, Team, TeamChange } from '../schema/team.ts'
import { personParams } from './people.ts'

const done = z.object({ id: Id })
const postingParams = personParams.extend({ postingId: Id })
const agreementParams = personParams.extend({ agreementId: Id })
const teamParams = z.object({ id: Id })

export const addPosting = createRoute({
  method: 'post',
  path: '/api/people/{id}/postings',
  tags: ['People'],
  summary: 'From a day, past or future, a person has another post, team or manager',
  request: { params: personParams, body: body(PostingInput) },
  responses: answers(done),
})
export const correctPosting = createRoute({
  method: 'put',
  path: '/api/people/{id}/postings/{postingId}',
  tags: ['People'],
  summary: 'Corrects a post that was entered wrongly',
  request: { params: postingParams, body: body(PostingInput) },
  responses: answers(done),
})
export const removePosting = createRoute({
  method: 'delete',
  path: '/api/people/{id}/postings/{postingId}',
  tags: ['People'],
  summary: 'Removes a post that never was; the one before then holds on',
  request: { params: postingParams },
  responses: answers(done),
})

export const listTeams = createRoute({
  method: 'get',
  path: '/api/teams',
  tags: ['Teams'],
  summary: 'The teams and how many are in each today',
  responses: answers(z.object({ teams: z.array(Team) })),
})
export const addTeam = createRoute({
  method: 'post',
  path: '/api/teams',
  tags: ['Teams'],
  summary: 'Adds a team',
  request: { body: body(NewTeam) },
  responses: answers(done),
})
export const changeTeam = createRoute({
  method: 'patch',
  path: '/api/teams/{id}',
  tags: ['Teams'],
  summary: 'Renames a team',
  request: { params: teamParams, body: body(TeamChange) },
  responses: answers(z.object({ version: z.number().int() })),
})
export const removeTeam = createRoute({
  method: 'delete',
  path: '/api/teams/{id}',
  tags: ['Teams'],
  summary: 'Removes a team that no post, past or present, names',
  request: { params: teamParams },
  responses: answers(done),
})

export const addAgreement = createRoute({
  method: 'post',
  path: '/api/people/{id}/agreements',
  tags: ['People'],
  summary: 'Puts an agreement on file',
  request: { params: personParams, body: body(AgreementInput) },
  responses: answers(done),
})
export const changeAgreement = createRoute({
  method: 'put',
  path: '/api/people/{id}/agreements/{agreementId}',
  tags: ['People'],
  summary: 'Changes an agreement on file',
  request: { params: agreementParams, body: body(AgreementInput) },
  responses: answers(done),
})
export const removeAgreement = createRoute({
  method: 'delete',
  path: '/api/people/{id}/agreements/{agreementId}',
  tags: ['People'],
  summary: 'Takes an agreement off the file',
  request: { params: agreementParams },
  responses: answers(done),
})
