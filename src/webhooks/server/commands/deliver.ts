import { Webhook } from 'standardwebhooks'
import { tell } from '../../../notices/server/commands/tell.ts'
import { permissions } from '../../../people/permissions.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { type Outgoing, type Posted, post } from '../../../platform/server/outgoing/post.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isHopeless, overlapMs, waitAfter } from '../../retry.ts'
import {
  type Claimed,
  type Outcome,
  claimDue,
  nextDue,
  noteHealth,
  noteOutcomes,
  switchOff,
} from '../queries/deliveries.ts'
import { failWaiting, peopleWithRoles, setWanted } from '../queries/endpoints.ts'

const timeoutMs = 15_000
/** Longer than an attempt can take: nobody takes a delivery that is still in somebody's hands. */
const heldMs = 60_000
const atOnce = 50

/**
 * Makes a company's deliveries that are due, fifty at a time, until none is. Answers when the next one will be, null when
 * none waits. Safe to run anywhere, also twice at once: at least once is delivered, and the webhook-id says what is the same.
 */
export async function deliverDue(
  services: Services,
  organizationId: string,
  signal?: AbortSignal,
): Promise<Date | null> {
  const actor = programActor(organizationId)
  const { db, now } = services
  for (;;) {
    if (signal?.aborted === true) return now()
    const at = now()
    const claimed = await commandAs(db, actor, 'claim-deliveries', (tx) =>
      claimDue(tx, {
        now: at,
        until: new Date(at.getTime() + heldMs),
        overlap: new Date(at.getTime() - overlapMs),
        most: atOnce,
      }),
    )
    if (claimed.length === 0) return await commandAs(db, actor, 'see-deliveries', nextDue)
    const tried = await Promise.all(claimed.map((delivery) => attempt(services, delivery, signal)))
    // What was interrupted is as if this had died: it is tried again when nobody holds it any more.
    const sent = tried.filter(({ outcome }) => outcome.error !== 'stopped')
    await commandAs(db, actor, 'note-deliveries', async (tx, changes) => {
      const ended = now()
      await noteOutcomes(
        tx,
        sent.map(({ outcome }) => outcome),
        ended,
      )
      const well = sent.filter(({ outcome }) => outcome.state === 'delivered')
      const ids = new Set(well.map(({ outcome }) => outcome.endpointId))
      const ill = sent.filter(({ outcome }) => !ids.has(outcome.endpointId))
      const since = await noteHealth(tx, {
        well: [...ids],
        ill: ill.map(({ outcome }) => outcome.endpointId),
        at: ended,
      })
      for (const [id, failingSince] of since) {
        const isGone = ill.some(({ outcome, gone }) => gone && outcome.endpointId === id)
        if (!isGone && !isHopeless(failingSince, ended.getTime())) continue
        await turnOff(tx, id, isGone ? 'gone' : 'failing')
        const about = ill.find(({ outcome }) => outcome.endpointId === id)?.outcome.id ?? id
        const people = await peopleWithRoles(tx, permissions['integrations.manage'])
        await tell(
          tx,
          changes,
          people.map((personId) => ({ personId, kind: 'webhook-disabled', about, facts: {} })),
        )
      }
    })
  }
}

async function turnOff(tx: Tx, id: string, because: 'failing' | 'gone'): Promise<void> {
  await switchOff(tx, id, because)
  await setWanted(tx, id, [])
  await failWaiting(tx, id)
}

async function attempt(
  { now, privateTargets }: Services,
  delivery: Claimed,
  signal: AbortSignal | undefined,
): Promise<{ outcome: Outcome; gone: boolean }> {
  const at = now()
  const { messageId, type, data } = delivery
  const body = JSON.stringify({ type, timestamp: delivery.at, data })
  // Whole seconds of the real clock: the other side compares them with its own.
  const seconds = new Date(Math.floor(Date.now() / 1000) * 1000)
  const begun = performance.now()
  const posted = await posting({
    url: delivery.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Relevo',
      'webhook-id': messageId,
      'webhook-timestamp': String(seconds.getTime() / 1000),
      'webhook-signature': delivery.secrets
        .map((secret) => new Webhook(secret).sign(messageId, seconds, body))
        .join(' '),
    },
    body,
    privateTargets,
    timeoutMs,
    signal,
  })
  const ms = Math.round(performance.now() - begun)
  return {
    outcome: { ...outcomeOf(delivery, posted, at), ms },
    gone: 'status' in posted && posted.status === 410,
  }
}

/** Whatever goes wrong with one attempt is its own outcome: those made beside it are noted all the same. */
async function posting(outgoing: Outgoing): Promise<Posted> {
  try {
    return await post(outgoing)
  } catch {
    return { error: 'unreachable' }
  }
}

function outcomeOf({ id, endpointId, attempts }: Claimed, posted: Posted, at: Date): Omit<Outcome, 'ms'> {
  const status = 'status' in posted ? posted.status : null
  if (status !== null && status >= 200 && status < 300)
    return { id, endpointId, state: 'delivered', dueAt: at, status, error: null }
  const wait = waitAfter(attempts, Math.random())
  return {
    id,
    endpointId,
    state: wait === null ? 'failed' : 'waiting',
    dueAt: new Date(at.getTime() + (wait ?? 0)),
    status,
    error:
      'error' in posted ? posted.error : posted.status >= 300 && posted.status < 400 ? 'redirect' : 'status',
  }
}
