import { registerFacts } from '../../../customers/server/queries/company.ts'
import { emitBatch } from '../../../ownership/server/commands/emit-batch.ts'
import { lockLedger, recordEntries } from '../../../ownership/server/queries/ledger.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { oneAtATime } from '../../../platform/server/database/one-at-a-time.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import type { PoolSources } from '../queries/clocks.ts'
import {
  type Due,
  type Told,
  announcementsDue,
  dueOn,
  forgetViews,
  hasRun,
  insertAnnouncements,
  insertRun,
} from '../queries/run.ts'
import { readPoolRules } from '../queries/rules.ts'
import { tellOfRun } from './tell-of-pool.ts'

export type PoolRun = { day: string; recycled: Due[]; announced: Told[]; batchId: string | null }

/**
 * The company's run of today (rule 2.4): customers whose announced day has come return to the pool as one batch of the
 * ledger, and owners are told of those that come next. Once a day, however often it is asked; null when it was made
 * already. After days of standing still nothing returns that wasn't announced in time.
 */
export async function runPool(
  services: Services,
  sources: PoolSources,
  organizationId: string,
): Promise<PoolRun | null> {
  const actor = programActor(organizationId)
  const done = await commandAs(services.db, actor, 'run-pool', async (tx, changes) => {
    await oneAtATime(tx, actor, 'run-pool')
    const { today } = await registerFacts(tx, actor, services.now)
    if (await hasRun(tx, today)) return refuse('nothing-changed')
    const { rules } = await readPoolRules(tx)
    const clock = { rules, today }
    const perhaps = (await dueOn(tx, sources, clock)).map(({ customerId }) => customerId)
    await lockLedger(tx, perhaps)
    // Asked again now that nobody else writes to them: somebody may just have ordered, visited or handed over.
    const recycled = perhaps.length === 0 ? [] : await dueOn(tx, sources, { ...clock, among: perhaps })
    const batchId = await recordEntries(
      tx,
      changes,
      { cause: 'recycled', today },
      recycled.map(({ customerId }) => ({ customerId, role: 'owner', seat: 0, from: today, personId: null })),
    )
    const announced = await announcementsDue(tx, sources, clock)
    if (announced.length > 0) await insertAnnouncements(tx, announced, today)
    changes.addAll('pool_announcement', announced)
    await insertRun(tx, { day: today, announced: announced.length, recycled: recycled.length, batchId })
    await tellOfRun(tx, changes, { recycled, announced, batchId, today })
    await emitBatch(tx, today, batchId)
    await forgetViews(tx, today)
    return { day: today, recycled, announced, batchId }
  })
  return isRefusal(done) ? null : done
}
