import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { seeingAll } from '../../../customers/server/queries/sight.ts'
import { isStrong } from '../../../stewardship/duplicates.ts'
import { outletKeys } from '../../../stewardship/outlet-keys.ts'
import type { Outlet } from '../../../stewardship/outlet.ts'
import { putCandidates } from '../../../stewardship/server/queries/candidates.ts'
import { putKeys } from '../../../stewardship/server/queries/keys.ts'
import { type Alike, lookAlikes } from '../../../stewardship/server/queries/look-alikes.ts'
import { outletsOf } from '../../../stewardship/server/queries/outlets.ts'
import { insertRegisteredApart, lockKeys } from '../../../stewardship/server/queries/registered-apart.ts'
import { scanState } from '../../../stewardship/server/queries/scan.ts'
import { namesOf, ownersOf } from '../../../stewardship/server/queries/similar.ts'
import type { AnotherOutlet } from '../../schema.ts'
import { liveCaseOf } from '../queries/collision-case.ts'

/**
 * What looks strongly like an outlet about to be registered (rules 1.7, 2.3). Refused with the first of them, by name, town
 * and who serves it, unless the person said that it is another outlet than each.
 */
export async function lookBefore(
  tx: Tx,
  draft: Outlet,
  said: AnotherOutlet | undefined,
): Promise<readonly Alike[] | Refusal<'probably-registered'>> {
  await lockKeys(tx, outletKeys(draft))
  return await seeingAll(tx, async () => {
    const { alike } = await lookAlikes(tx, draft, draft.id)
    const strong = alike.filter(isStrong)
    const denied = said?.than === undefined ? null : new Set(said.than)
    const first = said === undefined ? strong[0] : strong.find(({ id }) => denied !== null && !denied.has(id))
    return first === undefined ? strong : await refusalFor(tx, first.id, strong.length)
  })
}

async function refusalFor(tx: Tx, id: string, count: number): Promise<Refusal<'probably-registered'>> {
  const named = (await namesOf(tx, [id])).get(id)
  const owner = (await ownersOf(tx, [id])).get(id)
  const caseId = await liveCaseOf(tx, id)
  return refuse('probably-registered', {
    rule: '2.3',
    facts: {
      customerId: id,
      name: named?.name ?? '',
      city: named?.city ?? '',
      count,
      ...(owner ? { ownerId: owner.id, owner: owner.name } : {}),
      ...(caseId === null ? {} : { collisionId: caseId }),
    },
  })
}

/**
 * Has the new customer found from now on, and its pairs with what it looks like shown to the steward with the reason why
 * it is another outlet.
 */
export async function rememberApart(
  tx: Tx,
  id: string,
  alike: readonly Alike[],
  said: AnotherOutlet | undefined,
): Promise<void> {
  await seeingAll(tx, async () => {
    // While the keys of the whole register are written for the first time, this one's come with them.
    const scan = await scanState(tx)
    if (scan !== null && scan.keyedAfter === null) await putKeys(tx, [id], await outletsOf(tx, [id]))
    const found = alike.map(({ id: other, ...comparison }) => ({ a: other, b: id, ...comparison }))
    if (found.length > 0) await putCandidates(tx, found)
  })
  if (said === undefined || alike.length === 0) return
  const others = alike.map((one) => one.id)
  await insertRegisteredApart(tx, id, others, said.reason)
}
