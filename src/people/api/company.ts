import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { CompanyChange, InvitationRule, InvitationRuleChange, Me, SetUp } from '../schema/company.ts'

export const readSetUpState = createRoute({
  method: 'get',
  path: '/api/setup',
  tags: ['Set-up'],
  summary: 'Whether this installation still waits for its first company',
  responses: answers(z.object({ open: z.boolean() })),
})
export const setUp = createRoute({
  method: 'post',
  path: '/api/setup',
  tags: ['Set-up'],
  summary: 'Makes the first company and its principal with the one-time set-up code',
  request: { body: body(SetUp) },
  responses: answers(z.object({ companyId: Id, personId: Id })),
})
export const readMe = createRoute({
  method: 'get',
  path: '/api/me',
  tags: ['People'],
  summary: 'Who I am, in which company, and what I may do',
  responses: answers(Me),
})
export const changeCompany = createRoute({
  method: 'put',
  path: '/api/company',
  tags: ['Company'],
  summary: 'Changes what the company is called and how it counts days and money',
  request: { body: body(CompanyChange) },
  responses: answers(z.object({ version: z.number().int() })),
})
export const readInvitationRule = createRoute({
  method: 'get',
  path: '/api/company/invitations',
  tags: ['Company'],
  summary: 'How long invitations of this company work',
  responses: answers(InvitationRule),
})
export const changeInvitationRule = createRoute({
  method: 'patch',
  path: '/api/company/invitations',
  tags: ['Company'],
  summary: 'Changes how long invitations work; links already made keep their day',
  request: { body: body(InvitationRuleChange) },
  responses: answers(InvitationRule),
})
