import { lacks } from '../../people/permissions.ts'
import type { Facts } from '../../ownership/server/queries/facts.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { isRefusal } from '../../values/refusal.ts'
import { assignmentOf, loadsOf } from '../assignment.ts'
import { brokenLimits } from '../broken-limits.ts'
import { continuityOf } from '../continuity.ts'
import { reasonsOf } from '../reasons.ts'
import type { AskDrill } from '../schema.ts'
import { drillFacts } from './drill-facts.ts'
import { problemOf } from './plan-of-facts.ts'
import { solve } from './solver/solve.ts'
import { type Standing, partFactsOf, soldOf, standingsOf } from './standing.ts'

/**
 * What if these people left tomorrow (rule 3.11): what would be at risk, who would take over and why, what is missing. It
 * changes nothing, and keeps no connection while the plan is computed. Refuses not-allowed, not-found, too-many-customers.
 */
export async function drill(services: Services, facts: Facts, actor: Actor, asked: AskDrill) {
  const no = lacks(actor, 'customers.assign')
  if (no !== null) return no
  const read = await readAs(services.db, actor, (tx) =>
    drillFacts(tx, actor, asked, { facts, now: services.now() }),
  )
  if (isRefusal(read)) return read
  const problem = problemOf(read, asked)
  const assignment = assignmentOf(problem)
  const { given, proved } = await solve(assignment)
  const reasons = reasonsOf(problem, assignment, given)
  const broken = brokenLimits(assignment, given)
  const loads = loadsOf(assignment, given)
  const standings = standingsOf(read)
  const hours = sum(problem.lines.map((line) => line.hours))
  const unplaced =
    sum(problem.lines.map((line, index) => (given[index] === null ? line.hours : 0))) +
    sum(broken.map(({ limit, by }) => (limit === 'hours' ? by : 0)))
  const { score, parts } = continuityOf(
    partFactsOf(standings, read, { placed: Math.max(0, hours - unplaced), needed: hours }),
  )
  const people = read.candidates.map(({ id, name, colour }) => ({ id, name, colour }))
  const personAt = (index: number | null | undefined) => people[index ?? -1] ?? null
  const byId = new Map(people.map((person) => [person.id, person]))
  const only = standings.filter(({ onlyThem }) => onlyThem)
  const isSold = standings.some(({ row }) => row.sold !== null)
  return {
    people: read.leavers.map(({ id, name, colour }) => ({ id, name, colour: colour ?? 0 })),
    today: read.measure.today,
    since: read.measure.since,
    currency: read.measure.currency,
    otherCurrencies: [...new Set(read.book.flatMap(({ other }) => other ?? []))].toSorted(),
    whole: actor.may.includes('customers.read.all'),
    customers: standings.length,
    onlyThem: only.length,
    sales: isSold ? { total: String(soldOf(standings)), onlyThem: String(soldOf(only)) } : null,
    hours,
    score,
    parts: [...parts],
    missing: {
      ...lackingOf(standings),
      agreement: read.agreed === null ? null : read.leavers.length - read.agreed,
    },
    weights: problem.weights,
    considered: people.length,
    proved,
    successors: problem.takers
      .map(({ hoursBefore, hoursMost }, index) => ({
        ...(people[index] ?? { id: '', name: '', colour: 0 }),
        takes: loads[index]?.byTier.all ?? 0,
        hoursBefore,
        hoursAfter: loads[index]?.hours ?? hoursBefore,
        hoursMost,
      }))
      .filter(({ takes }) => takes > 0)
      .toSorted((a, b) => b.takes - a.takes || (a.name < b.name ? -1 : 1)),
    broken: broken.flatMap(({ taker, limit, by }) => {
      const person = personAt(taker)
      return person === null ? [] : [{ person, limit, by }]
    }),
    lines: standings
      .map(({ row, onlyThem, missing }, index) => {
        const reason = reasons[index]
        const second = byId.get(reason?.second?.personId ?? '')
        return {
          id: row.id,
          code: row.code,
          name: row.name,
          city: row.city,
          tier: row.tier,
          sold: row.sold,
          hours: problem.lines[index]?.hours ?? 0,
          onlyThem,
          missing: [...missing],
          successor: personAt(given[index]),
          because: [...(reason?.because ?? [])],
          fit: reason?.fit ?? null,
          second:
            second === undefined || reason?.second == null
              ? null
              : { person: second, fit: reason.second.fit, better: reason.second.better },
        }
      })
      .toSorted(mostAtRisk),
  }
}

function lackingOf(standings: readonly Standing[]) {
  const count = (need: Standing['missing'][number]) =>
    standings.filter(({ missing }) => missing.includes(need)).length
  return {
    backup: count('backup'),
    sponsor: count('sponsor'),
    channel: count('channel'),
    profile: count('profile'),
  }
}

type AtRisk = { readonly onlyThem: boolean; readonly sold: string | null; readonly name: string }

function mostAtRisk(a: AtRisk, b: AtRisk): number {
  if (a.onlyThem !== b.onlyThem) return a.onlyThem ? -1 : 1
  const more = BigInt(b.sold ?? 0) - BigInt(a.sold ?? 0)
  return more === 0n ? (a.name < b.name ? -1 : 1) : more < 0n ? -1 : 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
