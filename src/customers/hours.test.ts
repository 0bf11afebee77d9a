import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type WeeklyInterval, isClockTime, isOpenAt, weeklyHoursProblem } from './hours.ts'

test.each([
  ['00:00', true],
  ['09:30', true],
  ['24:00', true],
  ['24:01', false],
  ['9:30', false],
  ['23:60', false],
  ['', false],
])('%j is a time of day: %s', (text, is) => expect(isClockTime(text)).toBe(is))

test.each<[string, WeeklyInterval[], number | null]>([
  [
    'a lunch break',
    [
      { day: 1, from: '09:00', to: '14:00' },
      { day: 1, from: '14:00', to: '20:00' },
    ],
    null,
  ],
  [
    'the same hours on two days',
    [
      { day: 1, from: '09:00', to: '14:00' },
      { day: 2, from: '09:00', to: '14:00' },
    ],
    null,
  ],
  [
    'an overlap',
    [
      { day: 1, from: '09:00', to: '14:00' },
      { day: 1, from: '13:59', to: '20:00' },
    ],
    1,
  ],
  ['past midnight', [{ day: 5, from: '20:00', to: '02:00' }], 0],
  ['nothing between', [{ day: 5, from: '20:00', to: '20:00' }], 0],
  ['no hours', [], null],
])('%s', (_, hours, wrong) => expect(weeklyHoursProblem(hours)?.at ?? null).toBe(wrong))

const clock = (at: number) =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

test('open exactly within the intervals; unknown without any', () => {
  const minute = fc.integer({ min: 0, max: 1439 })
  fc.assert(
    fc.property(minute, minute, minute, fc.integer({ min: 1, max: 7 }), (a, b, at, day) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
      const end = to === 1440 ? '24:00' : clock(to)
      expect(isOpenAt([{ day, from: clock(from), to: end }], day, clock(at))).toBe(from <= at && at < to)
      expect(isOpenAt([{ day, from: clock(from), to: end }], (day % 7) + 1, clock(at))).toBe(false)
    }),
  )
  expect(isOpenAt(null, 1, '10:00')).toBeNull()
  expect(isOpenAt([], 1, '10:00')).toBeNull()
})
