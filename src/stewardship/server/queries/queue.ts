import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Services } from '../../../platform/server/services.ts'
import { registerFacts } from '../../../customers/server/queries/company.ts'
import { type ProfileIssue, pairsCountedTo, profileIssues } from '../../harm.ts'
import type { Queue, QueueItem, QueueQuery } from '../../schema/queue.ts'
import { countPairs } from './duplicates.ts'
import { type ProfileGroup, type Wanted, countIssues, groupsOfProfiles, issuesOf } from './issues.ts'
import { worstProfiles } from './profiles.ts'
import { isBehind, scanState } from './scan.ts'
import { areasOf, hasAreas } from './scope.ts'
import { countWaiting, pairItems, waitingItems } from './waiting.ts'

const size = 50

/** A page of the steward's queue, with how much there is of each kind. */
export async function queueFor(
  tx: Tx,
  actor: Actor,
  now: Services['now'],
  query: QueueQuery,
): Promise<Queue> {
  const { whose = 'mine', kind, page = 1 } = query
  const wanted = { whose, facts: await registerFacts(tx, actor, now), areas: await hasAreas(tx) }
  const groups = await groupsOfProfiles(tx, wanted)
  const { any, ...issues } = countIssues(groups, wanted.areas)
  const counts = {
    request: await countWaiting(tx, whose),
    duplicate: await countPairs(tx, { state: 'open', whose }, pairsCountedTo),
    ...issues,
  }
  const scan = await scanState(tx)
  return {
    counts,
    items: await itemsOf(tx, actor, wanted, groups, kind, (page - 1) * size),
    total: kind === undefined ? counts.request + counts.duplicate + any : counts[kind],
    page,
    size,
    areas: await areasOf(tx),
    scanning: isBehind(scan),
    may: {
      merge: actor.may.includes('customers.merge'),
      decide: actor.may.includes('requests.decide'),
      place: actor.may.includes('territories.change'),
    },
  }
}

/** Of one kind a page; of all kinds the worst, because what is mended leaves the queue and the next moves up. */
async function itemsOf(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
  groups: readonly ProfileGroup[],
  kind: QueueQuery['kind'],
  offset: number,
): Promise<QueueItem[]> {
  if (kind === 'request') return await waitingItems(tx, actor, wanted.whose, size, offset)
  if (kind === 'duplicate') return await pairItems(tx, wanted.whose, size, offset)
  if (kind !== undefined) {
    const issue = profileIssue(kind)
    const having = groups.filter((group) => issuesOf(group, wanted.areas).includes(issue))
    return await worstProfiles(tx, wanted, having, issue, size, offset)
  }
  const all = [
    ...(await waitingItems(tx, actor, wanted.whose, size, 0)),
    ...(await pairItems(tx, wanted.whose, size, 0)),
    ...(await worstProfiles(tx, wanted, groups, null, size, 0)),
  ]
  return all.toSorted((a, b) => b.harm - a.harm).slice(0, size)
}

function profileIssue(kind: string): ProfileIssue {
  return profileIssues.find((issue) => issue === kind) ?? 'stale'
}
