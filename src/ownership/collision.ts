import type { Day } from '../values/day.ts'
import { addDays } from '../values/calendar.ts'
import { type Refusal, refuse } from '../values/refusal.ts'

/** Where a collision stands (rule 2.3). */
export const collisionStages = ['open', 'ruled', 'appealed', 'final', 'withdrawn'] as const
export type CollisionStage = (typeof collisionStages)[number]

/** What can be done with a collision in which stage; used by button, command and test alike. */
export const collisionActs = {
  claim: ['open'],
  'add-evidence': ['open', 'appealed'],
  comment: ['open', 'ruled', 'appealed'],
  'accept-day': ['open', 'appealed'],
  withdraw: ['open'],
  rule: ['open'],
  appeal: ['ruled'],
  decide: ['appealed'],
} as const satisfies Record<string, readonly CollisionStage[]>
export type CollisionAct = keyof typeof collisionActs

/** Why somebody ruled so; said beside their own words. */
export const rulingReasons = [
  'earliest-complete',
  'customer-choice',
  'worked-for-it',
  'agreement',
  'company-interest',
  'other',
] as const
export type RulingReason = (typeof rulingReasons)[number]

export type Claimant = {
  readonly personId: string
  readonly withdrawn: boolean
  /** Whether they have said anything for themselves yet. */
  readonly heard: boolean
}

export type Standing = {
  readonly stage: CollisionStage
  readonly claimants: readonly Claimant[]
  /** Who holds the customer today; null is the pool. */
  readonly holderId: string | null
  /** Who ruled first, and whether that is somebody who decides appeals. */
  readonly ruledBy: string | null
  readonly ruledByPrincipal: boolean
  /** By when whatever the stage waits for is to be done. */
  readonly dueOn: Day | null
}

export type Asker = {
  readonly personId: string | null
  readonly may: readonly string[]
  readonly people: readonly string[]
}

const live = ({ claimants }: Standing) => claimants.filter(({ withdrawn }) => !withdrawn)

/** Where a case stands on a day: a ruling is final once nobody appealed in time. */
export function stageOn(last: CollisionStage, dueOn: Day | null, today: Day): CollisionStage {
  return last === 'ruled' && dueOn !== null && dueOn < today ? 'final' : last
}

/** Whether this person stands above all who claim: answers for each of them, or for the whole register. */
function isAbove(standing: Standing, asker: Asker): boolean {
  if (asker.personId === null || !asker.may.includes('collisions.rule')) return false
  return (
    asker.may.includes('customers.read.all') ||
    live(standing).every(({ personId }) => asker.people.includes(personId))
  )
}

/**
 * Why this person can't do it, or null (rule 2.3): nobody rules their own case, an appeal is decided by somebody else than
 * who ruled, a principal if the ruling wasn't one's, and whoever holds the customer has nothing to withdraw.
 */
export function mayAct(
  act: CollisionAct,
  standing: Standing,
  asker: Asker,
): Refusal<'not-allowed' | 'own-case' | 'own-ruling' | 'not-in-this-stage' | 'holder-stays'> | null {
  const stages: readonly CollisionStage[] = collisionActs[act]
  if (!stages.includes(standing.stage))
    return refuse('not-in-this-stage', { rule: '2.3', facts: { stage: standing.stage } })
  const own = standing.claimants.find(({ personId }) => personId === asker.personId)
  const isParty = own !== undefined && !own.withdrawn
  if (act === 'claim') return asker.may.includes('customers.register') ? null : refuse('not-allowed')
  if (act === 'comment') return null
  if (act === 'add-evidence')
    return isParty || isAbove(standing, asker) ? null : refuse('not-allowed', { rule: '2.3' })
  if (act === 'appeal') return isParty ? null : refuse('not-allowed', { rule: '2.3' })
  if (act === 'withdraw') {
    if (!isParty) return refuse('not-allowed', { rule: '2.3' })
    return asker.personId === standing.holderId ? refuse('holder-stays', { rule: '2.3' }) : null
  }
  if (own !== undefined) return refuse('own-case', { rule: '2.3' })
  if (!isAbove(standing, asker)) return refuse('not-allowed', { rule: '2.3' })
  if (act !== 'decide') return null
  if (asker.personId === standing.ruledBy) return refuse('own-ruling', { rule: '2.3' })
  return asker.may.includes('collisions.decide') || standing.ruledByPrincipal
    ? null
    : refuse('not-allowed', { rule: '2.3' })
}

/** Whether what was said in a case is open to this person: to its sides, whoever answers for one, and the register's keepers. */
export function maySee(standing: Pick<Standing, 'claimants'>, asker: Asker): boolean {
  if (asker.may.includes('collisions.rule') && asker.may.includes('customers.read.all')) return true
  return standing.claimants.some(({ personId }) => asker.people.includes(personId))
}

/** Everything that this person can do with the case now. */
export function actsOn(standing: Standing, asker: Asker): CollisionAct[] {
  return (Object.keys(collisionActs) as CollisionAct[]).filter((act) => mayAct(act, standing, asker) === null)
}

/** The next thing that somebody must do, and by when. `people` null: whoever may rule, or decide. */
export type NextStep = {
  readonly what: 'answer' | 'rule' | 'appeal' | 'decide'
  readonly by: Day
  readonly people: readonly string[] | null
}

/** Whose turn it is (rule 2.3): first both sides are heard, then it is ruled; a ruling waits for an appeal. */
export function nextStep(standing: Standing, today: Day, rulingDays: number): NextStep | null {
  const { stage, dueOn } = standing
  if (dueOn === null || stage === 'final' || stage === 'withdrawn') return null
  const people = live(standing).map(({ personId }) => personId)
  if (stage === 'ruled') return { what: 'appeal', by: dueOn, people }
  if (stage === 'appealed') return { what: 'decide', by: dueOn, people: null }
  const unheard = live(standing).filter(({ heard }) => !heard)
  if (unheard.length > 0 && today <= dueOn)
    return { what: 'answer', by: dueOn, people: unheard.map(({ personId }) => personId) }
  return { what: 'rule', by: addDays(dueOn, rulingDays), people: null }
}
