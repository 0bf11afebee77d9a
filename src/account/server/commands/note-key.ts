import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'

/**
 * Notes in the access log that a key for a program was made or revoked (rule 10.2): by which first letters it is known
 * and how far it reaches; never the key, nor what the person called it. A key opens the company to whoever holds it.
 */
export async function noteKey(
  services: Services,
  actor: Actor,
  action: 'key.made' | 'key.revoked',
  key: { readonly start: string; readonly scopes: readonly string[] },
): Promise<void> {
  const { start, scopes } = key
  await commandAs(services.db, actor, 'note-key', async (tx) => {
    await noteAccess(tx, actor, { action, detail: { start, scopes: scopes.join(' ') } })
  })
}
