import { z } from '@hono/zod-openapi'
import { PersonInBrief } from '../../customers/schema/list.ts'
import { Day, Id, text } from '../../platform/contract.ts'
import { promiseActionNames, promiseStates } from '../promise.ts'
import { NewId } from './values.ts'

export const CustomerPromise = z
  .object({
    id: Id,
    customer: z.object({ id: Id, name: z.string() }),
    text: z.string(),
    state: z.enum(promiseStates),
    contactId: Id.nullable(),
    contactName: z.string().nullable(),
    madeBy: PersonInBrief.nullable(),
    madeOn: Day,
    dueOn: Day.nullable(),
    visitId: Id.nullable(),
    keptOn: Day.nullable(),
    withdrawnOn: Day.nullable(),
    outcome: z.string().nullable(),
    closedBy: PersonInBrief.nullable(),
    may: z.array(z.enum(promiseActionNames)),
  })
  .openapi('CustomerPromise')
export type CustomerPromise = z.infer<typeof CustomerPromise>

export const MakePromise = z
  .object({
    id: NewId,
    customerId: Id,
    text: text(1000, 1),
    dueOn: Day.nullable().optional(),
    contactId: Id.nullable().optional(),
    visitId: Id.nullable().optional(),
  })
  .openapi('MakePromise')
export type MakePromise = z.infer<typeof MakePromise>

export const ChangePromise = z
  .object({ text: text(1000, 1).optional(), dueOn: Day.nullable().optional() })
  .openapi('ChangePromise')
export type ChangePromise = z.infer<typeof ChangePromise>
export const ClosePromise = z.object({ outcome: text(1000).optional() }).openapi('ClosePromise')
export const PromiseList = z
  .object({ promises: z.array(CustomerPromise), mayMake: z.boolean() })
  .openapi('CustomerPromises')
