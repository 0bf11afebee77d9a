import { expect, test } from 'vitest'
import { type MonthSums, currenciesOf, growth, monthsShown, netOf } from './over-time.ts'

const row = (month: string, sold: number, more: Partial<MonthSums> = {}): MonthSums => ({
  month,
  currency: 'EUR',
  soldMinor: `${sold}`,
  returnedMinor: '0',
  orders: 1,
  ...more,
})
const rows = [
  row('2025-02', 100),
  row('2026-01', 50, { returnedMinor: '20' }),
  row('2026-02', 70),
  row('2026-02', 9, { currency: 'USD', orders: 5 }),
]

test('the currency with most orders comes first', () => {
  expect(currenciesOf(rows)).toEqual(['USD', 'EUR'])
})

test('months before the first order aren’t shown; later ones without orders are zero', () => {
  const shown = monthsShown(rows, 'EUR', { first: '2025-02', last: '2026-03' })
  expect(shown.map(({ month }) => month)).toHaveLength(12)
  expect(shown.slice(-3)).toEqual([
    { month: '2026-01', sold: 50, returned: -20 },
    { month: '2026-02', sold: 70, returned: 0, before: 100 },
    { month: '2026-03', sold: 0, returned: 0, before: 0 },
  ])
  expect(monthsShown(rows, 'EUR', { first: '2026-02', last: '2026-03' }).map(({ month }) => month)).toEqual([
    '2026-02',
    '2026-03',
  ])
})

test('what was sold less what came back', () => {
  expect(netOf(rows, 'EUR', '2026-01', '2026-02')).toBe(100n)
  expect(netOf(rows, 'USD', '2026-01', '2026-02')).toBe(9n)
})

test.each([
  [110n, 100n, 0.1],
  [50n, 100n, -0.5],
  [50n, 0n, null],
  [50n, -3n, null],
])('%s after %s', (now, before, more) => {
  expect(growth(now, before)).toBe(more)
})
