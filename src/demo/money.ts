import { addDays, weekday } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import type { Chance } from './chance.ts'
import type { DemoOutlet } from './outlets.ts'
import { idOn } from './staff.ts'
import type { DemoOrder } from './trade.ts'

/** How an order went on: delivered, invoiced with it, and paid in whole, in part or not yet. */
export type DemoDealing = {
  deliveredOn: Day | null
  invoice: { id: string; dueOn: Day } | null
  payment: {
    id: string
    paidOn: Day
    amountMinor: number
    /** Who took the money at the door; null: it came to the company. */
    collectedBy: string | null
  } | null
}

/** The value of an order's goods in minor units. */
export function goodsOf(order: Pick<DemoOrder, 'lines'>): number {
  return order.lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0)
}

/** What became of an order by today: most customers pay about when it is due, small ones often at the door, some late. */
export function dealingOf(
  outlet: DemoOutlet,
  order: Omit<DemoOrder, 'number'>,
  today: Day,
  /** Whether the person works here on a day. */
  isHere: (personId: string, day: Day) => boolean,
  chance: Chance,
): DemoDealing {
  const delivered = addDays(order.day, 1 + chance.whole(3))
  if (delivered >= today) return { deliveredOn: null, invoice: null, payment: null }
  const dueOn = addDays(delivered, outlet.paymentDays ?? 30)
  const invoice = { id: idOn(delivered, chance), dueOn }
  const slow = outlet.tier === 'C' ? 0.12 : 0.05
  const late = chance.happens(slow) ? 25 + chance.whole(90) : chance.whole(9)
  const paidOn = addDays(dueOn, late)
  const atTheDoor = (outlet.paymentDays ?? 30) <= 15 && chance.happens(0.5)
  if (paidOn >= today) return { deliveredOn: delivered, invoice, payment: null }
  const whole = goodsOf(order)
  const amountMinor = chance.happens(0.04) ? Math.max(1, Math.floor(whole / 2)) : whole
  const payment = {
    id: idOn(paidOn, chance),
    paidOn,
    amountMinor,
    collectedBy: atTheDoor && isHere(order.personId, paidOn) ? order.personId : null,
  }
  return { deliveredOn: delivered, invoice, payment }
}

/** When what was collected on a day is handed in: on the next Friday. Null while that is not yet over. */
export function handedInOn(paidOn: Day, today: Day): Day | null {
  const friday = addDays(paidOn, (12 - weekday(paidOn)) % 7)
  return friday < today ? friday : null
}
