import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { isOfTeam } from '../../receive.ts'
import { openCollisions } from '../queries/collision-case.ts'
import { ownersToday } from '../queries/holders.ts'

/**
 * Why these customers' owner can't be changed by this asker now, or null: while several claim one the ledger stays as it is
 * (rule 2.3), and a manager gives away only what the own people own (rule 10.1). Asked behind `lockLedger`.
 */
export async function refusalToMove(
  tx: Tx,
  actor: Actor,
  customers: readonly string[],
): Promise<Refusal | null> {
  const contested = await openCollisions(tx, customers)
  const [first] = contested
  if (first !== undefined)
    return refuse('in-collision', {
      rule: '2.3',
      facts: { count: contested.length, customerId: first.customerId },
    })
  const strangers = (await ownersToday(tx, customers)).filter((owner) => !isOfTeam(actor, owner))
  return strangers.length === 0
    ? null
    : refuse('not-in-your-team', { rule: '10.1', facts: { count: strangers.length } })
}
