import { z } from '@hono/zod-openapi'
import { first } from '../people/good.ts'

export const name = z.string().default(first)
