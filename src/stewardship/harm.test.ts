import { describe, expect, test } from 'vitest'
import { factorOf, harmOfPair, harmOfRequest, worstOf } from './harm.ts'

describe('harm', () => {
  test('the same issue weighs most at an A customer', () => {
    expect([factorOf('A'), factorOf('B'), factorOf('C'), factorOf(null)]).toEqual([3, 2, 1, 1])
  })
  test('nobody to talk to is worse than a rough place, and both than a stale profile', () => {
    expect(worstOf(['stale', 'unlocated', 'no-person-in-charge'])).toBe('no-person-in-charge')
    expect(worstOf(['stale', 'unlocated'])).toBe('unlocated')
    expect(worstOf([])).toBeNull()
  })
  test('a request gains by waiting, to an end', () => {
    expect(harmOfRequest('C', 3)).toBe(harmOfRequest('C', 0) + 3)
    expect(harmOfRequest('C', 400)).toBe(harmOfRequest('C', 30))
    expect(harmOfRequest('C', -1)).toBe(harmOfRequest('C', 0))
  })
  test('of a pair the better customer counts, and how sure it is', () => {
    expect(harmOfPair(['C', 'A'], 100)).toBe(3 * harmOfPair([null, null], 100))
    expect(harmOfPair(['A', null], 50)).toBeLessThan(harmOfPair(['A', null], 80))
  })
})
