import type { Tx } from '../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { type CollisionStage, maySee } from '../collision.ts'
import type { Asking } from './collision-brief.ts'
import { casesOn } from './commands/collisions/on-case.ts'
import { registeredOn } from './queries/claimed-day.ts'
import { casesOfCustomer } from './queries/collision-events.ts'

export type CustomerCollision = { id: string; stage: CollisionStage; openedOn: string; mayOpen: boolean }

/** A customer has hardly ever more than one; so many of the newest are shown. */
const most = 10
const isOpen = ({ stage }: CustomerCollision) => stage === 'open' || stage === 'appealed'

/** The cases about a customer that the asker sees, open ones first; what was said in them isn't open to everybody. */
export async function customerCollisions(
  tx: Tx,
  customerId: string,
  { actor, today }: Asking,
): Promise<{ collisions: CustomerCollision[] } | Refusal<'not-found'>> {
  if ((await registeredOn(tx, customerId)) === null) return refuse('not-found')
  const cases = await casesOfCustomer(tx, customerId, most)
  const known = await casesOn(
    tx,
    cases.map(({ id }) => id),
    today,
  )
  const collisions = cases.flatMap(({ id, openedOn }): CustomerCollision[] => {
    const one = known.get(id)
    return one === undefined ? [] : [{ id, openedOn, stage: one.stage, mayOpen: maySee(one.standing, actor) }]
  })
  return { collisions: collisions.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a))) }
}
