import { type Refusal, refuse } from '../values/refusal.ts'

/** What says in which state a visit is: only moments and days, no status that forgets. */
export type Life = {
  readonly visitedOn: string | null
  readonly checkedInAt: string | null
  readonly checkedOutAt: string | null
  readonly cancelledAt: string | null
}

export const visitStates = ['planned', 'under-way', 'done', 'cancelled'] as const
export type VisitState = (typeof visitStates)[number]

/** The state of a visit. One that came from a file knows only its day: it is done. */
export function stateOf({ visitedOn, checkedInAt, checkedOutAt, cancelledAt }: Life): VisitState {
  if (cancelledAt !== null) return 'cancelled'
  if (visitedOn === null) return 'planned'
  return checkedInAt === null || checkedOutAt !== null ? 'done' : 'under-way'
}

/**
 * The life of a visit (rule 4.3): each action, the states in which it can be done, and the state it leads to (null: it
 * stays). Button, command and test read this one table.
 */
export const visitActions = {
  move: { from: ['planned'], to: null },
  cancel: { from: ['planned'], to: 'cancelled' },
  restore: { from: ['cancelled'], to: 'planned' },
  'check-in': { from: ['planned'], to: 'under-way' },
  /** Taken back at once, when the wrong button was hit. */
  'undo-check-in': { from: ['under-way'], to: 'planned' },
  'check-out': { from: ['under-way'], to: 'done' },
  /** Tasks, note, outcome, next step: also afterwards, because much is written down in the car. */
  record: { from: ['planned', 'under-way', 'done'], to: null },
  /** Who comes along. */
  join: { from: ['planned', 'under-way', 'done'], to: null },
  /** A companion says: I was there (rule 3.5). */
  confirm: { from: ['under-way', 'done'], to: null },
} as const satisfies Record<string, { from: readonly VisitState[]; to: VisitState | null }>
export type VisitAction = keyof typeof visitActions
export const visitActionNames = Object.keys(visitActions) as VisitAction[]

/** How somebody stands to a visit; several at once. */
export type Standing = {
  /** The person who makes it. */
  readonly visitor: boolean
  readonly companion: boolean
  /** Whoever planned it, or has the visitor below them. */
  readonly planner: boolean
}

/** Nobody checks in, or says to have been there, for somebody else. */
const whoMay: Readonly<Record<VisitAction, (standing: Standing) => boolean>> = {
  move: ({ visitor, planner }) => visitor || planner,
  cancel: ({ visitor, planner }) => visitor || planner,
  restore: ({ visitor, planner }) => visitor || planner,
  'check-in': ({ visitor }) => visitor,
  'undo-check-in': ({ visitor }) => visitor,
  'check-out': ({ visitor }) => visitor,
  record: ({ visitor, companion, planner }) => visitor || companion || planner,
  join: ({ visitor, planner }) => visitor || planner,
  confirm: ({ companion }) => companion,
}

export type VisitRefusal = 'not-allowed' | 'visit-not-planned' | 'visit-not-begun' | 'visit-cancelled'

/** Why an action can't be done now by somebody who stands so to the visit; null when it can. */
export function refusesAction(
  action: VisitAction,
  state: VisitState,
  standing: Standing,
): Refusal<VisitRefusal> | null {
  if (!whoMay[action](standing)) return refuse('not-allowed', { rule: '4.3' })
  if ((visitActions[action].from as readonly VisitState[]).includes(state)) return null
  if (state === 'cancelled') return refuse('visit-cancelled', { rule: '4.3' })
  return refuse(state === 'planned' ? 'visit-not-begun' : 'visit-not-planned', { rule: '4.3' })
}

/** Whether the visit is already where the action leads: sending it again is no mistake (rule 9.2). */
export function isAlready(action: VisitAction, state: VisitState): boolean {
  if (action === 'check-in') return state === 'under-way' || state === 'done'
  return visitActions[action].to === state
}

/** What somebody can do with a visit now. */
export function actionsOn(state: VisitState, standing: Standing): VisitAction[] {
  return visitActionNames.filter((action) => refusesAction(action, state, standing) === null)
}
