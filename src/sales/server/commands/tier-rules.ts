import { lacks } from '../../../people/permissions.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { TierRules } from '../../tier-rules.ts'
import { keepTierRules, tierRules } from '../queries/tier-rules.ts'

/** Changes how tiers are computed; nobody moves before the next computation. Refused with changed-since when somebody saved after the version seen. */
export async function changeTierRules(
  { db }: Services,
  actor: Actor,
  { rules, version }: { rules: TierRules; version: number },
): Promise<{ rules: TierRules; version: number } | Refusal> {
  const no = lacks(actor, 'company.settings')
  if (no !== null) return no
  return await commandAs(db, actor, 'change-tier-rules', async (tx, changes) => {
    const before = await tierRules(tx)
    if (before.version !== version || !(await keepTierRules(tx, rules, version)))
      return refuse('changed-since', { facts: { version: before.version } })
    changes.add('organization', actor.organizationId)
    return { rules, version: version + 1 }
  })
}
