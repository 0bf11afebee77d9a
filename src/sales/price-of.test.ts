import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Agreement, type PriceList, type PriceRow, agreementOn, priceOf } from './price-of.ts'

type List = PriceList & { prices: PriceRow[] }
const price = (minor: number | null, leastQuantity = 0, fromDay = '2026-01-01'): PriceRow => ({
  leastQuantity,
  fromDay,
  minor,
})
const aList = (id: string, prices: PriceRow[], more: Partial<List> = {}): List => ({
  id,
  code: id,
  name: id,
  currency: 'EUR',
  fromDay: null,
  toDay: null,
  channels: [],
  tiers: [],
  byAgreement: false,
  rank: 100,
  prices,
  ...more,
})
const from = (fromDay: string, listId: string | null): Agreement => ({ fromDay, listId })

type Case = {
  lists?: List[]
  agreements?: Agreement[]
  product?: number | null
  channel?: string | null
  tier?: string | null
  day?: string
  quantity?: number
  currency?: string
}
function asked(one: Case) {
  const { lists = [], agreements = [], product = null, channel = null, tier = null } = one
  const { day = '2026-06-15', quantity = 1, currency = 'EUR' } = one
  return priceOf(
    {
      customer: { channel, tier },
      agreements,
      lists,
      product: product === null ? null : { minor: product, currency: 'EUR' },
    },
    { day, quantity, currency },
  )
}

const general = aList('G', [price(1000)])
const agreed = aList('OWN', [price(900)], { byAgreement: true })
const own = { lists: [general, agreed], agreements: [from('2026-03-01', 'OWN')] }
const dated = [price(1000), price(1100, 0, '2026-07-01'), price(null, 0, '2026-09-01')]
const breaks = [price(1000), price(950, 10), price(900, 100)]

describe('which price holds', () => {
  test.each<[string, Case, number | null, string?]>([
    ['nobody ever said: unknown, not nothing', {}, null],
    ['the product has its own', { product: 700 }, 700, 'product'],
    ['the product gives it away', { product: 0 }, 0, 'product'],
    ['its own price is in another currency', { product: 700, currency: 'USD' }, null],
    ['a general list goes before the product', { lists: [general], product: 700 }, 1000, 'general'],
    ['the agreed list goes before the general one', own, 900, 'agreed'],
    ['before it was agreed', { ...own, day: '2026-02-28' }, 1000, 'general'],
    ['on the first day', { ...own, day: '2026-03-01' }, 900, 'agreed'],
    ['a list by agreement is for nobody else', { lists: [agreed], product: 700 }, 700, 'product'],
    [
      'back to the general lists',
      { ...own, agreements: [...own.agreements, from('2026-05-01', null)] },
      1000,
    ],
    [
      'agreed twice for a day: the last recorded',
      { ...own, agreements: [from('2026-03-01', null), from('2026-03-01', 'OWN')] },
      900,
    ],
    [
      'recorded late for an earlier day: the later day still holds',
      { ...own, agreements: [from('2026-03-01', 'OWN'), from('2026-02-01', null)] },
      900,
    ],
    [
      'what the agreed list has no price for, the general one has',
      { lists: [general, aList('OWN', [])], agreements: [from('2026-03-01', 'OWN')] },
      1000,
      'general',
    ],
    [
      'the agreed list has ended',
      { ...own, lists: [general, { ...agreed, toDay: '2026-06-14' }] },
      1000,
      'general',
    ],
    [
      'the agreed list is in another currency',
      { ...own, lists: [general, { ...agreed, currency: 'USD' }] },
      1000,
    ],
    ['a list that has not begun', { lists: [{ ...general, fromDay: '2026-06-16' }] }, null],
    ['a list on its last day', { lists: [{ ...general, toDay: '2026-06-15' }] }, 1000],
    ['for another channel', { lists: [{ ...general, channels: ['horeca'] }], channel: 'retail' }, null],
    ['for its channel', { lists: [{ ...general, channels: ['horeca'] }], channel: 'horeca' }, 1000],
    ['for a channel that it does not say', { lists: [{ ...general, channels: ['horeca'] }] }, null],
    ['for its tier', { lists: [{ ...general, tiers: ['A'] }], tier: 'A' }, 1000],
    ['for its channel, not its tier', { lists: [{ ...general, tiers: ['A'] }], tier: 'B' }, null],
    ['the lower rank goes first', { lists: [general, aList('Z', [price(800)], { rank: 1 })] }, 800],
    ['of the same rank the code decides', { lists: [general, aList('F', [price(800)])] }, 800],
    ['a later price', { lists: [aList('G', dated)], day: '2026-07-01' }, 1100],
    ['the day before it', { lists: [aList('G', dated)], day: '2026-06-30' }, 1000],
    ['taken off the list', { lists: [aList('G', dated)], day: '2026-09-01' }, null],
    ['taken off: the product is asked', { lists: [aList('G', dated)], day: '2026-09-01', product: 7 }, 7],
    ['before its first price', { lists: [aList('G', dated)], day: '2025-12-31' }, null],
    ['nine of them', { lists: [aList('G', breaks)], quantity: 9 }, 1000],
    ['ten of them', { lists: [aList('G', breaks)], quantity: 10 }, 950],
    ['a hundred of them', { lists: [aList('G', breaks)], quantity: 100 }, 900],
    ['a return of ten costs what ten cost', { lists: [aList('G', breaks)], quantity: -10 }, 950],
    ['fewer than the least quantity', { lists: [aList('G', [price(900, 6)])], quantity: 5 }, null],
  ])('%s', (_, one, minor, because) => {
    const found = asked(one)
    expect(found?.minor ?? null).toBe(minor)
    if (because !== undefined) expect(found?.because).toBe(because)
  })
})

const days = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`)
const rows = fc.array(
  fc.record({
    leastQuantity: fc.integer({ min: 0, max: 5 }),
    fromDay: days,
    minor: fc.option(fc.integer({ min: 0, max: 9999 })),
  }),
  { maxLength: 12 },
)
const someLists = fc.array(
  fc.record({ prices: rows, rank: fc.integer({ min: 0, max: 3 }), byAgreement: fc.boolean() }),
  { maxLength: 5 },
)

describe('always', () => {
  test('a price is one that somebody wrote for the day and the quantity', () => {
    fc.assert(
      fc.property(someLists, days, fc.integer({ min: 1, max: 6 }), (given, day, quantity) => {
        const lists = given.map((one, at) => aList(String(at), one.prices, one))
        const found = asked({ lists, day, quantity })
        const written = lists.flatMap(({ prices }) =>
          prices.filter((row) => row.fromDay <= day && row.leastQuantity <= quantity && row.minor !== null),
        )
        if (found === null) return
        expect(written.map(({ minor }) => minor)).toContain(found.minor)
        expect(lists.find(({ id }) => id === found.list?.id)?.byAgreement).toBe(false)
      }),
    )
  })
  test('what is written for later days changes nothing today', () => {
    fc.assert(
      fc.property(rows, rows, days, fc.integer({ min: 0, max: 6 }), (now, more, day, quantity) => {
        const later = more.filter(({ fromDay }) => fromDay > day)
        const before = asked({ lists: [aList('G', now)], day, quantity })
        expect(asked({ lists: [aList('G', [...now, ...later])], day, quantity })).toEqual(before)
      }),
    )
  })
  test('where quantity makes it cheaper on the list, buying more never costs more a piece', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 6 }), (steps) => {
        const prices = steps.map((leastQuantity) => price(1000 - leastQuantity, leastQuantity))
        const paid = (quantity: number) => asked({ lists: [aList('G', prices)], quantity })?.minor ?? 1001
        for (let quantity = 0; quantity < 60; quantity++)
          expect(paid(quantity + 1)).toBeLessThanOrEqual(paid(quantity))
      }),
    )
  })
  test('exactly one agreement holds a day once the first has begun', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ fromDay: days, listId: fc.constant('L') })), days, (agreed_, day) => {
        const held = agreementOn(agreed_, day)
        expect(held !== null).toBe(agreed_.some(({ fromDay }) => fromDay <= day))
        if (held !== null)
          for (const one of agreed_) expect(one.fromDay > held.fromDay && one.fromDay <= day).toBe(false)
      }),
    )
  })
})
