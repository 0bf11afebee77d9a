import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Day, dayFromNumber } from '../values/day.ts'
import { daysOfStock, heldCounts, sellOuts } from './stock.ts'

const on = (day: number, quantity: number) => ({
  day: `2026-05-${String(day).padStart(2, '0')}` as Day,
  quantity,
})
type Moves = ReturnType<typeof on>[]

describe('sell-out', () => {
  test.each<[string, { counts: Moves; moves?: Moves; off?: Moves }, number[]]>([
    ['never counted', { counts: [], moves: [on(3, 24)] }, []],
    ['counted once: unknown, not zero', { counts: [on(1, 10)], moves: [on(3, 24)] }, []],
    ['counted twice', { counts: [on(1, 10), on(8, 4)] }, [6]],
    ['sold nothing is known as zero', { counts: [on(1, 10), on(8, 10)] }, [0]],
    ['with a delivery between', { counts: [on(1, 10), on(8, 4)], moves: [on(3, 24)] }, [30]],
    ['with a return between', { counts: [on(1, 10), on(8, 4)], moves: [on(3, 24), on(5, -6)] }, [24]],
    ['with goods lost', { counts: [on(1, 10), on(8, 4)], moves: [on(3, 24)], off: [on(6, 2)] }, [28]],
    [
      'a delivery on the first count’s day came after it',
      { counts: [on(1, 10), on(8, 4)], moves: [on(1, 5)] },
      [11],
    ],
    ['one on the second’s comes after that', { counts: [on(1, 10), on(8, 4)], moves: [on(8, 5)] }, [6]],
    [
      'written off on the first count’s day: not counted then',
      { counts: [on(1, 10), on(8, 4)], off: [on(1, 3)] },
      [6],
    ],
    ['written off on the second’s: no longer there', { counts: [on(1, 10), on(8, 4)], off: [on(8, 3)] }, [3]],
    ['three counts are two times', { counts: [on(1, 10), on(8, 4), on(15, 1)], moves: [on(9, 6)] }, [6, 9]],
    ['recorded in any order', { counts: [on(8, 4), on(1, 10)] }, [6]],
    ['twice on a day: the last recorded', { counts: [on(1, 10), on(8, 9), on(8, 4)] }, [6]],
    ['more than there could be', { counts: [on(1, 10), on(8, 14)] }, [-4]],
    ['parts of a unit, exactly', { counts: [on(1, 0.3), on(8, 0.1)], moves: [on(2, 0.1)] }, [0.3]],
  ])('%s', (_, { counts, moves = [], off = [] }, sold) => {
    expect(sellOuts(counts, moves, off).map(({ quantity }) => quantity)).toEqual(sold)
  })
})

describe('days of stock', () => {
  test.each<[string, Moves, number | null]>([
    ['never counted', [], null],
    ['counted once', [on(1, 10)], null],
    ['nothing was sold: no pace to go by', [on(1, 10), on(8, 10)], null],
    ['more than there could be', [on(1, 10), on(8, 14)], null],
    ['six in seven days, four are left', [on(1, 10), on(8, 4)], 4],
    ['the shelf is empty', [on(1, 10), on(8, 0)], 0],
    ['by the last pace alone', [on(1, 100), on(8, 30), on(15, 20)], 14],
  ])('%s', (_, counts, days) => {
    expect(daysOfStock(sellOuts(counts, [], []).at(-1) ?? null)).toBe(days)
  })
})

const days = fc.integer({ min: 20_000, max: 20_060 }).map(dayFromNumber)
const some = (least: number) =>
  fc.array(fc.record({ day: days, quantity: fc.integer({ min: least, max: 900 }).map((n) => n / 100) }), {
    maxLength: 9,
  })

describe('always', () => {
  test('unknown unless counted on two days, whatever was delivered', () => {
    fc.assert(
      fc.property(some(0), some(-900), some(1), (counts, moves, off) => {
        const daysCounted = new Set(counts.map(({ day }) => day)).size
        expect(sellOuts(counts, moves, off)).toHaveLength(Math.max(0, daysCounted - 1))
      }),
    )
  })
  test('no goods vanish: what the times sold comes to what the whole time sold', () => {
    fc.assert(
      fc.property(some(0), some(-900), some(1), (counts, moves, off) => {
        const held = heldCounts(counts)
        const [first, last] = [held[0], held.at(-1)]
        if (first === undefined || last === undefined || first === last) return
        const parts = sellOuts(counts, moves, off).reduce((total, { quantity }) => total + quantity, 0)
        const whole = sellOuts([first, last], moves, off)[0]?.quantity ?? Number.NaN
        expect(parts).toBeCloseTo(whole, 6)
      }),
    )
  })
  test('delivering more between two counts sold exactly so much more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 }), (n, more) => {
        const sold = (moves: Moves) => sellOuts([on(1, 50), on(8, n)], moves, [])[0]?.quantity ?? Number.NaN
        expect(sold([on(3, more)])).toBe(sold([]) + more)
      }),
    )
  })
})
