import { createRoute, z } from '@hono/zod-openapi'
import { answers } from '../../platform/contract.ts'

export const readAbout = createRoute({
  method: 'get',
  path: '/api/about',
  tags: ['Set-up'],
  summary: 'Which version runs here, under which licence, and where its source is; needs no sign-in',
  responses: answers(
    z
      .object({
        version: z.string(),
        licence: z.string(),
        source: z.url().nullable().openapi({ description: 'Null when nobody has said where' }),
      })
      .openapi('About'),
  ),
})
