import { whenAllowed } from '../../../people/server/commands/when-allowed.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { PoolRules } from '../../rules.ts'
import { writePoolRules } from '../queries/rules.ts'

/** Changes the rules of protection, pool and claims; they hold from the next day's run on. */
export async function changePoolRules(
  services: Services,
  actor: Actor,
  { rules, version }: { rules: PoolRules; version: number },
): Promise<{ rules: PoolRules; version: number } | Refusal> {
  return await whenAllowed(services, actor, 'company.settings', 'change-pool-rules', async (tx, changes) => {
    if (!(await writePoolRules(tx, rules, version))) return refuse('changed-meanwhile')
    changes.add('organization', actor.organizationId)
    return { rules, version: version + 1 }
  })
}
