import { newId } from '../../platform/server/uuid.ts'
import { millionths } from '../line-total.ts'
import { type PushProblem, type SoldLine, againstReturns, numbersOf, takeBack } from '../push.ts'
import type { PushAnswer, PushedOrder } from '../schema/push.ts'
import { columnsOf, sameLines, sameOrder } from './push-columns.ts'
import type { Ids, KnownPushed, KnownPushedLine } from './queries/push-find.ts'
import type { LineColumns, OrderColumns } from './queries/write-orders.ts'

export type PushContext = {
  readonly source: string
  readonly currency: string
  readonly recordedBy: string | null
  readonly ids: { readonly customers: Ids; readonly people: Ids; readonly products: Ids }
  readonly known: ReadonlyMap<string, KnownPushed>
  readonly lines: ReadonlyMap<string, readonly KnownPushedLine[]>
}
export type Judged = {
  readonly created: OrderColumns[]
  readonly createdLines: LineColumns[]
  readonly updated: (Partial<OrderColumns> & { id: string })[]
  /** Of those updated the ones whose lines differ, and all their lines. */
  readonly relined: string[]
  readonly updatedLines: LineColumns[]
  /** Orders that are as said: only when that was said is kept. */
  readonly said: { id: string; changedAt: string; source: string }[]
  readonly answers: Map<number, PushAnswer>
}
type Item = { readonly at: number; readonly order: PushedOrder }

/** Compares orders that were pushed with what the company has: what is to be written, and an answer for each. */
export function judgePushed(items: readonly Item[], context: PushContext): Judged {
  const judged: Judged = {
    created: [],
    createdLines: [],
    updated: [],
    relined: [],
    updatedLines: [],
    said: [],
    answers: new Map(),
  }
  const sold = new Map<string, { id: string; lines: SoldLine[] }>()
  for (const [code, known] of context.known)
    if (known.said['kind'] === 'sale')
      sold.set(code, { id: known.id, lines: (context.lines.get(known.id) ?? []).map(soldLine) })
  // Sales first: a return may come with the order that it takes back.
  for (const kind of ['sale', 'return'] as const)
    for (const item of items) if ((item.order.kind ?? 'sale') === kind) judgeOne(item, context, judged, sold)
  return judged
}

function judgeOne(
  { at, order }: Item,
  context: PushContext,
  judged: Judged,
  sold: Map<string, { id: string; lines: SoldLine[] }>,
): void {
  const { number, changedAt } = order
  const known = context.known.get(number)
  const answer = (outcome: PushAnswer['outcome'], more: Partial<PushAnswer> = {}) =>
    judged.answers.set(at, {
      number,
      outcome,
      id: known?.id ?? null,
      version: known?.version ?? null,
      ...more,
    })
  const problems = unknownIn(order, context, known)
  if (problems.length > 0) {
    answer('rejected', { problems })
    return
  }
  if (known !== undefined && known.changedAt !== null && known.changedAt > changedAt) {
    answer('stale')
    return
  }
  const before = known === undefined ? [] : (context.lines.get(known.id) ?? [])
  const id = known?.id ?? newId()
  const original = order.returnOf == null ? undefined : sold.get(order.returnOf)
  const columns = columnsOf(id, order, context, known, original?.id ?? null)
  const lines = linesOf(id, order, context)
  const conflict =
    order.kind === 'return'
      ? linkLines(lines, original?.lines ?? null, {
          counts: columns.cancelled_on === null,
          before: known?.said['cancelled_on'] === null ? before : [],
        })
      : againstReturns(sold.get(number)?.lines ?? [], lines.map(counted))
  if (conflict !== null) {
    answer('rejected', { problems: [conflict] })
    return
  }
  if (order.kind !== 'return')
    sold.set(number, { id, lines: lines.map((line) => soldAgain(line, sold.get(number)?.lines)) })
  if (known === undefined) {
    judged.created.push(columns)
    judged.createdLines.push(...lines)
    answer('created', { id, version: 1 })
    return
  }
  const moved =
    known.said['customer_id'] !== columns.customer_id || known.said['currency'] !== columns.currency
  const linesDiffer = moved || !sameLines(before, lines)
  if (!linesDiffer && sameOrder(known.said, columns)) {
    if (known.changedAt !== changedAt || known.source !== context.source)
      judged.said.push({ id, changedAt, source: context.source })
    answer('unchanged')
    return
  }
  const { visit_id: _visit, price_list_id: _list, recorded_by: _by, ...stated } = columns
  judged.updated.push(stated)
  if (linesDiffer) {
    judged.relined.push(id)
    judged.updatedLines.push(...lines)
  }
  answer('updated', { version: known.version + 1 })
}

/** What of an order is not known here, or is another's. */
function unknownIn(
  order: PushedOrder,
  { ids, source }: PushContext,
  known: KnownPushed | undefined,
): PushProblem[] {
  const problems: PushProblem[] = []
  if (!ids.customers.has(order.customer))
    problems.push({ field: 'customer', value: order.customer, rule: 'must be the code of a customer' })
  if (order.person != null && !ids.people.has(order.person))
    problems.push({ field: 'person', value: order.person, rule: 'must be the code of a person' })
  for (const [at, line] of order.lines.entries())
    if (!ids.products.has(line.product) && problems.length < 20)
      problems.push({
        field: `lines.${at}.product`,
        value: line.product,
        rule: 'must be the code of a product',
      })
  if (known === undefined) return problems
  if (known.source !== '' && known.source !== source)
    problems.push({
      field: 'number',
      value: order.number,
      rule: `is an order of another system: ${known.source}`,
    })
  if (known.said['kind'] !== (order.kind ?? 'sale'))
    problems.push({ field: 'kind', value: order.kind ?? 'sale', rule: 'must stay what the order is' })
  return problems
}

function linesOf(orderId: string, order: PushedOrder, { ids }: PushContext): LineColumns[] {
  const numbers = numbersOf(order.lines)
  return order.lines.map((line, at) => ({
    id: newId(),
    orderId,
    line: numbers[at] ?? at + 1,
    productId: ids.products.get(line.product) ?? '',
    quantity: line.quantity,
    unitPriceMinor: line.unitPriceMinor,
    discount: line.discount ?? '0',
    ofLine: line.ofLine ?? null,
    ofLineId: null,
    roundingMinor: 0,
  }))
}

/**
 * Links the lines of a return to what they take back, counting it in place of what the same return took back before; the
 * first that takes too much is the problem.
 */
function linkLines(
  lines: LineColumns[],
  sold: readonly SoldLine[] | null,
  { counts, before }: { counts: boolean; before: readonly KnownPushedLine[] },
): PushProblem | null {
  if (sold === null) return null
  const stood = sold.map((one) => one.returned)
  for (const line of before) {
    const of = sold.find((one) => one.id === line.ofLineId)
    if (of !== undefined) of.returned += quantityOf(line)
  }
  for (const [at, line] of lines.entries()) {
    const asked = {
      ofLine: line.ofLine ?? undefined,
      productId: line.productId,
      quantity: counts ? quantityOf(line) : 0n,
    }
    const of = takeBack(sold, { ...asked, field: `lines.${at}` })
    if (of !== null && 'rule' in of) {
      // Of an order that doesn't come in nothing is counted.
      for (const [index, one] of sold.entries()) one.returned = stood[index] ?? 0n
      return of
    }
    line.ofLineId = of?.id ?? null
    line.ofLine = of?.line ?? line.ofLine
  }
  return null
}

const quantityOf = ({ quantity }: { quantity: string }) => millionths(quantity) ?? 0n
const counted = (line: LineColumns) => ({
  line: line.line,
  productId: line.productId,
  quantity: quantityOf(line),
})

function soldLine(line: KnownPushedLine): SoldLine {
  const { id, productId } = line
  return {
    id,
    line: line.line,
    productId,
    quantity: quantityOf(line),
    returned: millionths(line.returned) ?? 0n,
  }
}

/** A line as corrected: it keeps its id where the order has its number, and what came back of it. */
function soldAgain(line: LineColumns, before: readonly SoldLine[] | undefined): SoldLine {
  const same = before?.find((one) => one.line === line.line)
  return {
    id: same?.id ?? line.id,
    line: line.line,
    productId: line.productId,
    quantity: quantityOf(line),
    returned: same?.returned ?? 0n,
  }
}
