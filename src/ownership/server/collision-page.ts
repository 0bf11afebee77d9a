import type { Tx } from '../../platform/server/database/connect.ts'
import { type Refusal, refuse } from '../../values/refusal.ts'
import { percentText } from '../../values/percent.ts'
import { ratio } from '../../values/ratio.ts'
import type { Day } from '../../values/day.ts'
import { seeingAll } from '../../customers/server/queries/sight.ts'
import { actsOn, maySee } from '../collision.ts'
import { countsFrom, proposeRuling } from '../proposal.ts'
import type { Collision } from '../schema/collision.ts'
import { type Asking, casesInBrief } from './collision-brief.ts'
import { type KnownCase, caseOn } from './commands/collisions/on-case.ts'
import { eventsOf } from './queries/collision-events.ts'
import { type CreditSplit, splitsOfCase } from './queries/credit-splits.ts'
import { dealingsOf } from './queries/dealings.ts'
import type { Facts } from './queries/facts.ts'
import { type Named, peopleNamed } from './queries/people-named.ts'

/** A case, whole (rule 2.3): both sides with what is known of them, what was said, what the rule proposes, what I may do. */
export async function collisionPage(
  tx: Tx,
  id: string,
  asking: Asking,
  facts: Facts,
): Promise<Collision | Refusal<'not-found'>> {
  const known = await caseOn(tx, id, asking.today)
  if (known === null || !maySee(known.standing, asking.actor)) return refuse('not-found')
  const [brief] = await casesInBrief(tx, [id], asking)
  if (brief === undefined) return refuse('not-found')
  const [events, splits] = [await eventsOf(tx, id), await splitsOfCase(tx, id)]
  const sharing = splits.flatMap(({ parts }) => parts.map(({ personId }) => personId))
  const people = await peopleNamed(tx, [...sharing, ...known.claims.map(({ personId }) => personId)])
  const bySplit = new Map(splits.map((split) => [split.rulingId, splitShown(split, people)]))
  const choices = events.flatMap(({ chosenId, writtenOn, at }) =>
    chosenId === null || writtenOn === null ? [] : [{ personId: chosenId, writtenOn: writtenOn as Day, at }],
  )
  const proposal = proposeRuling(known.claims, choices, asking.rules.completeFrom)
  const proposed = people.get(proposal?.personId ?? '')
  return {
    ...brief,
    claims: await claimsShown(tx, known, people, asking, facts),
    events: events.map(({ chosenId: _, ...event }) => ({ ...event, split: bySplit.get(event.id) ?? null })),
    proposal:
      proposal === null || proposed === undefined
        ? null
        : { person: proposed, because: proposal.because, day: proposal.day },
    completeFrom: asking.rules.completeFrom,
    appealDays: asking.rules.appealDays,
    seen: events.at(-1)?.number ?? 0,
    may: actsOn(known.standing, asking.actor),
  }
}

async function claimsShown(
  tx: Tx,
  known: KnownCase,
  people: ReadonlyMap<string, Named>,
  { rules }: Asking,
  facts: Facts,
): Promise<Collision['claims']> {
  const entries = known.claims.map(({ entryId }) => entryId).filter((entry) => entry !== null)
  const persons = known.claims.map(({ personId }) => personId)
  // Days and kinds alone: a side that doesn't see the customer may know that the other dealt with it.
  const dealings = await seeingAll(tx, () => dealingsOf(tx, facts, [known.customerId, ...entries], persons))
  return known.claims.flatMap((claim) => {
    const person = people.get(claim.personId)
    if (person === undefined) return []
    const dealt = dealings.get(claim.personId)
    return [
      {
        id: claim.id,
        person,
        entryId: claim.entryId,
        receivedOn: claim.receivedOn,
        claimedOn: claim.claimedOn,
        acceptedOn: claim.acceptedOn,
        completeness: claim.completeness,
        withdrawn: claim.withdrawn,
        countsFrom: countsFrom(claim),
        complete: claim.completeness >= rules.completeFrom,
        firstDeal: dealt?.first ?? null,
        lastDeal: dealt?.last ?? null,
        orders: dealt?.orders ?? 0,
      },
    ]
  })
}

function splitShown({ from, until, whole, parts }: CreditSplit, people: ReadonlyMap<string, Named>) {
  return {
    from,
    until,
    parts: parts.flatMap(({ personId, part }) => {
      const person = people.get(personId)
      const share = ratio(BigInt(part), BigInt(whole))
      if (person === undefined) return []
      return [{ person, share: `${share.numerator}/${share.denominator}`, percent: percentText(share, 2) }]
    }),
  }
}
