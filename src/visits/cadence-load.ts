import type { TierKey } from '../pool/rules.ts'
import type { CadenceRules } from './cadence-rules.ts'
import { type Need, type Scaled, scaleCadence, stretchedTiers } from './cadence.ts'

/** What a person can do, where it is said otherwise of them. */
export type OwnCapacity = { readonly visitsADay: number | null; readonly workdays: readonly number[] | null }

export type PersonLoad = Omit<Scaled, 'missing' | 'weeks'> & {
  readonly customers: number
  readonly weeks: Scaled['weeks']
  readonly visitsADay: number
  readonly workdays: readonly number[]
  readonly missing: number
  readonly stretched: readonly { readonly tier: TierKey; readonly weeks: number; readonly instead: number }[]
}

/** The load of one person (rule 7.1): visits a week that are needed, that can be made, and what yields. */
export function loadOf(rules: CadenceRules, own: OwnCapacity, needs: readonly Need[]): PersonLoad {
  const visitsADay = own.visitsADay ?? rules.visitsADay
  const workdays = own.workdays ?? rules.workdays
  const scaled = scaleCadence(rules, needs, visitsADay * workdays.length)
  return {
    ...scaled,
    visitsADay,
    workdays,
    customers: needs.reduce((sum, { customers }) => sum + customers, 0),
    stretched: stretchedTiers(rules, scaled.weeks).filter(({ tier }) =>
      needs.some((need) => need.tier === tier),
    ),
  }
}
