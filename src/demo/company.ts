import { chanceFrom } from './chance.ts'
import { outletsOf } from './outlets.ts'
import type { Pack } from './pack.ts'
import { type DemoOptions, staffOf } from './staff.ts'
import { carriedBy, ordersOf, productsOf } from './trade.ts'

/** The whole demo company, the same for the same pack, options and day. */
export function demoCompany(pack: Pack, options: DemoOptions) {
  const chance = chanceFrom(`${pack.language} ${options.seed}`)
  const staff = staffOf(pack, options, chance)
  const products = productsOf(pack, options, chance)
  const outlets = outletsOf(pack, staff, options, chance).map((outlet) => {
    const carried = carriedBy(products, outlet, chance)
    return { outlet, carried, orders: ordersOf(outlet, carried, options, chance) }
  })
  return { staff, products, outlets, chance, today: options.today }
}

export type DemoCompany = ReturnType<typeof demoCompany>
