import type { Day } from '../values/day.ts'
import { type Refusal, refuse } from '../values/refusal.ts'

/** A payment that somebody of ours took, and whether it is still with them. */
export type Collected = {
  readonly collectedBy: string | null
  readonly handedIn: boolean
  readonly voided: boolean
  readonly currency: string
  readonly amountMinor: number
  readonly paidOn: Day
}
export type InHand = {
  readonly personId: string
  readonly currency: string
  readonly amountMinor: number
  readonly payments: number
  /** The day of the oldest of them. */
  readonly since: Day
}

/** Who has how much of the company's money with them, since when (rule 5.3). */
export function cashInHand(payments: readonly Collected[]): InHand[] {
  const found = new Map<string, InHand>()
  for (const { collectedBy, handedIn, voided, currency, amountMinor, paidOn } of payments) {
    if (collectedBy === null || handedIn || voided) continue
    const key = `${collectedBy} ${currency}`
    const had = found.get(key)
    found.set(key, {
      personId: collectedBy,
      currency,
      amountMinor: (had?.amountMinor ?? 0) + amountMinor,
      payments: (had?.payments ?? 0) + 1,
      since: had === undefined || paidOn < had.since ? paidOn : had.since,
    })
  }
  return [...found.values()]
}

/** Counted less expected: negative when money is missing. It stays visible and is nobody's wage (rule 5.4). */
export function differenceOf(handIn: { expectedMinor: number; countedMinor: number }): number {
  return handIn.countedMinor - handIn.expectedMinor
}

/** Whether this person may take in what that one collected: never one's own. */
export function mayReceive(receiver: string | null, collector: string): Refusal<'own-hand-in'> | null {
  return receiver === null || receiver === collector ? refuse('own-hand-in', { rule: '5.3' }) : null
}
