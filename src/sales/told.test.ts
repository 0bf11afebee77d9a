import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLater, lastWords } from './told.ts'

test('of several words about one number the latest holds, in whatever order they come', () => {
  const word = fc.record({
    number: fc.constantFrom('a', 'b', 'c'),
    changedAt: fc
      .integer({ min: 10, max: 99 })
      .map((n) => `2026-05-${String((n % 28) + 1).padStart(2, '0')}T00:00:00.000Z`),
  })
  fc.assert(
    fc.property(fc.array(fc.option(word)), (told) => {
      const held = [...lastWords(told)].map((at) => told[at])
      const numbers = new Set(told.flatMap((one) => (one === null ? [] : [one.number])))
      expect(held.length).toBe(numbers.size)
      for (const number of numbers) {
        const latest = told.reduce(
          (max, one) => (one?.number === number && one.changedAt > max ? one.changedAt : max),
          '',
        )
        expect(held.find((one) => one?.number === number)?.changedAt).toBe(latest)
      }
    }),
  )
})

test('what was told before anything is known is later', () => {
  expect([isLater('2026', null), isLater('2026-02', '2026-01'), isLater('2026-01', '2026-01')]).toEqual([
    true,
    true,
    false,
  ])
})
