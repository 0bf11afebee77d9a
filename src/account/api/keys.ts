import { createRoute, z } from '@hono/zod-openapi'
import { answers, body } from '../../platform/contract.ts'
import { Key, KeyMade, NewKey } from '../schema/key.ts'
import { Done } from './sign-in.ts'

const tags = ['Keys']

export const listKeys = createRoute({
  method: 'get',
  path: '/api/keys',
  tags,
  summary: 'My keys in this company',
  responses: answers(z.object({ keys: z.array(Key) })),
})
export const makeKey = createRoute({
  method: 'post',
  path: '/api/keys',
  tags,
  summary: 'Makes a key that acts for me in this company, within its scopes. For a session only',
  request: { body: body(NewKey) },
  responses: answers(KeyMade),
})
export const revokeKey = createRoute({
  method: 'delete',
  path: '/api/keys/{id}',
  tags,
  summary: 'Revokes one of my keys at once',
  request: { params: z.object({ id: z.string().max(64) }) },
  responses: answers(Done),
})
