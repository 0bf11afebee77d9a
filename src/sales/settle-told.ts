import { type Debt, allocateOldest } from './allocation.ts'
import type { Day } from '../values/day.ts'

type Open = {
  id: string
  code: string
  customerId: string
  currency: string
  dueOn: string
  issuedOn: string
  openMinor: number
}
/** Money that another system told of, with the invoices it names by number. */
export type Paying = {
  readonly id: string
  readonly customerId: string
  readonly currency: string
  readonly leftMinor: number
  readonly settles: 'oldest' | 'nothing' | readonly { readonly code: string; readonly minor: number | null }[]
}
export type Settling = { customerId: string; paymentId: string; receivableId: string; amountMinor: number }
export type Awaited = { code: string; minor: number | null }

/**
 * What told payments settle, in their order, of what is open: invoices by name as far as it goes, else the oldest due first.
 * What was named and isn't here yet is waited for.
 */
export function settleTold(
  debts: readonly Open[],
  paying: readonly Paying[],
): { settling: Settling[]; awaits: Map<string, Awaited[]> } {
  const open = new Map(debts.map((debt) => [debt.id, debt.openMinor]))
  const settling: Settling[] = []
  const awaits = new Map<string, Awaited[]>()
  for (const { id, customerId, currency, leftMinor, settles } of paying) {
    const of = debts.filter((debt) => debt.customerId === customerId && debt.currency === currency)
    const shares: { receivableId: string; amountMinor: number }[] = []
    if (settles === 'oldest') {
      const now: Debt[] = of.map((debt) => ({
        ...debt,
        dueOn: debt.dueOn as Day,
        issuedOn: debt.issuedOn as Day,
        openMinor: open.get(debt.id) ?? 0,
      }))
      shares.push(...allocateOldest(now, leftMinor))
    } else if (settles !== 'nothing') {
      let left = leftMinor
      for (const { code, minor } of settles) {
        const debt = of.find((one) => one.code === code)
        if (debt === undefined) {
          awaits.set(id, [...(awaits.get(id) ?? []), { code, minor }])
          continue
        }
        const amountMinor = Math.min(left, minor ?? left, open.get(debt.id) ?? 0)
        if (amountMinor > 0) shares.push({ receivableId: debt.id, amountMinor })
        left -= Math.max(0, amountMinor)
      }
    }
    for (const { receivableId, amountMinor } of shares) {
      open.set(receivableId, (open.get(receivableId) ?? 0) - amountMinor)
      settling.push({ customerId, paymentId: id, receivableId, amountMinor })
    }
  }
  return { settling, awaits }
}
