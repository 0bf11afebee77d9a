import { z } from '@hono/zod-openapi'
import { Id } from '../../platform/contract.ts'

/** Somebody of ours, always known: where nobody may stand instead, the document would say so of every PersonInBrief. */
export const Colleague = z.object({ id: Id, name: z.string(), colour: z.number().int() }).openapi('Colleague')
