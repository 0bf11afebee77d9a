import { expect, test } from 'vitest'
import { orderSearch, startOfPeriod } from './order-search.ts'

test.each([
  ['month', '2026-05-17', '2026-05-01'],
  ['quarter', '2026-05-17', '2026-04-01'],
  ['quarter', '2026-12-31', '2026-10-01'],
  ['quarter', '2026-01-01', '2026-01-01'],
  ['year', '2026-05-17', '2026-01-01'],
] as const)('the %s of %s begins on %s', (period, today, first) => {
  expect(startOfPeriod(period, today)).toBe(first)
})

test('an address is read leniently', () => {
  expect(orderSearch({ q: 'A', stage: 'gone', kind: 'return', period: 1, customer: 'x' })).toEqual({
    q: 'A',
    kind: 'return',
  })
})
