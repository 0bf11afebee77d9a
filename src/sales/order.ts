import type { Day } from '../values/day.ts'
import { type Refusal, refuse } from '../values/refusal.ts'

/** The life of an order (rule 5.1), the furthest it has come. */
export const orderStages = ['ordered', 'delivered', 'invoiced', 'paid', 'cancelled'] as const
export type OrderStage = (typeof orderStages)[number]
export const orderKinds = ['sale', 'return'] as const
export type OrderKind = (typeof orderKinds)[number]

/** The dated facts that the stage follows from: nothing is a status that forgets. */
export type OrderFacts = {
  readonly kind: OrderKind
  readonly deliveredOn: Day | null
  readonly cancelledOn: Day | null
  /** Its invoices and credit notes that were not cancelled. */
  readonly receivables: readonly { readonly amountMinor: number; readonly settledMinor: number }[]
}

/** Where an order stands. Paid when everything that was invoiced for it is settled. */
export function stageOf({ deliveredOn, cancelledOn, receivables }: OrderFacts): OrderStage {
  if (cancelledOn !== null) return 'cancelled'
  if (receivables.length > 0)
    return receivables.every((one) => one.settledMinor === one.amountMinor) ? 'paid' : 'invoiced'
  return deliveredOn === null ? 'ordered' : 'delivered'
}

/** In which stages each thing may be done: buttons, commands and tests read this table alike. */
export const orderActions = {
  change: ['ordered'],
  deliver: ['ordered', 'invoiced', 'paid'],
  undeliver: ['delivered'],
  cancel: ['ordered'],
  return: ['delivered', 'invoiced', 'paid'],
  invoice: ['ordered', 'delivered'],
} as const satisfies Record<string, readonly OrderStage[]>
export type OrderAction = keyof typeof orderActions
export const orderActionNames = Object.keys(orderActions) as OrderAction[]

export type StageRefusal =
  | 'order-cancelled'
  | 'already-delivered'
  | 'already-invoiced'
  | 'not-delivered'
  | 'is-return'

/** Goods that came back are counted off what was delivered: another quantity is another return. */
const saleOnly: readonly OrderAction[] = ['change', 'undeliver', 'return']

/** Null when the order allows the action as it stands; else why not. */
export function mayNot(action: OrderAction, facts: OrderFacts): Refusal<StageRefusal> | null {
  const stage = stageOf(facts)
  // Goods that came back and were not credited yet can be called off whole: nobody was delivered anything by them.
  const callsOffReturn = action === 'cancel' && facts.kind === 'return' && stage === 'delivered'
  const allowed = (orderActions[action] as readonly OrderStage[]).includes(stage) || callsOffReturn
  if (stage === 'cancelled') return refuse('order-cancelled', { rule: '5.1' })
  if (facts.kind === 'return' && saleOnly.includes(action)) return refuse('is-return', { rule: '5.1' })
  if (action === 'deliver' && facts.deliveredOn !== null) return refuse('already-delivered', { rule: '5.1' })
  if (action === 'return' && facts.deliveredOn === null) return refuse('not-delivered', { rule: '5.1' })
  if (allowed) return null
  if (action === 'undeliver' && stage === 'ordered') return refuse('not-delivered', { rule: '5.1' })
  return refuse(stage === 'delivered' ? 'already-delivered' : 'already-invoiced', { rule: '5.1' })
}

/** What the order allows as it stands. */
export function actionsOf(facts: OrderFacts): OrderAction[] {
  return orderActionNames.filter((action) => mayNot(action, facts) === null)
}
