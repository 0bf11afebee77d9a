import { discountParts, lineTotal, millionths } from './line-total.ts'
import { type Offer, offerFor } from './price-of.ts'

/** A line of an order being written: what was typed, and what the price lists propose. */
export type DraftLine = {
  /** Of the line the order has; null for a new one. */
  readonly id: string | null
  readonly product: {
    readonly id: string
    readonly code: string
    readonly name: string
    readonly unit: string | null
  }
  readonly quantity: number | null
  /** Typed by hand, in minor units; null takes the proposal. */
  readonly price: number | null
  /** Of the whole: 0.05 is five hundredths. */
  readonly discount: number
}

/** The price of a line, and where it comes from; null while nobody knows it, which isn't nothing. */
export function priceOfLine(
  { price, quantity }: DraftLine,
  offers: readonly Offer[],
): { readonly minor: number; readonly offer: Offer | null } | null {
  const offer = offerFor(offers, quantity ?? 1)
  if (price !== null) return { minor: price, offer: offer?.minor === price ? offer : null }
  return offer === null ? null : { minor: offer.minor, offer }
}

/** What a line comes to, in minor units (rule 5.2); null while its quantity or price isn't known. */
export function totalOfLine(line: DraftLine, offers: readonly Offer[]): number | null {
  const price = priceOfLine(line, offers)
  const quantity = line.quantity === null ? null : millionths(String(line.quantity))
  const discount = discountParts(String(line.discount))
  if (price === null || quantity === null || quantity <= 0n || discount === null) return null
  return Number(lineTotal({ quantity, unitPriceMinor: BigInt(price.minor), discount }))
}

/** A product that is there already stays as it is; a new one comes last. */
export function withProduct(lines: readonly DraftLine[], product: DraftLine['product']): DraftLine[] {
  if (lines.some((line) => line.product.id === product.id)) return [...lines]
  return [...lines, { id: null, product, quantity: null, price: null, discount: 0 }]
}
