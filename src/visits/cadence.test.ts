import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tierKeys } from '../pool/rules.ts'
import { cadenceRulesFrom, defaultCadence } from './cadence-rules.ts'
import { type Need, scaleCadence, stretchedTiers } from './cadence.ts'

const need = (tier: Need['tier'], customers: number, weeks: number | null = null) => ({
  tier,
  weeks,
  customers,
})
const some = fc.array(
  fc.record({
    tier: fc.constantFrom(...tierKeys),
    weeks: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    customers: fc.integer({ min: 1, max: 200 }),
  }),
  { maxLength: 8 },
)
const capacity = fc.integer({ min: 0, max: 150 })

test.each([
  ['all fits', [need('A', 10), need('B', 20), need('C', 40)], 30, { A: 1, B: 2, C: 4, none: 4 }, 0],
  [
    'C every 6 weeks instead of 4',
    [need('A', 20), need('B', 20), need('C', 84)],
    45,
    { A: 1, B: 2, C: 6, none: 4 },
    0,
  ],
  [
    'those without a tier yield first',
    [need('A', 20), need('C', 40), need('none', 40)],
    36,
    { A: 1, B: 2, C: 4, none: 7 },
    0,
  ],
  [
    'then B up to its longest',
    [need('A', 20), need('B', 40), need('C', 24)],
    33,
    { A: 1, B: 4, C: 12, none: 4 },
    0,
  ],
  ['A is never stretched by default: it is missing', [need('A', 50)], 45, { A: 1, B: 2, C: 4, none: 4 }, 5],
  ['said by hand is never stretched', [need('C', 60, 1)], 45, { A: 1, B: 2, C: 4, none: 4 }, 15],
])('%s', (_, needs, most, weeks, missing) => {
  const scaled = scaleCadence(defaultCadence, needs, most)
  expect(scaled.weeks).toEqual(weeks)
  expect(scaled.missing).toBeCloseTo(missing)
})

test('the shortfall in words: 51 visits a week are needed, 45 can be made, C every 6 weeks instead of 4', () => {
  const scaled = scaleCadence(defaultCadence, [need('A', 20), need('B', 20), need('C', 84)], 45)
  expect([scaled.needed, scaled.asked, scaled.capacity]).toEqual([51, 44, 45])
  expect(stretchedTiers(defaultCadence, scaled.weeks)).toEqual([{ tier: 'C', weeks: 6, instead: 4 }])
})

test('more capacity never makes a cadence longer, more customers never a shorter one', () => {
  fc.assert(
    fc.property(some, some, capacity, capacity, (needs, more, a, b) => {
      const [less, full] = [Math.min(a, b), Math.max(a, b)]
      const tight = scaleCadence(defaultCadence, needs, less).weeks
      const loose = scaleCadence(defaultCadence, needs, full).weeks
      const crowded = scaleCadence(defaultCadence, [...needs, ...more], full).weeks
      for (const tier of tierKeys) {
        expect(loose[tier]).toBeLessThanOrEqual(tight[tier])
        expect(crowded[tier]).toBeGreaterThanOrEqual(loose[tier])
      }
    }),
  )
})

test('nothing is missing unless everything was stretched to its longest', () => {
  fc.assert(
    fc.property(some, capacity, (needs, most) => {
      const { weeks, missing, asked } = scaleCadence(defaultCadence, needs, most)
      if (missing > 1e-6)
        for (const { tier } of needs.filter((one) => one.weeks === null))
          expect(weeks[tier]).toBe(defaultCadence.tiers[tier].longest)
      else expect(asked).toBeLessThanOrEqual(most + 1e-6)
    }),
  )
})

test('a tier that is off asks for nothing, and what the company keeps goes over the defaults', () => {
  const rules = cadenceRulesFrom({ tiers: { C: { on: false, weeks: 4, longest: 4 } }, visitsADay: 6 })
  expect(scaleCadence(rules, [need('C', 400)], 0)).toMatchObject({ needed: 0, missing: 0 })
  expect([rules.visitsADay, rules.tiers.A.weeks, rules.workdays]).toEqual([6, 1, [1, 2, 3, 4, 5]])
  expect(stretchedTiers(rules, { A: 1, B: 2, C: 9, none: 4 })).toEqual([])
})
