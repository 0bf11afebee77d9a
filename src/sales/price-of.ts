/** A price of one product on a list: from a quantity on, from a day on. Null takes it off from that day. */
export type PriceRow = {
  readonly leastQuantity: number
  readonly fromDay: string
  /** Minor units of the list's currency. */
  readonly minor: number | null
}
export type PriceList = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly currency: string
  readonly fromDay: string | null
  readonly toDay: string | null
  /** Whom it is for; empty means everybody. */
  readonly channels: readonly string[]
  readonly tiers: readonly string[]
  /** Only for those it was agreed with. */
  readonly byAgreement: boolean
  readonly rank: number
}
/** Which list was agreed with a customer from a day on; null went back to the general lists. */
export type Agreement = { readonly fromDay: string; readonly listId: string | null }

/** One price that may hold, and why. `because` product: the product's own price, on no list. */
export type Offer = {
  readonly because: 'agreed' | 'general' | 'product'
  readonly list: Pick<PriceList, 'id' | 'code' | 'name'> | null
  readonly leastQuantity: number
  readonly fromDay: string | null
  readonly minor: number
  readonly currency: string
}

type Asked = { readonly day: string; readonly currency: string }
type Customer = { readonly channel: string | null; readonly tier: string | null }

/** The list agreed for the day: of agreements from the same day the last recorded. Given in the order of recording. */
export function agreementOn<A extends Agreement>(agreements: readonly A[], day: string): A | null {
  let held: A | null = null
  for (const one of agreements)
    if (one.fromDay <= day && (held === null || one.fromDay >= held.fromDay)) held = one
  return held
}

/** Whether a list has prices at all on a day. */
export function holdsOn({ fromDay, toDay }: PriceList, day: string): boolean {
  return (fromDay === null || fromDay <= day) && (toDay === null || day <= toDay)
}

function fits(wanted: readonly string[], has: string | null): boolean {
  return wanted.length === 0 || (has !== null && wanted.includes(has))
}

/** Whether a list without an agreement is for such a customer. */
export function isFor({ channels, tiers, byAgreement }: PriceList, { channel, tier }: Customer): boolean {
  return !byAgreement && fits(channels, channel) && fits(tiers, tier)
}

/**
 * The lists by which a customer buys on a day in a currency, in the order in which they are asked (rule 5.1): the one agreed,
 * then the general ones that fit, by rank and code.
 */
export function listsFor<L extends PriceList>(
  customer: Customer,
  lists: readonly L[],
  agreed: string | null,
  { day, currency }: Asked,
): { list: L; because: 'agreed' | 'general' }[] {
  const held = lists.filter((list) => list.currency === currency && holdsOn(list, day))
  const own = held.filter(({ id }) => id === agreed)
  const general = held
    .filter((list) => list.id !== agreed && isFor(list, customer))
    .toSorted((a, b) => a.rank - b.rank || (a.code < b.code ? -1 : 1))
  return [
    ...own.map((list) => ({ list, because: 'agreed' as const })),
    ...general.map((list) => ({ list, because: 'general' as const })),
  ]
}

/** The prices of a product on a list that hold on a day, the largest quantity first. */
export function breaksOn(rows: readonly PriceRow[], day: string): (PriceRow & { minor: number })[] {
  const last = new Map<number, PriceRow>()
  for (const row of rows) {
    const before = last.get(row.leastQuantity)
    if (row.fromDay <= day && (before === undefined || row.fromDay > before.fromDay))
      last.set(row.leastQuantity, row)
  }
  return [...last.values()]
    .flatMap((row) => (row.minor === null ? [] : [{ ...row, minor: row.minor }]))
    .toSorted((a, b) => b.leastQuantity - a.leastQuantity)
}

/**
 * What a product may cost a customer on a day: the prices of its lists and the product's own, in the order in which they are
 * asked. The first whose quantity is reached holds: `offerFor`.
 */
export function offersOf(
  lists: readonly { list: PriceList; because: 'agreed' | 'general'; prices: readonly PriceRow[] }[],
  own: { readonly minor: number; readonly currency: string } | null,
  { day, currency }: Asked,
): Offer[] {
  const listed = lists.flatMap(({ list: { id, code, name }, because, prices }) =>
    breaksOn(prices, day).map(
      ({ leastQuantity, fromDay, minor }): Offer => ({
        because,
        list: { id, code, name },
        leastQuantity,
        fromDay,
        minor,
        currency,
      }),
    ),
  )
  if (own === null || own.currency !== currency) return listed
  return [...listed, { because: 'product', list: null, leastQuantity: 0, fromDay: null, ...own }]
}

/** The offer that holds for a quantity, a return's like its sale's. Null is unknown, never nothing to pay. */
export function offerFor(offers: readonly Offer[], quantity: number): Offer | null {
  return offers.find(({ leastQuantity }) => leastQuantity <= Math.abs(quantity)) ?? null
}

/**
 * What a product costs a customer (rule 5.1): by the customer's own agreed list, else by the first general list that fits,
 * else the product's own price; null when nobody ever said.
 */
export function priceOf(
  facts: {
    readonly customer: Customer
    readonly agreements: readonly Agreement[]
    readonly lists: readonly (PriceList & { readonly prices: readonly PriceRow[] })[]
    readonly product: { readonly minor: number; readonly currency: string } | null
  },
  asked: Asked & { readonly quantity: number },
): Offer | null {
  const agreed = agreementOn(facts.agreements, asked.day)?.listId ?? null
  const lists = listsFor(facts.customer, facts.lists, agreed, asked)
  const offers = offersOf(
    lists.map(({ list, because }) => ({ list, because, prices: list.prices })),
    facts.product,
    asked,
  )
  return offerFor(offers, asked.quantity)
}
