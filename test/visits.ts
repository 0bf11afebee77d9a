import type { Visit } from '../src/visits/schema/visit.ts'
import { newId } from '../src/platform/server/uuid.ts'
import type { Asker } from './make.ts'

/** A visit planned by somebody who may; answers it. */
export async function aPlannedVisit(
  who: Asker,
  customerId: string,
  plannedOn: string,
  more: Record<string, unknown> = {},
): Promise<Visit> {
  const made = await who.ask('POST', '/api/visits', { id: newId(), customerId, plannedOn, ...more })
  if (made.status !== 200) throw new Error(`not planned: ${JSON.stringify(made.body)}`)
  return made.body as unknown as Visit
}

/** A visit begun and ended now, without a position; answers it. */
export async function aVisit(who: Asker, customerId: string, outcome = 'met'): Promise<Visit> {
  const id = newId()
  const begun = await who.ask('POST', '/api/visits/unplanned', { id, customerId, position: null })
  const done = await who.ask('POST', `/api/visits/${id}/check-out`, { position: null, outcome })
  if (begun.status !== 200 || done.status !== 200)
    throw new Error(`not visited: ${JSON.stringify(done.body)}`)
  return done.body as unknown as Visit
}

/** A promise to a customer; answers its id. */
export async function aPromise(
  who: Asker,
  customerId: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const id = newId()
  const made = await who.ask('POST', '/api/promises', { id, customerId, text: 'A new sign', ...more })
  if (made.status !== 200) throw new Error(`not promised: ${JSON.stringify(made.body)}`)
  return id
}
