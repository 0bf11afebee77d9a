import { discountParts, lineTotal, millionths, mostMinor, quantityText } from './line-total.ts'
import type { OrderKind } from './order.ts'

/** One thing wrong with an order that was pushed: where, what was given (shortened), and the rule it breaks (rule 10.5). */
export type PushProblem = { field: string; value?: string; rule: string }

export type PushedLine = {
  readonly line?: number | undefined
  readonly product: string
  readonly quantity: string
  readonly unitPriceMinor: number
  readonly discount?: string | undefined
  readonly ofLine?: number | undefined
}
/** What the rules ask of an order that was pushed; `changedAt` in UTC with milliseconds, so that texts compare as moments. */
export type Pushed = {
  readonly number: string
  readonly changedAt: string
  readonly kind?: OrderKind | undefined
  readonly orderedOn: string
  readonly deliveredOn?: string | null | undefined
  readonly cancelledOn?: string | null | undefined
  readonly returnOf?: string | null | undefined
  readonly lines: readonly PushedLine[]
}

/** Each line's number: its own, or its place. */
export function numbersOf(lines: readonly PushedLine[]): number[] {
  return lines.map((line, at) => line.line ?? at + 1)
}

/** What is wrong with an order in itself: its days, signs and line numbers, and what it comes to (rules 5.1, 5.2). */
export function problemsOf(order: Pushed): PushProblem[] {
  const problems: PushProblem[] = []
  const isReturn = order.kind === 'return'
  if (order.lines.length === 0 && (order.cancelledOn ?? null) === null)
    problems.push({ field: 'lines', rule: 'must have a line, unless it was cancelled' })
  if (!isReturn && (order.returnOf ?? null) !== null)
    problems.push({ field: 'returnOf', value: String(order.returnOf), rule: 'belongs to a return' })
  for (const field of ['deliveredOn', 'cancelledOn'] as const) {
    const day = order[field]
    if (typeof day === 'string' && day < order.orderedOn)
      problems.push({ field, value: day, rule: 'must not be before orderedOn' })
  }
  const numbers = new Set<number>()
  let goods = 0n
  for (const [at, number] of numbersOf(order.lines).entries()) {
    const line = order.lines[at]
    if (line === undefined) continue
    if (numbers.has(number))
      problems.push({ field: `lines.${at}.line`, value: String(number), rule: 'must be once in the order' })
    numbers.add(number)
    const quantity = millionths(line.quantity) ?? 0n
    if (isReturn && quantity > 0n)
      problems.push({
        field: `lines.${at}.quantity`,
        value: line.quantity,
        rule: 'must be negative in a return',
      })
    const total = lineTotal({
      quantity,
      unitPriceMinor: BigInt(line.unitPriceMinor),
      discount: discountParts(line.discount ?? '0') ?? 0n,
    })
    goods += total < 0n ? -total : total
  }
  if (goods > mostMinor) problems.push({ field: 'lines', rule: 'must come to less' })
  return problems
}

/**
 * Of several words about one order in the same batch the latest counts, the last of equals: answers the places of the
 * others.
 */
export function outdated(
  orders: readonly (Pick<Pushed, 'number' | 'changedAt'> | null)[],
): ReadonlySet<number> {
  const latest = new Map<string, number>()
  const old = new Set<number>()
  for (const [at, order] of orders.entries()) {
    if (order === null) continue
    const before = latest.get(order.number)
    if (before !== undefined && (orders[before]?.changedAt ?? '') > order.changedAt) {
      old.add(at)
      continue
    }
    if (before !== undefined) old.add(before)
    latest.set(order.number, at)
  }
  return old
}

/** A line of an order that is known, and what came back of it so far (positive), in millionths. */
export type SoldLine = {
  readonly id: string
  readonly line: number
  readonly productId: string
  readonly quantity: bigint
  returned: bigint
}

/**
 * The line that a returned one takes back: the one it names, or the only one with its product; null where that can't be
 * said. Counts it as returned; more than was delivered is a problem (rule 5.1).
 */
export function takeBack(
  sold: readonly SoldLine[],
  asked: { ofLine: number | undefined; productId: string; quantity: bigint; field: string },
): SoldLine | null | PushProblem {
  const { ofLine, productId, quantity, field } = asked
  const same = sold.filter((one) =>
    ofLine === undefined ? one.productId === productId : one.line === ofLine,
  )
  const [line] = same
  if (line === undefined || same.length > 1)
    return ofLine === undefined
      ? null
      : { field: `${field}.ofLine`, value: String(ofLine), rule: 'must be a line of the order' }
  const back = -quantity
  if (line.returned + back > line.quantity)
    return {
      field: `${field}.quantity`,
      value: quantityText(quantity),
      rule: `must not be more than was delivered and not returned yet: ${quantityText(line.quantity - line.returned)}`,
    }
  line.returned += back
  return line
}

/** What of a correction would go against what came back already; null when nothing. */
export function againstReturns(
  sold: readonly SoldLine[],
  lines: readonly { line: number; productId: string; quantity: bigint }[],
): PushProblem | null {
  for (const { line, returned, productId } of sold) {
    if (returned === 0n) continue
    const at = lines.findIndex((one) => one.line === line)
    const now = lines[at]
    if (now === undefined || now.productId !== productId)
      return { field: 'lines', value: String(line), rule: 'a line of which something came back must stay' }
    if (now.quantity < returned)
      return {
        field: `lines.${at}.quantity`,
        value: quantityText(now.quantity),
        rule: `must not be less than came back: ${quantityText(returned)}`,
      }
  }
  return null
}
