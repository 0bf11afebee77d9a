import type { Actor } from '../../../../platform/server/database/actor.ts'
import type { Services } from '../../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../../values/refusal.ts'
import { inRegister } from '../../../../customers/server/commands/in-register.ts'
import { briefsOf } from '../../../../stewardship/server/queries/similar.ts'
import type { OpenPair } from '../../../schema/collision.ts'
import { liveCaseOf, lockCases } from '../../queries/collision-case.ts'
import { addEvent } from '../../queries/collision-write.ts'
import { lockLedger } from '../../queries/ledger.ts'
import { tellOfCase } from './tell-of-case.ts'
import { claimOf, lockEntry, openCase } from './open.ts'

/**
 * Opens a case about two entries of one outlet that different people hold (rule 2.3): both registered it. It is about the
 * one that was registered first; the entries are merged by a steward whatever is ruled.
 */
export async function openPair(
  services: Services,
  actor: Actor,
  { customerId, otherId, statement }: OpenPair,
): Promise<{ id: string } | Refusal> {
  return await inRegister(services, actor, 'open-collision', 'collisions.rule', async (in_) => {
    const { tx, changes, facts } = in_
    if ((await briefsOf(tx, [customerId, otherId])).size < 2) return refuse('not-found')
    await lockCases(tx, [customerId, otherId])
    await lockLedger(tx, [customerId, otherId])
    const one = await lockEntry(in_, customerId)
    if (isRefusal(one)) return one
    const other = await lockEntry(in_, otherId)
    if (isRefusal(other)) return other
    if (one.holderId === other.holderId) return refuse('one-owner', { rule: '2.3' })
    for (const { id } of [one, other]) {
      const live = await liveCaseOf(tx, id)
      if (live !== null) return refuse('already-claimed', { rule: '2.3', facts: { collisionId: live } })
    }
    const [first, second] = one.registeredAt <= other.registeredAt ? [one, other] : [other, one]
    const id = await openCase(in_, first.id, [claimOf(first), claimOf(second)])
    const on = { id, customerId: first.id }
    await addEvent(tx, changes, on, { act: 'comment', words: statement, today: facts.today })
    await tellOfCase(tx, changes, on, { kind: 'collision-opened' }, actor.personId)
    return { id }
  })
}
