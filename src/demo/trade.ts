import { addDays, addMonths } from '../values/calendar.ts'
import { type Day, dayFromNumber, dayNumber } from '../values/day.ts'
import type { Chance } from './chance.ts'
import type { DemoHolding, DemoOutlet } from './outlets.ts'
import type { Pack } from './pack.ts'
import { type DemoOptions, idOn } from './staff.ts'

export type DemoProduct = {
  id: string
  code: string
  name: string
  category: string
  unit: string
  priceMinor: number
}
export type DemoOrderLine = { productCode: string; quantity: number; unitPriceMinor: number }
export type DemoOrder = {
  number: string
  customerCode: string
  personId: string
  day: Day
  lines: DemoOrderLine[]
}

export function productsOf(pack: Pack, options: DemoOptions, chance: Chance): DemoProduct[] {
  const begun = addMonths(options.today, -options.months - 1)
  let number = 0
  return pack.goods.flatMap(({ category, unit, items }) =>
    items.map(([name, priceMinor]) => {
      number += 1
      return {
        id: idOn(begun, chance),
        code: `P${String(number).padStart(3, '0')}`,
        name,
        category,
        unit,
        priceMinor,
      }
    }),
  )
}

/** The products an outlet carries: a share of the list, the same for every order. */
export function carriedBy(
  products: readonly DemoProduct[],
  outlet: DemoOutlet,
  chance: Chance,
): DemoProduct[] {
  const share = outlet.tier === 'A' ? 0.5 : outlet.tier === 'B' ? 0.35 : 0.2
  const carried = products.filter(() => chance.happens(share))
  return carried.length > 0 ? carried : products.slice(0, 1)
}

/** One outlet's orders, oldest first: taken by whoever was responsible that day; fewer around a change of hands. */
export function ordersOf(
  outlet: DemoOutlet,
  carried: readonly DemoProduct[],
  options: DemoOptions,
  chance: Chance,
): Omit<DemoOrder, 'number'>[] {
  if (outlet.ordersPerMonth === 0) return []
  const orders: Omit<DemoOrder, 'number'>[] = []
  const begin = Math.max(dayNumber(addMonths(options.today, -options.months)), dayNumber(outlet.registeredOn))
  const gap = 30 / outlet.ordersPerMonth
  for (
    let at = begin + chance.next() * gap;
    at < dayNumber(options.today);
    at += gap * (0.6 + 0.8 * chance.next())
  ) {
    const day = dayFromNumber(Math.floor(at))
    const taker = ownerOn(outlet.holdings, day)
    if (taker === null || (changedHandsBefore(outlet.holdings, day) && chance.happens(0.3))) continue
    const lines = Array.from({ length: 1 + chance.whole(Math.min(6, carried.length)) }, () =>
      chance.pick(carried),
    )
    orders.push({
      customerCode: outlet.code,
      personId: taker,
      day,
      lines: linesOf([...new Set(lines)], outlet, chance),
    })
  }
  return orders
}

function linesOf(products: readonly DemoProduct[], outlet: DemoOutlet, chance: Chance): DemoOrderLine[] {
  const most = outlet.tier === 'A' ? 12 : outlet.tier === 'B' ? 6 : 3
  return products.map((product) => ({
    productCode: product.code,
    quantity: 1 + chance.whole(most),
    unitPriceMinor: product.priceMinor,
  }))
}

function ownerOn(holdings: readonly DemoHolding[], day: Day): string | null {
  const owners = holdings.filter((holding) => holding.role === 'owner' && holding.fromDay <= day)
  return owners.at(-1)?.personId ?? null
}

/** Whether a departure took the customer from somebody in the ninety days before. */
function changedHandsBefore(holdings: readonly DemoHolding[], day: Day): boolean {
  return holdings.some(
    (holding) =>
      holding.cause === 'departure' && holding.fromDay <= day && addDays(holding.fromDay, 90) >= day,
  )
}
