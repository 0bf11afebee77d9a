import { createHash, randomBytes } from 'node:crypto'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { noteAccess } from '../../../platform/server/access-log.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { deleteFeed, saveFeed } from '../queries/feeds.ts'

/** What of a calendar's secret is kept. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Makes a secret address of the asker's calendar; one from before stops working. */
export async function makeFeed(
  { db, url, now }: Services,
  actor: Actor,
): Promise<{ address: string } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('not-allowed')
  const token = randomBytes(32).toString('base64url')
  await commandAs(db, actor, 'make-calendar', async (tx) => {
    await saveFeed(tx, personId, hashOfToken(token), now())
    await noteAccess(tx, actor, { action: 'make-calendar', entity: 'person', entityId: personId })
  })
  return { address: `${url}/calendar/${token}.ics` }
}

/** The address of the asker's calendar stops working. */
export async function revokeFeed({ db }: Services, actor: Actor): Promise<{ done: true } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('not-allowed')
  return await commandAs(db, actor, 'revoke-calendar', async (tx) => {
    await deleteFeed(tx, personId)
    await noteAccess(tx, actor, { action: 'revoke-calendar', entity: 'person', entityId: personId })
    return { done: true as const }
  })
}
