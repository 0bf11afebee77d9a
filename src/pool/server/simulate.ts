import { programActor } from '../../people/server/queries/actor.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import { lacks } from '../../people/permissions.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import type { Refusal } from '../../values/refusal.ts'
import type { PoolRules } from '../rules.ts'
import { type Simulation, simulationOf } from '../simulation.ts'
import type { PoolSources } from './queries/clocks.ts'
import { readPoolRules } from './queries/rules.ts'
import { countOutlooks } from './queries/simulate.ts'

export type Simulated = Simulation & { tomorrow: Day; last: Day }

/**
 * What other rules would do from tomorrow on, changing nothing. Whoever may change them gets the numbers of the whole
 * company, also without seeing its customers.
 */
export async function simulatePool(
  services: Services,
  sources: PoolSources,
  actor: Actor,
  rules: PoolRules,
): Promise<Simulated | Refusal> {
  const no = lacks(actor, 'company.settings')
  if (no !== null) return no
  return await readAs(services.db, programActor(actor.organizationId), async (tx) => {
    const today = await companyDay(tx)
    const [tomorrow, last] = [addDays(today, 1), addDays(today, 30)]
    const { rules: now } = await readPoolRules(tx)
    const counted = await countOutlooks(tx, sources, { now, tried: rules }, { today, tomorrow, last })
    return { tomorrow, last, ...simulationOf(counted) }
  })
}
