import { refusalToMove } from '../../ownership/server/commands/may-move.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { type Protection, protectionOn } from '../protection.ts'
import { returnRule } from '../rules.ts'
import type { PoolSources } from './queries/clocks.ts'
import { type Lock, locksOf } from './queries/locks.ts'
import { protectionFactsOf } from './queries/protection.ts'
import { readPoolRules } from './queries/rules.ts'

export type ProtectionPage = {
  protection: Protection | { state: 'pool' }
  locks: Lock[]
  may: { keep: boolean; giveBack: boolean }
}

/** Whether and when a customer returns to the pool, for whom it was kept, and what the asker may do about it. */
export async function protectionPage(
  { db }: Services,
  sources: PoolSources,
  actor: Actor,
  customerId: string,
): Promise<ProtectionPage | Refusal> {
  return await readAs(db, actor, async (tx) => {
    const today = await companyDay(tx)
    const known = await protectionFactsOf(tx, sources, customerId, today)
    if (known === null) return refuse('not-found')
    const { rules } = await readPoolRules(tx)
    const { ownerId, tier, active, facts } = known
    const isOwned = ownerId !== null && active
    const own = isOwned && ownerId === actor.personId && actor.may.includes('customers.claim')
    const rule = active ? returnRule(rules, tier) : null
    return {
      protection: ownerId === null ? { state: 'pool' } : protectionOn(facts, rule, today),
      locks: await locksOf(tx, customerId),
      may: {
        keep: isOwned && actor.may.includes('customers.assign'),
        giveBack: own && rules.claims.giveBack && (await refusalToMove(tx, actor, [customerId])) === null,
      },
    }
  })
}
