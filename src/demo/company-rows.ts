import { addDays } from '../values/calendar.ts'
import type { DemoCompany } from './company.ts'
import type { Pack } from './pack.ts'
import type { DemoTable, Rows } from './rows.ts'
import { idOn } from './staff.ts'
import { words } from './words.ts'

/** Money handed in, which payments refer to; and prices. Before the outlets' rows. */
export function companyRows(company: string, pack: Pack, made: DemoCompany): [DemoTable, Rows][] {
  const { chance, staff, today, products } = made
  const said = words[pack.language]
  const cashier = staff.people.find(({ roles }) => roles.includes('payroll'))?.id ?? staff.principalId
  const begun = addDays(today, -400)
  const lists = [
    {
      id: idOn(begun, chance),
      code: 'L1',
      name: said.general,
      rank: 100,
      tiers: [],
      share: 100,
      from: begun,
    },
    // Made a month ago: what was sold before went by the general one.
    {
      id: idOn(begun, chance),
      code: 'L2',
      name: said.agreed,
      rank: 10,
      tiers: ['A'],
      share: 95,
      from: addDays(today, -30),
    },
  ]
  return [
    [
      'hand_in',
      [...made.life.handIns.values()].map(({ id, personId, on, expectedMinor, countedMinor }) => ({
        organization_id: company,
        id,
        person_id: personId,
        received_by: cashier,
        handed_on: on,
        currency: pack.currency,
        expected_minor: expectedMinor,
        counted_minor: countedMinor,
      })),
    ],
    [
      'price_list',
      lists.map(({ id, code, name, rank, tiers, from }) => ({
        organization_id: company,
        id,
        code,
        name,
        rank,
        tiers,
        currency: pack.currency,
        from_day: from,
      })),
    ],
    [
      'price',
      lists.flatMap((list) =>
        products.map((product) => ({
          organization_id: company,
          id: idOn(begun, chance),
          price_list_id: list.id,
          product_id: product.id,
          from_day: list.from,
          unit_price_minor: Math.round((product.priceMinor * list.share) / 100),
        })),
      ),
    ],
  ]
}
