import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsOf, hoursOf, runsOf, withDays } from './weekly-pattern.ts'

const key = ({ day, from, to }: { day: number; from: string; to: string }) => `${day} ${from} ${to}`
const at = (day: number, from: string, to: string) => ({ day, from, to })
const morning = { from: '09:00', to: '14:00' }
const evening = { from: '17:00', to: '20:00' }

test.each([
  [[], []],
  [[at(1, '09:00', '14:00')], [{ days: [1], spans: [morning] }]],
  [[1, 2, 3].map((day) => at(day, '09:00', '14:00')), [{ days: [1, 2, 3], spans: [morning] }]],
  [
    [at(1, '17:00', '20:00'), at(1, '09:00', '14:00'), at(3, '09:00', '14:00'), at(5, '09:00', '14:00')],
    [
      { days: [1], spans: [morning, evening] },
      { days: [3, 5], spans: [morning] },
    ],
  ],
])('%j stand together as %j', (hours, groups) => {
  expect(groupsOf(hours)).toEqual(groups)
})

test('hours go into groups and come out as they were', () => {
  const clock = fc.nat(23).map((hour) => `${String(hour).padStart(2, '0')}:00`)
  const interval = fc.record({ day: fc.integer({ min: 1, max: 7 }), from: clock, to: clock })
  fc.assert(
    fc.property(fc.uniqueArray(interval, { selector: key }), (hours) => {
      expect(hoursOf(groupsOf(hours)).map(key).toSorted()).toEqual(hours.map(key).toSorted())
    }),
  )
})

describe('days', () => {
  test.each([
    [[], []],
    [[3], [[3, 3]]],
    [
      [1, 2, 3, 6],
      [
        [1, 3],
        [6, 6],
      ],
    ],
    [[7, 5, 6], [[5, 7]]],
  ])('%j run as %j', (days, runs) => {
    expect(runsOf(days)).toEqual(runs)
  })

  test('a day chosen in one group leaves the other', () => {
    const groups = [
      { days: [1, 2, 3], spans: [morning] },
      { days: [6], spans: [evening] },
    ]
    expect(withDays(groups, 1, [6, 3])).toEqual([
      { days: [1, 2], spans: [morning] },
      { days: [3, 6], spans: [evening] },
    ])
  })
})
