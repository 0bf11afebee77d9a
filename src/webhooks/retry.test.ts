import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isHopeless, patienceMs, waitAfter, waits } from './retry.ts'

test.each([
  [1, 5000],
  [2, 300_000],
  [9, 86_400_000],
  [10, null],
  [99, null],
])('after %i failed attempts', (attempts, wait) => {
  expect(waitAfter(attempts, 0)).toBe(wait)
})

test('every wait is longer than the one before, whatever the chance', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: waits.length - 1 }), chance, chance, (attempts, a, b) => {
      expect(waitAfter(attempts + 1, a)).toBeGreaterThan(waitAfter(attempts, b) ?? Infinity)
    }),
  )
})

test('an endpoint has five days', () => {
  expect(isHopeless(1000, 1000 + patienceMs - 1)).toBe(false)
  expect(isHopeless(1000, 1000 + patienceMs)).toBe(true)
})
