import { distanceMetres } from '../values/geo.ts'
import { type PlanLine, type Relation, type Taker, type Term, type Weights, terms } from './plan-problem.ts'

/** Beyond so many kilometres further ones make no difference, nor do more customers of a kind than so many. */
const farKilometres = 50
const manyAlike = 10

const strange: Readonly<Record<Relation, number>> = { backup: 0, sponsor: 0.2, knows: 0.2, knew: 0.6 }

/** How somebody fits a customer, in facts. Null where nothing is known to tell it by. */
export type Fit = {
  readonly relation: Relation | null
  /** From the customer to the nearest they serve. */
  readonly kilometres: number | null
  /** Customers of the same channel that they serve. */
  readonly alike: number | null
  readonly speaks: boolean | null
  /** Of the product groups it carries, how many are among their skills. */
  readonly skilled: number | null
}

/** The facts about one customer and one person (rule 3.3). */
export function fitOf(line: PlanLine, taker: Taker): Fit {
  return {
    relation: line.relations.get(taker.personId) ?? null,
    kilometres: nearest(line, taker),
    alike: line.channel === null ? null : (taker.alike.get(line.channel) ?? 0),
    speaks: line.language === null ? null : taker.languages.includes(line.language),
    skilled:
      line.categories.length === 0
        ? null
        : line.categories.filter((one) => taker.skills.includes(one)).length,
  }
}

function nearest({ point }: PlanLine, { places }: Taker): number | null {
  if (point === null || places.length === 0) return null
  let best = Infinity
  for (const place of places) {
    // A degree of latitude is 111 km everywhere: most places needn't be measured.
    if (Math.abs(place.latitude - point.latitude) * 111_000 >= best) continue
    best = Math.min(best, distanceMetres(point, place))
  }
  return best / 1000
}

/** How badly each term speaks: 0 as well as can be, 1 as badly. What is unknown of a place lies in the middle. */
export function badnessOf(fit: Fit, line: PlanLine): Readonly<Record<Term, number>> {
  const { relation, kilometres, alike, speaks, skilled } = fit
  return {
    relation: relation === null ? 1 : strange[relation],
    distance: kilometres === null ? 0.5 : Math.min(1, kilometres / farKilometres),
    alike: alike === null ? 0 : 1 - Math.min(1, alike / manyAlike),
    language: speaks === false ? 1 : 0,
    skill: skilled === null ? 0 : 1 - skilled / line.categories.length,
  }
}

/** What a customer counts: the hours it asks for; one that is visited by hand only counts a little. */
export function importanceOf({ hours }: PlanLine): number {
  return Math.max(hours, 0.1)
}

/** What giving a customer to somebody costs, in points, without the load. */
export function costOf(fit: Fit, line: PlanLine, weights: Weights): number {
  const badness = badnessOf(fit, line)
  return importanceOf(line) * terms.reduce((sum, term) => sum + weights[term] * badness[term], 0)
}
