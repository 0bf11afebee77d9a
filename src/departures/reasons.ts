import { type Fit, badnessOf, costOf, fitOf } from './fit.ts'
import { type PlanProblem, type Taker, type Term, terms } from './plan-problem.ts'
import type { Assignment } from './assignment.ts'

/** Why a line has the successor it has: what speaks for them, or that they were fixed, the only one, or had most room. */
export type Because = Term | 'fixed' | 'only' | 'room' | 'nobody'

export type Reason = {
  readonly because: readonly Because[]
  readonly fit: Fit | null
  /** Who would have been next: the best fit among the others; `better`: they fit better, but their week is fuller. */
  readonly second: { readonly personId: string; readonly fit: Fit; readonly better: boolean } | null
}

/** Savings below this share of a line's largest possible cost aren't worth a word. */
const worthSaying = 0.05

/** The reason of each line in facts (rule 3.3): what this person saves against the average of the others who might have it. */
export function reasonsOf(
  { lines, takers, weights, limits }: PlanProblem,
  assignment: Assignment,
  given: readonly (number | null)[],
): Reason[] {
  return lines.map((line, index) => {
    const chosen = takers[given[index] ?? -1]
    if (chosen === undefined) return { because: ['nobody'], fit: null, second: null }
    const fit = fitOf(line, chosen)
    const others = (assignment.lines[index]?.choices ?? [])
      .flatMap(({ taker, cost }) => {
        const other = takers[taker]
        return other === undefined || other === chosen ? [] : [{ other, cost }]
      })
      .toSorted((a, b) => a.cost - b.cost)
    const [next] = others
    const second =
      next === undefined
        ? null
        : {
            personId: next.other.personId,
            fit: fitOf(line, next.other),
            better: next.cost < costOf(fit, line, weights) - 1e-9,
          }
    if (limits.fixed.has(line.customerId)) return { because: ['fixed'], fit, second }
    if (second === null) return { because: ['only'], fit, second }
    const saved = savings(others.map(({ other }) => other))
    return { because: saved.length === 0 ? ['room'] : saved, fit, second }

    function savings(rest: readonly Taker[]): Term[] {
      const ours = badnessOf(fit, line)
      const theirs = rest.map((other) => badnessOf(fitOf(line, other), line))
      const whole = terms.reduce((sum, term) => sum + weights[term], 0)
      return terms
        .map((term) => {
          const average = theirs.reduce((sum, one) => sum + one[term], 0) / theirs.length
          return { term, gain: weights[term] * (average - ours[term]) }
        })
        .filter(({ term, gain }) => gain > worthSaying * whole && ours[term] < 0.9)
        .toSorted((a, b) => b.gain - a.gain)
        .slice(0, 2)
        .map(({ term }) => term)
    }
  })
}
