import { expect, test } from 'vitest'
import { type DraftLine, priceOfLine, totalOfLine, withProduct } from './order-draft.ts'
import type { Offer } from './price-of.ts'

const product = { id: 'P', code: 'OIL', name: 'Oil', unit: null }
const line = (more: Partial<DraftLine> = {}): DraftLine => ({
  id: null,
  product,
  quantity: 1,
  price: null,
  discount: 0,
  ...more,
})
const offer = (minor: number, leastQuantity = 0): Offer => ({
  because: 'general',
  list: null,
  leastQuantity,
  fromDay: null,
  minor,
  currency: 'EUR',
})

test.each<[string, DraftLine, Offer[], number | null]>([
  ['the proposed price', line({ quantity: 3 }), [offer(105)], 315],
  ['a price by hand', line({ quantity: 3, price: 100 }), [offer(105)], 300],
  ['given away by hand', line({ price: 0 }), [offer(105)], 0],
  ['a larger quantity', line({ quantity: 12 }), [offer(90, 12), offer(105)], 1080],
  ['less a discount, rounded once', line({ quantity: 3, discount: 0.05 }), [offer(105)], 299],
  ['parts of a unit', line({ quantity: 0.5 }), [offer(105)], 53],
  ['no price known: unknown, not nothing', line(), [], null],
  ['no quantity yet', line({ quantity: null }), [offer(105)], null],
  ['none at all', line({ quantity: 0 }), [offer(105)], null],
])('%s', (_, one, offers, total) => {
  expect(totalOfLine(one, offers)).toBe(total)
})

test('the reason of a price is the list that it comes from; a price by hand that is the list’s own has it too', () => {
  expect(priceOfLine(line(), [offer(105)])?.offer?.minor).toBe(105)
  expect(priceOfLine(line({ price: 105 }), [offer(105)])?.offer?.minor).toBe(105)
  expect(priceOfLine(line({ price: 104 }), [offer(105)])).toEqual({ minor: 104, offer: null })
})

test('a product stands in a draft once', () => {
  expect(withProduct([line({ quantity: 7 })], product)).toEqual([line({ quantity: 7 })])
  expect(withProduct([], product)).toEqual([line({ quantity: null })])
})
