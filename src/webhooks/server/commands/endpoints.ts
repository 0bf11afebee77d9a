import { randomBytes } from 'node:crypto'
import { lacks } from '../../../people/permissions.ts'
import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { mayPostTo } from '../../../platform/server/outgoing/post.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { EndpointChange, NewEndpoint } from '../../schema.ts'
import {
  deleteEndpoint,
  endpointExists,
  failWaiting,
  insertEndpoint,
  insertSecret,
  setWanted,
  updateEndpoint,
} from '../queries/endpoints.ts'

type Answer<T> = Promise<T | Refusal>

/** Runs a command of whoever may connect other programs, and notes it: it opens a way for facts to leave (rule 10.2). */
async function connecting<T>(
  { db }: Services,
  actor: Actor,
  name: string,
  id: string,
  work: (tx: Tx) => Promise<T | Refusal>,
): Answer<T> {
  const no = lacks(actor, 'integrations.manage')
  if (no !== null) return no
  return await commandAs(db, actor, name, async (tx) => {
    const answer = await work(tx)
    await noteAccess(tx, actor, { action: name, entity: 'webhook_endpoint', entityId: id })
    return answer
  })
}

/** Sends events to an address from now on. The secret is answered this once. */
export async function makeEndpoint(
  services: Services,
  actor: Actor,
  input: NewEndpoint,
): Answer<{ id: string; secret: string }> {
  const no = lacks(actor, 'integrations.manage') ?? refuseTarget(services, input.url)
  if (no !== null) return no
  const id = newId()
  const secret = newSecret()
  return await connecting(services, actor, 'make-webhook', id, async (tx) => {
    await insertEndpoint(tx, id, input)
    await insertSecret(tx, newId(), id, secret, services.now())
    await setWanted(tx, id, input.types)
    return { id, secret }
  })
}

/** Changes where events go, which, and whether at all. Switched off, what waits there has failed and can be sent again. */
export async function changeEndpoint(
  services: Services,
  actor: Actor,
  id: string,
  input: EndpointChange,
): Answer<{ version: number }> {
  const no = lacks(actor, 'integrations.manage') ?? refuseTarget(services, input.url)
  if (no !== null) return no
  return await connecting(services, actor, 'change-webhook', id, async (tx) => {
    if (!(await endpointExists(tx, id))) return refuse('not-found')
    const version = await updateEndpoint(tx, id, input)
    if (version === null) return refuse('webhook-changed-meanwhile')
    await setWanted(tx, id, input.enabled ? input.types : [])
    if (!input.enabled) await failWaiting(tx, id)
    return { version }
  })
}

export async function removeEndpoint(services: Services, actor: Actor, id: string): Answer<{ done: true }> {
  return await connecting(services, actor, 'remove-webhook', id, async (tx) =>
    (await deleteEndpoint(tx, id)) ? { done: true as const } : refuse('not-found'),
  )
}

/** A new secret; for a day deliveries are signed by the old one as well, so that the other side can change over. */
export async function renewSecret(services: Services, actor: Actor, id: string): Answer<{ secret: string }> {
  const secret = newSecret()
  return await connecting(services, actor, 'renew-webhook-secret', id, async (tx) => {
    if (!(await endpointExists(tx, id))) return refuse('not-found')
    await insertSecret(tx, newId(), id, secret, services.now())
    return { secret }
  })
}

function refuseTarget({ privateTargets }: Services, url: string): Refusal | null {
  return mayPostTo(url, privateTargets) ? null : refuse('invalid-webhook-target', { rule: '10.4' })
}

/** As the Standard Webhooks specification writes secrets: 24 to 64 random bytes in base64. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}
