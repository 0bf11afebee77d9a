import type { TierKey } from '../pool/rules.ts'
import { type Assignment, loadsOf } from './assignment.ts'

/** A limit that no plan keeps, or that keeping would cost too much: whose, which, and by how much. */
export type Broken = {
  readonly taker: number
  readonly limit: 'hours' | TierKey | 'all'
  readonly by: number
}

/** The limits that a plan breaks (rule 3.3); somebody who is above one already and gets nothing breaks none. */
export function brokenLimits(assignment: Assignment, given: readonly (number | null)[]): Broken[] {
  return loadsOf(assignment, given).flatMap(({ hours, byTier }, index) => {
    const taker = assignment.takers[index]
    if (taker === undefined || byTier.all === 0) return []
    const over = hours - taker.most
    return [
      ...(over > 1e-6 ? [{ taker: index, limit: 'hours' as const, by: over }] : []),
      ...taker.caps.flatMap(({ tier, room }) =>
        byTier[tier] > room ? [{ taker: index, limit: tier, by: byTier[tier] - Math.max(0, room) }] : [],
      ),
    ].filter(({ by }) => by > 0)
  })
}
