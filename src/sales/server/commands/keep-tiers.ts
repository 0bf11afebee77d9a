import { registerFacts } from '../../../customers/server/queries/company.ts'
import { tell } from '../../../notices/server/commands/tell.ts'
import { permissions } from '../../../people/permissions.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import type { Day } from '../../../values/day.ts'
import { type Refusal, isRefusal } from '../../../values/refusal.ts'
import { lastPeriodEnd } from '../../tier-period.ts'
import { hasTierRun } from '../queries/tier-runs.ts'
import { tierRules } from '../queries/tier-rules.ts'
import { thoseWhoCompute } from '../queries/tier-told.ts'
import { type TierRunDone, computeTiers } from './compute-tiers.ts'

/**
 * Computes the tiers of the month, quarter or year that has ended, once, on whichever day this comes to run (rule 1.8);
 * null when that was done, isn't wanted, or nothing was sold. Where sales can't be counted for want of a rate, those who
 * may compute are told, once, and it is tried again.
 */
export async function keepTiers(services: Services, company: string): Promise<TierRunDone | null> {
  const actor = programActor(company)
  const asOf = await readAs(services.db, actor, async (tx) => {
    const { today } = await registerFacts(tx, actor, services.now)
    const end = lastPeriodEnd(today, (await tierRules(tx)).rules.every)
    return end === null || (await hasTierRun(tx, end)) ? null : end
  })
  if (asOf === null) return null
  const done = await computeTiers(services, actor, { asOf })
  if (!isRefusal(done)) return done
  if (done.refused === 'no-rate') await sayRateMissing(services, company, asOf, done)
  return null
}

async function sayRateMissing(
  services: Services,
  company: string,
  asOf: Day,
  { facts = {} }: Refusal,
): Promise<void> {
  await commandAs(services.db, programActor(company), 'tell-of-tiers', async (tx, changes) => {
    const people = await thoseWhoCompute(tx, permissions['tiers.compute'])
    await tell(
      tx,
      changes,
      people.map((personId) => ({
        personId,
        kind: 'tiers-not-computed',
        about: aboutPeriod(company, asOf),
        facts,
      })),
    )
  })
}

/** One id for a company and period, so that a person is told once however often it is tried: the day takes the place of its last digits. */
function aboutPeriod(company: string, asOf: Day): string {
  return `${company.slice(0, 24)}${asOf.replaceAll('-', '').padStart(12, '0')}`
}
