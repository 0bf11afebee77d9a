import { z } from '@hono/zod-openapi'

export const text = z.string()
