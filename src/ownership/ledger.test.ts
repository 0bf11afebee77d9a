import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { isRefusal } from '../values/refusal.ts'
import { pointsToCorrect } from './correct.ts'
import { coverSpan, coveredBy, pointsToCover, pointsToEnd } from './cover.ts'
import { lanesOf } from './lanes.ts'
import { type Entry, type Point, holderOn, periodsOf } from './ledger.ts'
import { pointsToUndo } from './undo.ts'

const start = '2026-01-01' as Day
const day = (n: number) => addDays(start, n)
const seat = { line: 'all', role: 'owner', seat: 0 } as const
const people = ['ana', 'bea', 'carl', null] as const

/** Entries of one seat as the ledger numbers them: [batch, day, person] in the order of recording. */
const entriesOf = (...rows: [string, number, string | null][]): Entry[] =>
  rows.map(([batchId, from, personId], index) => ({
    ...seat,
    batchId,
    from: day(from),
    personId,
    ordinal: index + 1,
  }))

const history = fc
  .array(fc.tuple(fc.nat(5), fc.nat(40), fc.constantFrom(...people)), { minLength: 1, maxLength: 25 })
  .map((rows) =>
    entriesOf(...rows.map(([batch, from, who]): [string, number, string | null] => [`b${batch}`, from, who])),
  )
const days = Array.from({ length: 60 }, (_, n) => day(n - 5))
const answers = (entries: readonly Entry[]) => days.map((one) => holderOn(entries, one))
const after = (entries: readonly Entry[], points: readonly Point[], batchId: string): Entry[] => [
  ...entries,
  ...points.map((point, index) => ({ ...seat, ...point, batchId, ordinal: entries.length + index + 1 })),
]

test.each<[string, [string, number, string | null][], number, string | null]>([
  ['before the first entry', [['a', 5, 'ana']], 4, null],
  ['on its first day', [['a', 5, 'ana']], 5, 'ana'],
  [
    'until the next begins',
    [
      ['a', 0, 'ana'],
      ['b', 10, 'bea'],
    ],
    9,
    'ana',
  ],
  [
    'from the day of the next',
    [
      ['a', 0, 'ana'],
      ['b', 10, 'bea'],
    ],
    10,
    'bea',
  ],
  [
    'of one day the later recorded',
    [
      ['a', 0, 'ana'],
      ['b', 0, 'bea'],
    ],
    3,
    'bea',
  ],
  [
    'an earlier day told later ends where the next begins',
    [
      ['a', 0, 'ana'],
      ['b', 10, 'bea'],
      ['c', 5, 'carl'],
    ],
    12,
    'bea',
  ],
  [
    'in the pool',
    [
      ['a', 0, 'ana'],
      ['b', 3, null],
    ],
    4,
    null,
  ],
])('who holds %s', (_, rows, on, who) => {
  expect(holderOn(entriesOf(...rows), day(on))).toBe(who)
})

test('periods follow each other without gap or overlap, and say what holderOn says', () => {
  fc.assert(
    fc.property(history, (entries) => {
      const periods = periodsOf(entries)
      periods.forEach((period, index) => expect(period.until).toBe(periods[index + 1]?.from ?? null))
      for (const one of days) {
        const at = periods.filter(({ from, until }) => from <= one && (until === null || one < until))
        expect(at.length).toBe(one < (periods[0]?.from ?? one) ? 0 : 1)
        expect(at[0]?.entry.personId ?? null).toBe(holderOn(entries, one))
      }
    }),
  )
})

test('undoing the last batch answers every day as before it; an undo can be undone', () => {
  fc.assert(
    fc.property(
      history,
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...people)), { minLength: 1, maxLength: 6 }),
      (before, batch) => {
        const whole = [
          ...entriesOf(['first', -5, 'ana']),
          ...before.map((entry) => ({ ...entry, ordinal: entry.ordinal + 1 })),
        ]
        const made = after(
          whole,
          batch.map(([from, personId]) => ({ from: day(from), personId })),
          'last',
        )
        const points = pointsToUndo(made, 'last')
        if (isRefusal(points)) throw new Error(points.refused)
        const undone = after(made, points, 'undo')
        expect(answers(undone)).toEqual(answers(whole))
        const again = pointsToUndo(undone, 'undo')
        if (isRefusal(again)) throw new Error(again.refused)
        expect(answers(after(undone, again, 'redo'))).toEqual(answers(made))
      },
    ),
  )
})

test('what was recorded later can not be passed over, and a first owner not be taken back', () => {
  expect(pointsToUndo(entriesOf(['a', 0, 'ana'], ['b', 5, 'bea'], ['c', 9, 'carl']), 'b')).toMatchObject({
    refused: 'recorded-later',
  })
  expect(pointsToUndo(entriesOf(['a', 0, 'ana']), 'a')).toMatchObject({ refused: 'first-owner' })
})

test('a correction holds on every day of its span and touches no other', () => {
  const span = fc.tuple(fc.nat(30), fc.option(fc.integer({ min: 1, max: 20 })), fc.constantFrom(...people))
  fc.assert(
    fc.property(history, span, (entries, [from, length, personId]) => {
      const until = length === null ? null : day(from + length)
      const points = pointsToCorrect(entries, { from: day(from), until, personId })
      if (isRefusal(points)) {
        expect(points.refused).toBe('nothing-changed')
        return
      }
      const corrected = after(entries, points, 'correction')
      for (const one of days) {
        const inside = one >= day(from) && (until === null || one < until)
        expect(holderOn(corrected, one)).toBe(inside ? personId : holderOn(entries, one))
      }
    }),
  )
})

test('a cover begins, returns by itself and can be ended early', () => {
  const cover = { from: day(10), to: day(12), personId: 'bea' }
  const covered = after([], pointsToCover([], cover), 'c')
  expect([9, 10, 12, 13].map((n) => holderOn(covered, day(n)))).toEqual([null, 'bea', 'bea', null])
  const ended = after(covered, pointsToEnd(covered, 'c', day(11)), 'e')
  expect([10, 11, 12, 13].map((n) => holderOn(ended, day(n)))).toEqual(['bea', null, null, null])
  expect(pointsToEnd(covered, 'c', day(13))).toEqual([])
  const never = after(covered, pointsToEnd(covered, 'c', day(2)), 'e')
  expect(days.map((one) => holderOn(never, one))).toEqual(days.map(() => null))
})

test('the end of an earlier cover does not cut a later one short', () => {
  const first = after([], pointsToCover([], { from: day(1), to: day(30), personId: 'bea' }), 'c')
  const ended = after(first, pointsToEnd(first, 'c', day(10)), 'e')
  const second = after(ended, pointsToCover(ended, { from: day(15), to: day(45), personId: 'carl' }), 'd')
  expect([9, 10, 14, 15, 31, 45, 46].map((n) => holderOn(second, day(n)))).toEqual([
    'bea',
    null,
    null,
    'carl',
    'carl',
    'carl',
    null,
  ])
})

test.each<[string, number, number, string | null]>([
  ['inside', 11, 11, 'bea'],
  ['over its beginning', 5, 10, 'bea'],
  ['over its end', 12, 30, 'bea'],
  ['around it', 1, 40, 'bea'],
  ['before it', 1, 9, null],
  ['after it', 13, 20, null],
])('a second cover %s', (_, from, to, who) => {
  const covered = after([], pointsToCover([], { from: day(10), to: day(12), personId: 'bea' }), 'c')
  expect(coveredBy(covered, { from: day(from), to: day(to) })).toBe(who)
})

test.each<[string, number, number, string | undefined]>([
  ['from today', 0, 3, undefined],
  ['one day', 4, 4, undefined],
  ['backwards', 4, 3, 'invalid-span'],
  ['from yesterday', -1, 3, 'invalid-past'],
  ['for ever', 0, 400, 'invalid-too-long'],
])('a cover %s', (_, from, to, refused) => {
  expect(coverSpan({ from: day(from), to: day(to) }, day(0))?.refused).toBe(refused)
})

test('lanes: the owner first, what was corrected beside its lane', () => {
  const own = entriesOf(['a', 0, 'ana'], ['b', 5, 'bea'], ['c', 5, 'carl'])
  const backup = entriesOf(['d', 1, 'bea']).map((entry) => ({ ...entry, role: 'backup' as const }))
  const lanes = lanesOf([...backup, ...own])
  expect(
    lanes.map(({ role, periods, replaced }) => [
      role,
      periods.map(({ entry }) => entry.personId),
      replaced.map((entry) => entry.personId),
    ]),
  ).toEqual([
    ['owner', ['ana', 'carl'], ['bea']],
    ['backup', ['bea'], []],
  ])
})
