import { type Refusal, refuse } from '../values/refusal.ts'
import { type Priced, lineTotal, quantityText } from './line-total.ts'

/** A line that was delivered, with what came back of it so far: quantity in millionths and money in minor units, both positive. */
export type ReturnableLine = Priced & {
  readonly id: string
  readonly line: number
  readonly totalMinor: bigint
  readonly returned: bigint
  readonly returnedMinor: bigint
}
export type ReturnedLine<Line = ReturnableLine> = {
  readonly of: Line
  /** Negative. */
  readonly quantity: bigint
  /** Negative: what goes back to the customer. */
  readonly totalMinor: bigint
  /** What `totalMinor` is more than this line alone rounded: so that all parts together are the line, to the cent. */
  readonly roundingMinor: bigint
}

/**
 * Takes back part of a line. Each part is worth what all parts so far come to, rounded once, less what went back before: part
 * by part a line returns exactly what it was sold for (rules 5.1 and 5.2). Never more than is left.
 */
export function returnPart<Line extends ReturnableLine>(
  of: Line,
  quantity: bigint,
): ReturnedLine<Line> | Refusal<'more-than-delivered' | 'invalid-quantity'> {
  if (quantity <= 0n) return refuse('invalid-quantity', { rule: '5.1', facts: { line: of.line } })
  const left = of.quantity - of.returned
  if (quantity > left)
    return refuse('more-than-delivered', {
      rule: '5.1',
      facts: { line: of.line, left: quantityText(left > 0n ? left : 0n), asked: quantityText(quantity) },
    })
  const soFar = of.returned + quantity
  const worth = soFar === of.quantity ? of.totalMinor : lineTotal({ ...of, quantity: soFar })
  const totalMinor = of.returnedMinor - worth
  const alone = lineTotal({ ...of, quantity: -quantity })
  return { of, quantity: -quantity, totalMinor, roundingMinor: totalMinor - alone }
}

/** Everything that is left of the lines; lines of which nothing is left have no part in it. */
export function returnRest<Line extends ReturnableLine>(lines: readonly Line[]): ReturnedLine<Line>[] {
  return lines.flatMap((of) => {
    const part = of.quantity > of.returned ? returnPart(of, of.quantity - of.returned) : null
    return part === null || 'refused' in part ? [] : [part]
  })
}
