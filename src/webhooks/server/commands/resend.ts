import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { testType } from '../../event-types.ts'
import type { Delivery } from '../../schema.ts'
import { deliveriesOf, redoDelivery } from '../queries/deliveries.ts'
import { insertMessageFor } from '../queries/emit.ts'
import { endpointExists } from '../queries/endpoints.ts'

const pageSize = 50
type Done = { done: true }

/** A page of what was sent to an endpoint. */
export async function deliveryPage(
  { db }: Services,
  actor: Actor,
  endpoint: string,
  before: string | undefined,
): Promise<{ deliveries: Delivery[]; next: string | null } | Refusal> {
  const no = lacks(actor, 'integrations.manage')
  if (no !== null) return no
  return await readAs(db, actor, async (tx) => {
    if (!(await endpointExists(tx, endpoint))) return refuse('not-found')
    const found = await deliveriesOf(tx, endpoint, before, pageSize + 1)
    const deliveries = found.slice(0, pageSize)
    return { deliveries, next: found.length > pageSize ? (deliveries.at(-1)?.id ?? null) : null }
  })
}

/** Sends a message again, from the first attempt on. */
export async function replayDelivery(services: Services, actor: Actor, id: string): Promise<Done | Refusal> {
  const no = lacks(actor, 'integrations.manage')
  if (no !== null) return no
  const done = await commandAs(services.db, actor, 'replay-delivery', async (tx) => {
    const redone = await redoDelivery(tx, id, services.now())
    if (redone === 'unknown') return refuse('not-found')
    return redone === 'off' ? refuse('webhook-off') : { done: true as const }
  })
  return isRefusal(done) ? done : await hurry(services, actor, done)
}

/** Sends an event that tries an endpoint. */
export async function tryEndpoint(services: Services, actor: Actor, id: string): Promise<Done | Refusal> {
  const no = lacks(actor, 'integrations.manage')
  if (no !== null) return no
  const done = await commandAs(services.db, actor, 'try-webhook', async (tx) => {
    if (!(await endpointExists(tx, id))) return refuse('not-found')
    const sent = await insertMessageFor(tx, id, newId(), testType, { endpointId: id })
    return sent ? { done: true as const } : refuse('webhook-off')
  })
  return isRefusal(done) ? done : await hurry(services, actor, done)
}

/** These commands change nothing that the change feed knows, so nobody is poked: the deliverer is asked for by a job. */
async function hurry({ jobs }: Services, { organizationId }: Actor, done: Done): Promise<Done> {
  await jobs.enqueue('deliver-webhooks', { organizationId }, organizationId)
  return done
}
