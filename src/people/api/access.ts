import { createRoute, z } from '@hono/zod-openapi'
import { Id, answers, body } from '../../platform/contract.ts'
import { AccessLog, AccessLogFilter, PermissionTable } from '../schema/access-log.ts'
import { Acceptance, InvitationSeen, InvitationSent, InvitationToken } from '../schema/invitation.ts'
import { Role } from '../schema/company.ts'
import { personParams } from './people.ts'

const tags = ['Access']
const done = z.object({ id: Id })
const roleParams = personParams.extend({ role: Role })

export const giveRole = createRoute({
  method: 'put',
  path: '/api/people/{id}/roles/{role}',
  tags,
  summary: 'Gives a person a role',
  request: { params: roleParams },
  responses: answers(z.object({ roles: z.array(Role) })),
})
export const takeRole = createRoute({
  method: 'delete',
  path: '/api/people/{id}/roles/{role}',
  tags,
  summary: 'Takes a role from a person; the last principal and the last administrator keep theirs',
  request: { params: roleParams },
  responses: answers(z.object({ roles: z.array(Role) })),
})
export const invite = createRoute({
  method: 'post',
  path: '/api/people/{id}/invitation',
  tags,
  summary: 'Invites a person, or again: links sent before stop working',
  request: { params: personParams },
  responses: answers(InvitationSent),
})
export const withdrawInvitation = createRoute({
  method: 'delete',
  path: '/api/people/{id}/invitation',
  tags,
  summary: 'Withdraws the invitation of a person',
  request: { params: personParams },
  responses: answers(done),
})
export const endAccess = createRoute({
  method: 'delete',
  path: '/api/people/{id}/access',
  tags,
  summary: 'Ends the access of a person at once: sessions, keys and links',
  request: { params: personParams },
  responses: answers(done),
})
export const restoreAccess = createRoute({
  method: 'put',
  path: '/api/people/{id}/access',
  tags,
  summary: 'Lets a person whose access was ended in again',
  request: { params: personParams },
  responses: answers(done),
})

export const seeInvitation = createRoute({
  method: 'post',
  path: '/api/invitation',
  tags,
  summary: 'What an invitation link is for; needs no sign-in',
  request: { body: body(InvitationToken) },
  responses: answers(InvitationSeen),
})
export const acceptInvitation = createRoute({
  method: 'post',
  path: '/api/invitation/acceptance',
  tags,
  summary: 'Accepts an invitation with a new password, or with the account that is signed in',
  request: { body: body(Acceptance) },
  responses: answers(z.object({ companyId: Id, personId: Id })),
})

export const listAccess = createRoute({
  method: 'get',
  path: '/api/access-log',
  tags,
  summary: 'Who read in bulk, exported, or changed access (rule 10.2)',
  request: { query: AccessLogFilter },
  responses: answers(AccessLog),
})
export const readPermissions = createRoute({
  method: 'get',
  path: '/api/permissions',
  tags,
  summary: 'Who may do what, as the program decides it',
  responses: answers(PermissionTable),
})
