import type { Actor } from '../../../../platform/server/database/actor.ts'
import { commandAs } from '../../../../platform/server/database/transaction.ts'
import type { Services } from '../../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../../values/refusal.ts'
import { lacks } from '../../../../people/permissions.ts'
import type { CollisionSettings } from '../../../collision-settings.ts'
import { collisionRules, keepCollisionRules } from '../../queries/collision-rules.ts'

/** Changes how collisions are dealt with from now on; days that were given stay. Refused when somebody saved meanwhile. */
export async function changeCollisionRules(
  { db }: Services,
  actor: Actor,
  { settings, version }: { settings: CollisionSettings; version: number },
): Promise<{ settings: CollisionSettings; version: number } | Refusal> {
  const no = lacks(actor, 'company.settings')
  if (no !== null) return no
  return await commandAs(db, actor, 'change-collision-rules', async (tx, changes) => {
    const before = await collisionRules(tx)
    if (before.version !== version) return refuse('changed-since', { facts: { version: before.version } })
    if (!(await keepCollisionRules(tx, settings, version))) return refuse('changed-since')
    changes.add('organization', actor.organizationId)
    return { settings, version: version + 1 }
  })
}
