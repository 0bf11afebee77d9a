import { inRegister } from '../../../customers/server/commands/in-register.ts'
import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Refusal } from '../../../values/refusal.ts'
import type { ClaimRules } from '../../rules.ts'
import { claimedOn } from '../queries/claims.ts'
import {
  type PoolCustomer,
  type PoolFilter,
  areasOf,
  noteSeen,
  poolPage,
  seenOn,
} from '../queries/pool-page.ts'
import { readPoolRules } from '../queries/rules.ts'

export type PoolView = {
  total: number
  customers: PoolCustomer[]
  /** Null for whoever doesn't claim but assigns. */
  claims: {
    who: ClaimRules['who']
    perDay: number | null
    claimedToday: number
    seenPerDay: number
    seenToday: number
    /** Some of this page are left out, because enough was looked at today. */
    cut: boolean
  } | null
}
type Asked = PoolFilter & { readonly page: number; readonly size: number }

/**
 * A page of the pool. Whoever assigns customers sees them whole; whoever may claim sees what does no harm, at most so
 * many a day, and every look is logged (rules 2.4 and 10.2): that is why reading is a command.
 */
export async function viewPool(services: Services, actor: Actor, asked: Asked): Promise<PoolView | Refusal> {
  return await inRegister(
    services,
    actor,
    'view-pool',
    'customers.pool',
    async ({ tx, facts: { today } }) => {
      const { personId } = actor
      if (actor.may.includes('customers.assign') || personId === null)
        return { ...(await poolPage(tx, asked, asked)), claims: null }
      const { rules } = await readPoolRules(tx)
      return await claimersView(tx, actor, { asked, personId, today, rules: rules.claims })
    },
  )
}

type Looking = { asked: Asked; personId: string; today: string; rules: ClaimRules }

async function claimersView(tx: Tx, actor: Actor, looking: Looking): Promise<PoolView> {
  const { asked, personId, today, rules } = looking
  const { who, perDay, seenPerDay } = rules
  await oneAtATime(tx, actor, `pool ${personId}`)
  const seen = await seenOn(tx, personId, today)
  const claims = { who, perDay, claimedToday: await claimedOn(tx, personId, today), seenPerDay }
  if (who === 'nobody')
    return { total: 0, customers: [], claims: { ...claims, seenToday: seen.size, cut: false } }
  const areas = who === 'own-area' ? await areasOf(tx, personId) : asked.areas
  const found = await poolPage(tx, { ...asked, areas }, asked)
  const unseen = found.customers.filter(({ id }) => !seen.has(id)).map(({ id }) => id)
  const shown = unseen.slice(0, Math.max(0, seenPerDay - seen.size))
  const left = new Set(unseen.slice(shown.length))
  if (shown.length > 0) {
    await noteSeen(tx, personId, today, shown)
    await noteAccess(tx, actor, { action: 'pool.viewed', entity: 'customer', rowCount: shown.length })
  }
  return {
    total: found.total,
    customers: found.customers.filter(({ id }) => !left.has(id)),
    claims: { ...claims, seenToday: seen.size + shown.length, cut: left.size > 0 },
  }
}
