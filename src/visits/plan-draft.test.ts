import { expect, test } from 'vitest'
import {
  type Draft,
  type DraftStop,
  asSaved,
  dayOfStop,
  draftOfWeek,
  fillDraft,
  isSameDraft,
  metresOfDay,
  orderDay,
  putStop,
  removeStop,
  shiftStop,
} from './plan-draft.ts'

const days = ['2026-03-16', '2026-03-17', '2026-03-18']
const visit = (id: string, on: string, made = false) => ({
  id: `v-${id}`,
  customer: { id },
  on,
  made,
  reason: 'cadence',
})
const week = draftOfWeek(days, [
  visit('made', '2026-03-16', true),
  visit('sol', '2026-03-16'),
  visit('luna', '2026-03-16'),
])
const added = (customerId: string): DraftStop => ({ customerId, visitId: null, made: false, reason: 'hand' })
const said = (draft: Draft) =>
  draft.days.map(({ stops }) => stops.map(({ customerId }) => customerId).join(' '))
const at = (x: number) => ({ latitude: 40, longitude: x / 100 })
const outlets = new Map([
  ['made', at(0)],
  ['sol', at(2)],
  ['luna', at(1)],
  ['mar', at(3)],
  ['rio', null],
])

test.each([
  ['later in its day', shiftStop(week, 'sol', 'down'), ['made luna sol', '', '']],
  ['earlier', shiftStop(week, 'luna', 'up'), ['made luna sol', '', '']],
  ['not beyond its end', shiftStop(week, 'luna', 'down'), ['made sol luna', '', '']],
  ['to the next day', shiftStop(week, 'sol', 'after'), ['made luna', 'sol', '']],
  ['not before the week', shiftStop(week, 'sol', 'before'), ['made sol luna', '', '']],
  ['what was made stays', shiftStop(week, 'made', 'after'), ['made sol luna', '', '']],
  ['unknown', shiftStop(week, 'mar', 'after'), ['made sol luna', '', '']],
  ['added', putStop(week, added('mar'), '2026-03-18'), ['made sol luna', '', 'mar']],
  [
    'put elsewhere, never twice',
    putStop(week, { ...added('sol'), visitId: 'v-sol' }, '2026-03-17'),
    ['made luna', 'sol', ''],
  ],
  ['removed', removeStop(week, 'sol'), ['made luna', '', '']],
  ['made can’t be removed', removeStop(week, 'made'), ['made sol luna', '', '']],
  ['in a short order', orderDay(week, '2026-03-16', outlets, at(0)), ['made luna sol', '', '']],
])('%s', (_, draft, stand) => {
  expect(said(draft)).toEqual(stand)
})

test('what is due fills the room that is left, and what stands stays in its day', () => {
  const due = [
    { customer: { id: 'mar' }, days },
    { customer: { id: 'rio' }, days },
    { customer: { id: 'sol' }, days },
  ]
  const room = { visitsADay: 4, open: days.slice(0, 1), base: null }
  const filled = fillDraft(week, due, outlets, room)
  expect([dayOfStop(filled, 'mar'), dayOfStop(filled, 'rio')]).toEqual(['2026-03-16', null])
  expect(dayOfStop(filled, 'luna')).toBe('2026-03-16')
  expect(filled.days[0]?.stops[0]?.customerId).toBe('made')
  const full = fillDraft(week, due, outlets, { ...room, visitsADay: 3 })
  expect(isSameDraft(full, week)).toBe(true)
  const asked = {
    ...week,
    others: [{ customerId: 'mar', personId: 'p', day: '2026-03-17', reason: 'sponsor' as const }],
  }
  expect(dayOfStop(fillDraft(asked, due, outlets, room), 'mar')).toBeNull()
})

test('what is sent: planned visits only, in their order, and what was seen', () => {
  const seen = [
    { id: 'v-made', version: 2, made: true },
    { id: 'v-sol', version: 1, made: false },
  ]
  const sent = asSaved(putStop(week, added('mar'), '2026-03-18'), {
    personId: 'ana',
    from: '2026-03-16',
    seen,
  })
  expect(sent.seen).toEqual([{ id: 'v-sol', version: 1 }])
  expect(sent.days[0]?.stops.map(({ visitId }) => visitId)).toEqual(['v-sol', 'v-luna'])
  expect(sent.days[2]?.stops).toEqual([{ visitId: null, customerId: 'mar', reason: 'hand' }])
})

test('metres of a day follow the order in which its stops stand', () => {
  const metres = (draft: Draft) => draft.days.map((day) => metresOfDay(day, outlets, null))
  const [there, straight] = [metres(week)[0] ?? 0, metres(shiftStop(week, 'sol', 'down'))[0] ?? 0]
  expect(Math.round((there / straight) * 2)).toBe(3)
  expect(metres(week).slice(1)).toEqual([0, 0])
})
