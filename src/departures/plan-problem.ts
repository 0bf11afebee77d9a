import type { TierKey } from '../pool/rules.ts'
import type { Point } from '../values/geo.ts'

/** What somebody has to do with a customer already, the strongest first (rule 3.3). */
export const relations = ['backup', 'sponsor', 'knows', 'knew'] as const
export type Relation = (typeof relations)[number]

/** A customer that needs somebody new. */
export type PlanLine = {
  readonly customerId: string
  readonly tier: TierKey
  /** Hours of visits a week that it asks for by the cadence of its tier (rule 4.1). */
  readonly hours: number
  readonly point: Point | null
  /** Its channel or type, and the language and product groups it needs; null and none where unknown. */
  readonly channel: string | null
  readonly language: string | null
  readonly categories: readonly string[]
  /** What people have to do with it, by person. */
  readonly relations: ReadonlyMap<string, Relation>
}

/** At most so many customers of a tier, or of all; `has` is what they hold today. */
export type PlanCap = { readonly tier: TierKey | 'all'; readonly has: number; readonly most: number }

/** Somebody who may take customers over. */
export type Taker = {
  readonly personId: string
  /** Hours of visits a week that they make today, and that they can make. */
  readonly hoursBefore: number
  readonly hoursMost: number
  readonly caps: readonly PlanCap[]
  /** Where their customers are. */
  readonly places: readonly Point[]
  /** How many of each channel they serve. */
  readonly alike: ReadonlyMap<string, number>
  readonly languages: readonly string[]
  readonly skills: readonly string[]
}

/** What makes one successor better than another, beside the load. */
export const terms = ['relation', 'distance', 'alike', 'language', 'skill'] as const
export type Term = (typeof terms)[number]

/** How much each counts; only their proportion matters. */
export type Weights = Readonly<Record<Term | 'load', number>>

/** Who may take what: all that is asked by a person beside the weights. */
export type PlanLimits = {
  /** By customer, who takes it whatever else. */
  readonly fixed: ReadonlyMap<string, string>
  /** Who takes nothing. */
  readonly without: ReadonlySet<string>
  /** Who alone takes tier A; null: anybody. */
  readonly tierAOnly: ReadonlySet<string> | null
}

export type PlanProblem = {
  readonly lines: readonly PlanLine[]
  readonly takers: readonly Taker[]
  readonly weights: Weights
  readonly limits: PlanLimits
}

/** An existing relation saves most of what a change costs, then the way, then having customers of the kind. */
export const defaultWeights: Weights = {
  relation: 40,
  distance: 30,
  alike: 20,
  language: 15,
  skill: 10,
  load: 25,
}
