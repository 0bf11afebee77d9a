import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { type Refusal, isRefusal, refuse } from '../../values/refusal.ts'
import type { CoverageQuery } from '../schema/coverage.ts'
import type { Measure } from './queries/coverage.ts'
import { type Members, type Sums, exposureBy } from './queries/exposure.ts'
import { lastTouch } from './queries/known-by.ts'
import { type Named, membersOf, namedAmong, reportsOf } from './queries/members.ts'

/** Parts beyond this are small, and more than a page can say. */
const mostParts = 200

/** Whom a question about coverage is about. Refuses with not-found a team or person that isn't there. */
export async function scopeOf(
  tx: Tx,
  { scope = 'company', id }: CoverageQuery,
  { today }: Measure,
): Promise<{ named: Named | null; members: Members } | Refusal> {
  if (scope === 'company' || id === undefined) return { named: null, members: null }
  const found = await membersOf(tx, scope, id, today)
  return found === null ? refuse('not-found') : { named: found.named, members: found.people }
}

/** Single-person risk of the company, a team or a person, and of its parts, as the asker may see it (rule 2.6). */
export async function coveragePage(tx: Tx, actor: Actor, measure: Measure, query: CoverageQuery) {
  const asked = await scopeOf(tx, query, measure)
  if (isRefusal(asked)) return asked
  const { named, members } = asked
  const whole = actor.may.includes('customers.read.all')
  const by = named === null ? 'team' : 'person'
  const sums = await exposureBy(tx, measure, { members, by, seesAll: whole })
  const all = sums.find(({ part }) => part === null) ?? nothing
  const names = new Map(
    (
      await namedAmong(
        tx,
        sums.flatMap(({ part }) => part ?? []),
      )
    ).map((one) => [one.id, one]),
  )
  const isUnknown = all.nobody === all.customers
  return {
    scope: named?.kind ?? ('company' as const),
    id: named?.id ?? null,
    name: named?.name ?? null,
    colour: named?.colour ?? null,
    whole,
    today: measure.today,
    since: measure.since,
    currency: measure.currency,
    otherCurrencies: (all.others ?? []).toSorted(),
    settings: measure.settings,
    sources: sourcesOf(measure),
    lastTouch: isUnknown ? await lastTouch(tx, measure) : null,
    exposure: exposureIn(all),
    lacking: { backup: all.noBackup, sponsor: all.noSponsor, channel: all.fewChannels },
    parts:
      named?.kind === 'person'
        ? []
        : sums
            .toSorted(mostAtRisk)
            .slice(0, mostParts)
            .flatMap((sum) => {
              const one = names.get(sum.part ?? '')
              return one === undefined ? [] : [{ ...one, exposure: exposureIn(sum) }]
            }),
  }
}

/** Single-person risk of everybody who reports to somebody, or to nobody. */
export async function exposureOfReports(tx: Tx, actor: Actor, measure: Measure, manager: string | null) {
  const members = await reportsOf(tx, manager, measure.today)
  const seesAll = actor.may.includes('customers.read.all')
  const sums = members.length === 0 ? [] : await exposureBy(tx, measure, { members, by: 'person', seesAll })
  return {
    currency: measure.currency,
    people: sums.flatMap((sum) => (sum.part === null ? [] : [{ id: sum.part, exposure: exposureIn(sum) }])),
  }
}

/** Who tells who knows customers. */
export function sourcesOf({ facts }: Measure): string[] {
  return facts.filter(({ touches }) => touches !== undefined).map(({ name }) => name)
}

const nothing: Sums = {
  part: null,
  customers: 0,
  one: 0,
  alone: 0,
  nobody: 0,
  sold: null,
  soldOne: null,
  soldAlone: null,
  soldNobody: null,
  noBackup: 0,
  noSponsor: 0,
  fewChannels: 0,
  others: null,
}

function exposureIn({ customers, one, alone, nobody, sold, soldOne, soldAlone, soldNobody }: Sums) {
  return {
    customers: { total: customers, one, alone, nobody },
    sales:
      sold === null
        ? null
        : { total: sold, one: soldOne ?? '0', alone: soldAlone ?? '0', nobody: soldNobody ?? '0' },
  }
}

function mostAtRisk(a: Sums, b: Sums): number {
  const more = BigInt(b.soldOne ?? 0) - BigInt(a.soldOne ?? 0)
  return more === 0n ? b.one - a.one || b.customers - a.customers : more < 0n ? -1 : 1
}
