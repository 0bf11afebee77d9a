import { z } from '@hono/zod-openapi'
import { Id, text } from '../platform/contract.ts'
import { eventTypeNames } from './event-types.ts'

const EventType = z.enum(eventTypeNames as [string, ...string[]])
const url = z
  .url('must be an address such as https://example.com/relevo')
  .max(2000)
  .openapi({ description: 'HTTPS; the target must not be in a private network' })
const wanted = {
  url,
  description: text(200),
  types: z.array(EventType).min(1, 'must name an event').max(100),
}
export const NewEndpoint = z.object(wanted).strict().openapi('NewWebhook')
export type NewEndpoint = z.infer<typeof NewEndpoint>
export const EndpointChange = z
  .object({ ...wanted, enabled: z.boolean(), version: z.number().int() })
  .strict()
  .openapi('WebhookChange')
export type EndpointChange = z.infer<typeof EndpointChange>

export const Endpoint = z
  .object({
    id: Id,
    url: z.string(),
    description: z.string(),
    types: z.array(z.string()),
    enabled: z.boolean(),
    offBecause: z.enum(['by-hand', 'failing', 'gone']).nullable(),
    failingSince: z.iso.datetime().nullable(),
    waiting: z.number().int().openapi({ description: 'Deliveries that are still to be made' }),
    lastDeliveredAt: z.iso.datetime().nullable(),
    version: z.number().int(),
  })
  .openapi('Webhook')
export type Endpoint = z.infer<typeof Endpoint>

const secret = z.string().openapi({ description: 'Shown this once: whsec_…' })
export const EndpointMade = z.object({ id: Id, secret }).openapi('WebhookMade')
export const SecretMade = z.object({ secret }).openapi('WebhookSecret')

export const Delivery = z
  .object({
    id: Id,
    messageId: Id.openapi({ description: 'The webhook-id: the same for every attempt' }),
    type: z.string(),
    at: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
    state: z.enum(['waiting', 'delivered', 'failed']),
    attempts: z.number().int(),
    dueAt: z.iso.datetime().nullable(),
    lastAt: z.iso.datetime().nullable(),
    lastStatus: z.number().int().nullable(),
    lastError: z.string().nullable(),
    lastMs: z.number().int().nullable(),
  })
  .openapi('WebhookDelivery')
export type Delivery = z.infer<typeof Delivery>
