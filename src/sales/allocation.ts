import type { Day } from '../values/day.ts'
import { type Refusal, refuse } from '../values/refusal.ts'

/** An invoice that money may settle: what is open of it, in whole minor units, more than 0. */
export type Debt = {
  readonly id: string
  readonly code: string
  readonly dueOn: Day
  readonly issuedOn: Day
  readonly openMinor: number
}
/** So much settles this invoice; whole minor units, more than 0. */
export type Share = { readonly receivableId: string; readonly amountMinor: number }
/** An invoice named by whoever pays; without an amount, as much as fits. */
export type Named = { readonly receivableId: string; readonly amountMinor?: number | undefined }

const earlier = (a: Debt, b: Debt) =>
  a.dueOn !== b.dueOn
    ? a.dueOn < b.dueOn
      ? -1
      : 1
    : a.issuedOn !== b.issuedOn
      ? a.issuedOn < b.issuedOn
        ? -1
        : 1
      : a.code < b.code
        ? -1
        : 1

/** Settles the oldest due first, as far as the money goes; the last one perhaps in part. */
export function allocateOldest(debts: readonly Debt[], availableMinor: number): Share[] {
  const shares: Share[] = []
  let left = availableMinor
  for (const debt of debts.toSorted(earlier)) {
    const amountMinor = Math.min(left, debt.openMinor)
    if (amountMinor > 0) shares.push({ receivableId: debt.id, amountMinor })
    left -= amountMinor
  }
  return shares
}

/**
 * Settles the invoices that were named, in that order. Refused when one isn't open, when more is put on it than is open, or
 * when the money doesn't go round.
 */
export function allocateNamed(
  debts: readonly Debt[],
  availableMinor: number,
  named: readonly Named[],
): Share[] | Refusal<'not-open' | 'more-than-open' | 'more-than-left' | 'named-twice'> {
  const shares: Share[] = []
  let left = availableMinor
  if (new Set(named.map(({ receivableId }) => receivableId)).size < named.length) return refuse('named-twice')
  for (const { receivableId, amountMinor } of named) {
    const debt = debts.find(({ id }) => id === receivableId)
    if (debt === undefined) return refuse('not-open', { rule: '5.3' })
    const wanted = amountMinor ?? Math.min(left, debt.openMinor)
    if (wanted > debt.openMinor) return refuse('more-than-open', { rule: '5.3', facts: { code: debt.code } })
    if (wanted > left) return refuse('more-than-left', { rule: '5.3', facts: { code: debt.code } })
    if (wanted > 0) shares.push({ receivableId, amountMinor: wanted })
    left -= wanted
  }
  return shares
}

/** How much of what was settled is taken back: all of it unless told. Refused beyond what there is. */
export function takeBack(
  settledMinor: number,
  amountMinor?: number,
): number | Refusal<'nothing-to-take-back' | 'more-than-settled'> {
  if (settledMinor <= 0) return refuse('nothing-to-take-back', { rule: '5.3' })
  const wanted = amountMinor ?? settledMinor
  return wanted > settledMinor ? refuse('more-than-settled', { rule: '5.3' }) : wanted
}

/** Where an invoice became smaller: which allocations give way, the last made first, so that no more is settled than it is. */
export function giveWay<A extends { readonly amountMinor: number }>(
  made: readonly A[],
  settledMinor: number,
  amountMinor: number,
): { of: A; amountMinor: number }[] {
  const back: { of: A; amountMinor: number }[] = []
  let over = settledMinor - Math.max(0, amountMinor)
  for (const of of made.toReversed()) {
    const part = Math.min(over, of.amountMinor)
    if (part > 0) back.push({ of, amountMinor: part })
    over -= Math.max(0, part)
  }
  return back
}
