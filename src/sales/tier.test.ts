import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Tier, type TierFacts, shifted, tiersOf } from './tier.ts'
import { areTierRules, defaultTierRules } from './tier-rules.ts'

const of = (sales: number, more: Partial<TierFacts> = {}): TierFacts => ({
  id: `${sales}`,
  sales: BigInt(sales),
  tier: null,
  base: null,
  byHand: false,
  shift: 0,
  ...more,
})
const tiers = (facts: readonly TierFacts[], rules = defaultTierRules) =>
  tiersOf(facts, rules)
    .map(({ tier }) => tier)
    .join('')

describe('cumulative shares', () => {
  test.each([
    ['the one who crosses the line still belongs above it', [60, 30, 10], 'AAB'],
    ['one customer alone is A', [5], 'A'],
    ['a giant is A, whatever its share', [990, 10], 'AC'],
    ['exactly on the line begins the next', [80, 15, 5], 'ABC'],
    ['those who sell the same get the same', [80, 5, 5, 5, 5], 'ABBBB'],
    ['all equal, all A: nothing tells them apart', [10, 10, 10], 'AAA'],
    ['nothing sold is C', [10, 0], 'AC'],
    ['more returned than bought is C and counts as nothing', [10, -90], 'AC'],
    ['nobody sold anything', [0, 0], 'CC'],
  ])('%s', (_, sales, expected) => {
    expect(tiers(sales.map((one) => of(one)))).toBe(expected)
  })

  test('place and share are said with it', () => {
    expect(tiersOf([of(15), of(80), of(5), of(0)], defaultTierRules)).toEqual([
      { id: '15', base: 'B', tier: 'B', because: 'first', rank: 2, cumulativePpm: 950_000 },
      { id: '80', base: 'A', tier: 'A', because: 'first', rank: 1, cumulativePpm: 800_000 },
      { id: '5', base: 'C', tier: 'C', because: 'first', rank: 3, cumulativePpm: 1_000_000 },
      { id: '0', base: 'C', tier: 'C', because: 'no-sales', rank: 4, cumulativePpm: 1_000_000 },
    ])
  })
})

describe('hysteresis', () => {
  test.each([
    [78, null, 'A'],
    [80, null, 'B'],
    [77, 'B', 'A'],
    [78, 'B', 'B'],
    [79, 'B', 'B'],
    [81, 'A', 'A'],
    [82, 'A', 'B'],
    [92, 'C', 'B'],
    [93, 'C', 'C'],
    [96, 'B', 'B'],
    [97, 'B', 'C'],
    [96, 'A', 'B'],
  ] as const)('beginning at %i points, %s becomes %s', (begins, base, expected) => {
    // It sells less than the first, so it begins where that one ends.
    const facts = [of(begins), of(100 - begins, { base, tier: base })]
    expect(tiersOf(facts, defaultTierRules)[1]?.base).toBe(expected)
  })
})

test('shifted by potential and risk, never beyond the ends', () => {
  expect((['A', 'B', 'C'] as const).map((tier) => shifted(tier, 1)).join('')).toBe('AAB')
  expect((['A', 'B', 'C'] as const).map((tier) => shifted(tier, -1)).join('')).toBe('BCC')
  const [up, down, hand] = tiersOf(
    [of(5, { shift: 1, tier: 'C' }), of(90, { shift: -1 }), of(0, { byHand: true, tier: 'A', shift: -1 })],
    defaultTierRules,
  )
  expect(up).toMatchObject({ base: 'B', tier: 'A', because: 'potential' })
  expect(down).toMatchObject({ base: 'A', tier: 'B', because: 'risk' })
  expect(hand).toMatchObject({ base: 'C', tier: 'A' })
})

const someFacts = fc
  .array(
    fc.record({
      sales: fc.oneof(fc.bigInt(-50n, 50n), fc.bigInt(0n, 10n ** 15n)),
      base: fc.constantFrom<Tier | null>('A', 'B', 'C', null),
      byHand: fc.boolean(),
      shift: fc.constantFrom(-1 as const, 0 as const, 1 as const),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map((row, at) => ({ ...row, id: `${at}`, tier: row.base })))
const someRules = fc
  .record({
    a: fc.integer({ min: 1, max: 98 }),
    b: fc.integer({ min: 2, max: 99 }),
    hysteresis: fc.integer({ min: 0, max: 20 }),
  })
  .map((numbers) => ({ ...defaultTierRules, ...numbers }))
  .filter(areTierRules)

describe('whatever the company sells', () => {
  test('a second computation moves nobody', () => {
    fc.assert(
      fc.property(someFacts, someRules, (facts, rules) => {
        const once = tiersOf(facts, rules)
        const then = facts.map((one, at) => ({
          ...one,
          base: once[at]?.base ?? null,
          tier: once[at]?.tier ?? null,
        }))
        expect(tiersOf(then, rules).map(({ tier }) => tier)).toEqual(once.map(({ tier }) => tier))
      }),
    )
  })

  test('without a past, more sales never mean a lower tier, and order of the list means nothing', () => {
    fc.assert(
      fc.property(someFacts, someRules, (given, rules) => {
        const facts = given.map((one) => ({ ...one, base: null, shift: 0 as const, byHand: false }))
        const verdicts = new Map(tiersOf(facts, rules).map((one) => [one.id, one]))
        const backwards = tiersOf(facts.toReversed(), rules)
        for (const one of backwards) expect(one).toEqual(verdicts.get(one.id))
        const bySales = facts.toSorted((x, y) => (x.sales < y.sales ? 1 : -1))
        const letters = bySales.map(({ id }) => verdicts.get(id)?.tier ?? '')
        expect(letters).toEqual(letters.toSorted())
      }),
    )
  })

  test('A holds at least its points, and without its smallest customers less', () => {
    fc.assert(
      fc.property(someFacts, someRules, (given, rules) => {
        const facts = given.map((one) => ({ ...one, base: null, shift: 0 as const, byHand: false }))
        const sold = facts.filter(({ sales }) => sales > 0n)
        const total = sold.reduce((sum, { sales }) => sum + sales, 0n)
        const verdicts = tiersOf(facts, rules)
        const inA = facts.filter((_, at) => verdicts[at]?.tier === 'A').map(({ sales }) => sales)
        if (total === 0n) return void expect(inA).toEqual([])
        const sum = inA.reduce((all, one) => all + one, 0n)
        const least = inA.reduce((small, one) => (one < small ? one : small))
        const above = inA.filter((one) => one > least).reduce((all, one) => all + one, 0n)
        expect(sum * 100n >= BigInt(rules.a) * total).toBe(true)
        expect(above === 0n || above * 100n < BigInt(rules.a) * total).toBe(true)
      }),
    )
  })
})
