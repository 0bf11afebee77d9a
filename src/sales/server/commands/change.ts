import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import type { CancelOrder, ChangeOrder, DeliverOrder } from '../../schema/order-entry.ts'
import { linesOf } from '../queries/lock-order.ts'
import { setLines } from '../queries/write-orders.ts'
import { checkEntry } from './check-entry.ts'
import { type Saved, enteredColumns, lineColumns } from './enter.ts'
import { onOrder } from './on-order.ts'

type Answer = Promise<Saved | Refusal>

/** Puts an order right as long as it is open: its head and all its lines. */
export async function changeOrder(
  services: Services,
  actor: Actor,
  id: string,
  { version, ...input }: ChangeOrder,
): Answer {
  return await onOrder(services, actor, { id, version, action: 'change' }, async (order, { tx, facts }) => {
    const personId = input.personId === undefined ? order.personId : input.personId
    const { customerId, currency } = order
    const no = await checkEntry(tx, { ...input, customerId, personId, currency }, facts.today)
    if (isRefusal(no)) return no
    const known = await linesOf(tx, id)
    const numbers = new Map(known.map((line) => [line.id, line.line]))
    const named = input.lines.flatMap((line) => line.id ?? [])
    if (named.some((one) => !numbers.has(one)) || new Set(named).size < named.length)
      return refuse('invalid-line-unknown', { rule: '5.1' })
    let last = Math.max(0, ...numbers.values())
    const lines = input.lines.map((line) =>
      lineColumns(id, line.id === undefined ? (last += 1) : (numbers.get(line.id) ?? 0), line),
    )
    return {
      columns: { ...enteredColumns(input), person_id: personId },
      after: () => setLines(tx, [id], lines),
    }
  })
}

/** Says on which day the goods were handed over, or that they were not after all. */
export async function deliverOrder(
  services: Services,
  actor: Actor,
  id: string,
  { version, on }: DeliverOrder,
): Answer {
  const action = on === null ? 'undeliver' : 'deliver'
  return await onOrder(services, actor, { id, version, action }, async (order, { tx, facts }) => {
    if (on !== null && on > facts.today)
      return refuse('invalid-day-ahead', { rule: '5.1', facts: { day: on } })
    if (on !== null && on < order.orderedOn)
      return refuse('invalid-before-ordered', { rule: '5.1', facts: { field: 'on', day: on } })
    if (on === null && (await linesOf(tx, id)).some((line) => line.returned !== '0'))
      return refuse('has-returns', { rule: '5.1' })
    return { columns: { delivered_on: on } }
  })
}

/** Calls an order off for good, or a return that was not credited yet. */
export async function cancelOrder(
  services: Services,
  actor: Actor,
  id: string,
  { version, reason }: CancelOrder,
): Answer {
  return await onOrder(services, actor, { id, version, action: 'cancel' }, async (_order, { facts }) => ({
    columns: { cancelled_on: facts.today, cancel_reason: reason },
  }))
}
