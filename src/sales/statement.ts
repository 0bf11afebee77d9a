/** Something that changed what a customer owes, in whole minor units: an invoice adds, a payment or credit note takes away. */
export type Movement<Kind extends string = string> = {
  readonly currency: string
  readonly day: string
  readonly kind: Kind
  readonly code: string | null
  readonly dueOn: string | null
  readonly amountMinor: number
}
export type Statement<M extends Movement> = {
  currency: string
  /** Owed before the first day, and in the end. */
  beforeMinor: number
  afterMinor: number
  lines: (Omit<M, 'currency'> & { balanceMinor: number })[]
}

/** The statement of account from a day on, by currency: what was owed before, each movement in turn, what is owed after it. */
export function statementOf<M extends Movement>(movements: readonly M[], from: string): Statement<M>[] {
  return [...Map.groupBy(movements, ({ currency }) => currency)].map(([currency, all]) => {
    const beforeMinor = all.reduce((sum, { day, amountMinor }) => (day < from ? sum + amountMinor : sum), 0)
    let balanceMinor = beforeMinor
    const lines = all
      .filter(({ day }) => day >= from)
      .map(({ currency: _, ...movement }) => {
        balanceMinor += movement.amountMinor
        return { ...movement, balanceMinor }
      })
    return { currency, beforeMinor, afterMinor: balanceMinor, lines }
  })
}
