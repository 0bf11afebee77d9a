import type { TierKey } from '../pool/rules.ts'
import { costOf, fitOf } from './fit.ts'
import type { PlanLimits, PlanLine, PlanProblem, Taker } from './plan-problem.ts'

/** What an hour above what somebody can make costs, and a customer above a cap: more than any fit can save. */
export const overPrice = 1000

/** The plan as figures: which taker may have which line at what cost, and what each taker has room for. */
export type Assignment = {
  readonly lines: readonly {
    readonly hours: number
    readonly tier: TierKey
    readonly choices: readonly { readonly taker: number; readonly cost: number }[]
  }[]
  readonly takers: readonly {
    readonly before: number
    /** Hours above each of these cost the weight of load once more, so that what is uneven costs ever more. */
    readonly steps: readonly number[]
    readonly most: number
    readonly caps: readonly { readonly tier: TierKey | 'all'; readonly room: number }[]
  }[]
  readonly load: number
}

/** Who may take this customer: fixed lines go where they are fixed, whatever else is asked (rule 3.3). */
function mayTake(line: PlanLine, taker: Taker, { fixed, without, tierAOnly }: PlanLimits): boolean {
  const given = fixed.get(line.customerId)
  if (given !== undefined) return given === taker.personId
  if (without.has(taker.personId)) return false
  return line.tier !== 'A' || tierAOnly === null || tierAOnly.has(taker.personId)
}

/** The problem in figures. An even load is the same share of what each can make; half-way from there to their limit it weighs double. */
export function assignmentOf({ lines, takers, weights, limits }: PlanProblem): Assignment {
  const able = takers.filter(({ personId }) => !limits.without.has(personId))
  const room = sum(able.map(({ hoursMost }) => hoursMost))
  const needed = sum(able.map(({ hoursBefore }) => hoursBefore)) + sum(lines.map(({ hours }) => hours))
  const level = room === 0 ? 0 : needed / room
  return {
    lines: lines.map((line) => ({
      hours: line.hours,
      tier: line.tier,
      choices: takers.flatMap((taker, index) =>
        mayTake(line, taker, limits)
          ? [{ taker: index, cost: costOf(fitOf(line, taker), line, weights) }]
          : [],
      ),
    })),
    takers: takers.map(({ hoursBefore, hoursMost, caps }) => {
      const even = Math.min(level * hoursMost, hoursMost)
      return {
        before: hoursBefore,
        steps: [even, (even + hoursMost) / 2],
        most: hoursMost,
        caps: caps.map(({ tier, has, most }) => ({ tier, room: most - has })),
      }
    }),
    load: weights.load,
  }
}

/** Hours and customers that each taker gets; `given` names a taker for each line, null for nobody. */
export function loadsOf(
  { lines, takers }: Assignment,
  given: readonly (number | null)[],
): { hours: number; byTier: Record<TierKey | 'all', number> }[] {
  const loads = takers.map(({ before }) => ({
    hours: before,
    byTier: { A: 0, B: 0, C: 0, none: 0, all: 0 },
  }))
  for (const [index, { hours, tier }] of lines.entries()) {
    const load = loads[given[index] ?? -1]
    if (load === undefined) continue
    load.hours += hours
    load.byTier[tier] += 1
    load.byTier.all += 1
  }
  return loads
}

/** What a whole plan costs, in points: the fits, the uneven load, and what is above the limits. */
export function objectiveOf(assignment: Assignment, given: readonly (number | null)[]): number {
  const fits = assignment.lines.map(
    ({ choices }, index) => choices.find(({ taker }) => taker === given[index])?.cost ?? 0,
  )
  const loads = loadsOf(assignment, given).map(({ hours, byTier }, index) => {
    const taker = assignment.takers[index]
    if (taker === undefined) return 0
    const above = (limit: number) => Math.max(0, hours - limit)
    return (
      assignment.load * sum(taker.steps.map(above)) +
      overPrice * above(taker.most) +
      overPrice * sum(taker.caps.map(({ tier, room }) => Math.max(0, byTier[tier] - room)))
    )
  })
  return sum(fits) + sum(loads)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
