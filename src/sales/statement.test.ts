import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { statementOf } from './statement.ts'

const movement = fc.record({
  currency: fc.constantFrom('EUR', 'USD'),
  day: fc.constantFrom('2026-04-30', '2026-05-01', '2026-05-20'),
  kind: fc.constantFrom('invoice', 'payment'),
  code: fc.constant(null),
  dueOn: fc.constant(null),
  amountMinor: fc.integer({ min: -5000, max: 5000 }),
})

test('what was owed before, each movement, and what is owed after it', () => {
  const one = { currency: 'EUR', kind: 'invoice', code: 'F-1', dueOn: '2026-06-01' }
  expect(
    statementOf(
      [
        { ...one, day: '2026-04-30', amountMinor: 100 },
        { ...one, day: '2026-05-01', amountMinor: 50 },
        { ...one, day: '2026-05-02', kind: 'payment', amountMinor: -120 },
      ],
      '2026-05-01',
    ),
  ).toMatchObject([
    {
      currency: 'EUR',
      beforeMinor: 100,
      afterMinor: 30,
      lines: [{ balanceMinor: 150 }, { balanceMinor: 30 }],
    },
  ])
})

test('before, lines and after always add up, currency by currency', () => {
  fc.assert(
    fc.property(fc.array(movement), (movements) => {
      for (const { currency, beforeMinor, afterMinor, lines } of statementOf(movements, '2026-05-01')) {
        const all = movements.filter((one) => one.currency === currency)
        expect(afterMinor).toBe(all.reduce((sum, { amountMinor }) => sum + amountMinor, 0))
        expect(beforeMinor + lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(afterMinor)
      }
    }),
  )
})
