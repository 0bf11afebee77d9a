import { z } from '@hono/zod-openapi'
import { Id, text } from '../../platform/contract.ts'
import { PersonInBrief } from './list.ts'

/** What the address bar of the list holds; kept as it is, so that old views survive new filters. */
const state = z.record(
  z.string().max(40),
  z.union([
    z.string().max(200),
    z.number(),
    z.boolean(),
    z.array(z.union([z.string().max(200), z.number()])).max(200),
  ]),
)
export const NewView = z
  .object({
    name: text(80, 1),
    shared: z.boolean(),
    filter: state,
    columns: z.array(z.string().max(40)).max(60),
    sort: z.string().max(40).nullable(),
    shows: z.enum(['list', 'map']).optional(),
  })
  .openapi('NewView')
export type NewView = z.infer<typeof NewView>
export const View = NewView.extend({
  id: Id,
  shows: z.enum(['list', 'map']),
  owner: PersonInBrief.nullable(),
  mine: z.boolean(),
  version: z.number().int(),
}).openapi('View')
export type View = z.infer<typeof View>
