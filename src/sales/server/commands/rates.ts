import { inRegister } from '../../../customers/server/commands/in-register.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { NewRate } from '../../schema/rates.ts'
import { insertRates } from '../queries/rates.ts'

/** Records a rate of a day; null takes the day's rate back. The company's own currency has none. */
export async function recordRate(
  services: Services,
  actor: Actor,
  { currency, day, rate, source }: NewRate,
): Promise<{ currency: string; day: string } | Refusal> {
  return await inRegister(services, actor, 'record-rate', 'rates.change', async ({ tx, changes, facts }) => {
    if (currency === facts.currency) return refuse('own-currency', { rule: '5.2', facts: { currency } })
    const ids = await insertRates(tx, [{ currency, day, rate, source: source || null }], actor.personId)
    for (const id of ids) changes.add('exchange_rate', id)
    return { currency, day }
  })
}
