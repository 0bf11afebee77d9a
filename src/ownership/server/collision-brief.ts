import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import type { Day } from '../../values/day.ts'
import { seeingAll } from '../../customers/server/queries/sight.ts'
import { namesOf } from '../../stewardship/server/queries/similar.ts'
import { type NextStep, mayAct, nextStep } from '../collision.ts'
import { type CollisionSettings } from '../collision-settings.ts'
import type { CollisionInBrief } from '../schema/collision.ts'
import { type KnownCase, casesOn } from './commands/collisions/on-case.ts'
import { openTo } from './queries/collision-events.ts'
import { type Named, peopleNamed } from './queries/people-named.ts'

export type Asking = { readonly actor: Actor; readonly today: Day; readonly rules: CollisionSettings }

/** Cases in brief, in the order asked, with their customers by name and town, which is all that is told to everybody. */
export async function casesInBrief(
  tx: Tx,
  ids: readonly string[],
  asking: Asking,
): Promise<CollisionInBrief[]> {
  const cases = await casesOn(tx, ids, asking.today)
  const known = ids.flatMap((id) => cases.get(id) ?? [])
  const customers = known.map(({ customerId }) => customerId)
  const names = await seeingAll(tx, () => namesOf(tx, customers))
  const mayOpen = await openTo(tx, customers)
  const people = await peopleNamed(tx, [
    ...known.flatMap(({ claims }) => claims.map(({ personId }) => personId)),
    ...known.map(({ holderId }) => holderId),
  ])
  return known.map((one) => ({
    id: one.id,
    customer: {
      id: one.customerId,
      name: names.get(one.customerId)?.name ?? '',
      city: names.get(one.customerId)?.city ?? null,
      mayOpen: mayOpen.has(one.customerId),
    },
    owner: people.get(one.holderId ?? '') ?? null,
    claimants: one.claims.flatMap(({ personId }) => people.get(personId) ?? []),
    stage: one.stage,
    openedAt: new Date(one.openedAt).toISOString(),
    next: nextShown(one, people, asking),
  }))
}

function nextShown(
  { standing }: KnownCase,
  people: ReadonlyMap<string, Named>,
  { actor, today, rules }: Asking,
): CollisionInBrief['next'] {
  const next = nextStep(standing, today, rules.rulingDays)
  if (next === null) return null
  const { what, by } = next
  return {
    what,
    by,
    people: next.people?.flatMap((id) => people.get(id) ?? []) ?? null,
    mine: isMine(next, standing, actor),
  }
}

/** An appeal is open to the sides, but nobody has to; it is nobody's turn. */
function isMine(next: NextStep, standing: KnownCase['standing'], actor: Actor): boolean {
  if (next.what === 'appeal') return false
  if (next.people !== null) return next.people.includes(actor.personId ?? '')
  return mayAct(next.what === 'rule' ? 'rule' : 'decide', standing, actor) === null
}
