import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, parseDay } from '../values/day.ts'
import { isUuidV7 } from '../values/id.ts'
import { chanceFrom } from './chance.ts'
import { outletsOf } from './outlets.ts'
import { chinese } from './pack-zh.ts'
import { english } from './pack-en.ts'
import { spanish } from './pack-es.ts'
import { staffOf } from './staff.ts'
import { carriedBy, ordersOf, productsOf } from './trade.ts'

const today = parseDay('2026-06-30') as Day
const packs = [spanish, english, chinese]

function wholeCompany(
  pack: (typeof packs)[number],
  seed: string,
  customers: number,
  people: number,
  months: number,
) {
  const options = { customers, people, months, seed, today }
  const chance = chanceFrom(seed)
  const staff = staffOf(pack, options, chance)
  const outlets = outletsOf(pack, staff, options, chance)
  const products = productsOf(pack, options, chance)
  const orders = outlets.flatMap((outlet) =>
    ordersOf(outlet, carriedBy(products, outlet, chance), options, chance),
  )
  return { staff, outlets, products, orders }
}

const sizes = fc.record({
  pack: fc.constantFrom(...packs),
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  customers: fc.integer({ min: 1, max: 120 }),
  people: fc.integer({ min: 4, max: 40 }),
  months: fc.integer({ min: 1, max: 24 }),
})

describe('the demo company', () => {
  test('is the same for the same seed and another for another', () => {
    expect(wholeCompany(spanish, 'a', 60, 12, 6)).toEqual(wholeCompany(spanish, 'a', 60, 12, 6))
    expect(wholeCompany(spanish, 'a', 60, 12, 6)).not.toEqual(wholeCompany(spanish, 'b', 60, 12, 6))
  })

  test('has the people asked for, each below a manager, and customers whose owner was there at the time', () => {
    fc.assert(
      fc.property(sizes, ({ pack, seed, customers, people, months }) => {
        const { staff, outlets, orders } = wholeCompany(pack, seed, customers, people, months)
        const byId = new Map(staff.people.map((person) => [person.id, person]))
        const present = staff.people.filter((person) => person.leftOn === null)
        expect(present.length).toBeGreaterThanOrEqual(people)
        expect(present.length).toBeLessThanOrEqual(people + staff.areas.length)
        expect(staff.people.filter((person) => person.managerId === null)).toHaveLength(1)
        expect(new Set(staff.people.map((person) => person.name)).size).toBe(staff.people.length)
        expect(outlets).toHaveLength(customers)
        for (const outlet of outlets) {
          expect(isUuidV7(outlet.id)).toBe(true)
          expect(outlet.registeredOn < today).toBe(true)
          for (const holding of outlet.holdings) {
            const person = holding.personId === null ? null : byId.get(holding.personId)
            expect(person === undefined).toBe(false)
            if (person?.leftOn != null) expect(holding.fromDay <= person.leftOn).toBe(true)
          }
          expect(outlet.holdings.filter((holding) => holding.role === 'owner').at(-1)?.personId).not.toBe(
            undefined,
          )
        }
        for (const order of orders) {
          const taker = byId.get(order.personId)
          expect(taker !== undefined && (taker.leftOn === null || order.day <= taker.leftOn)).toBe(true)
          expect(order.lines.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('phones are of the country and codes are unique', () => {
    for (const pack of packs) {
      const { outlets } = wholeCompany(pack, 'phones', 400, 20, 12)
      expect(new Set(outlets.map((outlet) => outlet.code)).size).toBe(400)
      const country = { ES: '+34', GB: '+44', CN: '+86' }[pack.country]
      for (const outlet of outlets) expect(outlet.phoneE164).toMatch(new RegExp(`^\\${country}\\d{9,11}$`))
    }
  })
})
