import type { Day } from '../values/day.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { lifeOf } from './life.ts'
import { type DemoOutlet, outletsOf } from './outlets.ts'
import type { Pack } from './pack.ts'
import { type DemoOptions, type Staff, staffOf } from './staff.ts'
import { type DemoOrder, type DemoProduct, carriedBy, ordersOf, productsOf } from './trade.ts'

/** Who works there, what is sold, and every outlet with what it carries and ordered. */
export type DemoCompany = {
  staff: Staff
  products: DemoProduct[]
  outlets: { outlet: DemoOutlet; carried: DemoProduct[]; orders: Omit<DemoOrder, 'number'>[] }[]
  chance: Chance
  today: Day
  life: ReturnType<typeof lifeOf>
}

/** The whole demo company, the same for the same pack, options and day. */
export function demoCompany(pack: Pack, options: DemoOptions): DemoCompany {
  const chance = chanceFrom(`${pack.language} ${options.seed}`)
  const staff = staffOf(pack, options, chance)
  const products = productsOf(pack, options, chance)
  const outlets = outletsOf(pack, staff, options, chance).map((outlet) => {
    const carried = carriedBy(products, outlet, chance)
    return { outlet, carried, orders: ordersOf(outlet, carried, options, chance) }
  })
  const made = { staff, products, outlets, chance, today: options.today }
  return { ...made, life: lifeOf(pack, options, made) }
}
