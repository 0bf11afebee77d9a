import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { cashInHand, differenceOf, mayReceive } from './hand-in.ts'
import { refuseNetting } from './netting.ts'

const one = {
  collectedBy: 'ana',
  handedIn: false,
  voided: false,
  currency: 'EUR',
  amountMinor: 100,
  paidOn: '2026-05-02' as Day,
}

test('who has how much since when; handed in, voided and paid to the company count for nobody', () => {
  expect(
    cashInHand([
      one,
      { ...one, amountMinor: 50, paidOn: '2026-05-01' as Day },
      { ...one, currency: 'USD', amountMinor: 7 },
      { ...one, handedIn: true },
      { ...one, voided: true },
      { ...one, collectedBy: null },
    ]),
  ).toEqual([
    { personId: 'ana', currency: 'EUR', amountMinor: 150, payments: 2, since: '2026-05-01' },
    { personId: 'ana', currency: 'USD', amountMinor: 7, payments: 1, since: '2026-05-02' },
  ])
})

test('what is in hands comes to what was collected and not handed in', () => {
  const payment = fc.record({
    collectedBy: fc.constantFrom('ana', 'bea', null),
    handedIn: fc.boolean(),
    voided: fc.boolean(),
    currency: fc.constantFrom('EUR', 'USD'),
    amountMinor: fc.integer({ min: 1, max: 10 ** 9 }),
    paidOn: fc.constantFrom('2026-05-01' as Day, '2026-05-02' as Day),
  })
  fc.assert(
    fc.property(fc.array(payment), (payments) => {
      const expected = payments
        .filter(({ collectedBy, handedIn, voided }) => collectedBy !== null && !handedIn && !voided)
        .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
      expect(cashInHand(payments).reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(expected)
    }),
  )
})

test('a difference is said as it is, and nobody takes in their own', () => {
  expect(differenceOf({ expectedMinor: 100, countedMinor: 95 })).toBe(-5)
  expect(mayReceive('ana', 'ana')).toMatchObject({ refused: 'own-hand-in' })
  expect(mayReceive(null, 'ana')).toMatchObject({ refused: 'own-hand-in' })
  expect(mayReceive('bea', 'ana')).toBeNull()
})

test.each([
  ['CN', '《工资支付暂行规定》(1994-12-06) 第15–16条'],
  ['ES', 'RD 1438/1985, art. 9.d'],
  ['FR', 'Relevo 5.4'],
])('netting is refused with the article of %s', (country, article) => {
  for (const what of ['debt-with-wages', 'wages-with-collected'] as const)
    expect(refuseNetting(what, country)).toEqual({ refused: what, rule: '5.4', facts: { article } })
})
