import type { Tx } from '../../platform/server/database/connect.ts'
import { type PersonLoad, loadOf } from '../cadence-load.ts'
import type { CadenceRules } from '../cadence-rules.ts'
import { type Capacity, type Whose, capacitiesOf, needsOf } from './queries/cadence-needs.ts'

export type LoadOfPerson = Pick<Capacity, 'personId' | 'name' | 'colour' | 'base'> & PersonLoad

/** The load of everybody who serves a customer, and of whoever is asked for by name: two statements for any number. */
export async function loadsOf(
  tx: Tx,
  rules: CadenceRules,
  whose: Whose,
  today: string,
): Promise<LoadOfPerson[]> {
  const needs = await needsOf(tx, whose, today)
  const people = new Set([...(whose.people ?? []), ...needs.keys()])
  const capacities = await capacitiesOf(tx, [...people])
  return capacities.map(({ personId, name, colour, base, ...own }) => ({
    personId,
    name,
    colour,
    base,
    ...loadOf(rules, own, needs.get(personId) ?? []),
  }))
}
