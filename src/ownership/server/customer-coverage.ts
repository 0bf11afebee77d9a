import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { type Refusal, isRefusal, refuse } from '../../values/refusal.ts'
import type { CoverageQuery } from '../schema/coverage.ts'
import { scopeOf, sourcesOf } from './coverage-page.ts'
import { channelsOf } from './queries/channels.ts'
import type { Measure } from './queries/coverage.ts'
import { fixesOf } from './queries/fixes.ts'
import { coverageOfOne, knowersOf } from './queries/known-by.ts'
import { namedAmong } from './queries/members.ts'

/** Who really knows a customer, what reaches it, and what is missing (rule 2.6); not-found when it isn't an active one. */
export async function customerCoverage(tx: Tx, actor: Actor, measure: Measure, id: string) {
  const covered = await coverageOfOne(tx, measure, id)
  if (covered === null) return refuse('not-found')
  const knowers = await knowersOf(tx, measure, id)
  return {
    customerId: id,
    tier: covered.tier,
    since: measure.since,
    settings: measure.settings,
    sources: sourcesOf(measure),
    knowers,
    knownBy: knowers.filter(({ counts }) => counts).length,
    alone: covered.alone,
    channels: await channelsOf(tx, id),
    missing: covered.missing,
    mayChange: actor.may.includes('customers.change'),
  }
}

/** A page of what to fix first, with people by name. */
export async function fixesPage(
  tx: Tx,
  actor: Actor,
  measure: Measure,
  query: CoverageQuery & { readonly page?: number | undefined; readonly size?: number | undefined },
) {
  const asked = await scopeOf(tx, query, measure)
  if (isRefusal(asked)) return asked satisfies Refusal
  const { page = 1, size = 25 } = query
  const seesAll = actor.may.includes('customers.read.all')
  const { fixes, total } = await fixesOf(tx, measure, { members: asked.members, seesAll, page, size })
  const people = fixes.flatMap((fix) => [fix.ownerId, ...fix.knownBy])
  const named = new Map((await namedAmong(tx, [...new Set(people)])).map((one) => [one.id, one]))
  const person = (id: string) => ({ id, name: named.get(id)?.name ?? '', colour: named.get(id)?.colour ?? 0 })
  return {
    total,
    page,
    size,
    currency: measure.currency,
    fixes: fixes.map(({ ownerId, knownBy, ...fix }) => ({
      ...fix,
      owner: person(ownerId),
      knownBy: knownBy.map(person),
    })),
  }
}
