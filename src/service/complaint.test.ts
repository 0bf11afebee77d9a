import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { isRefusal } from '../values/refusal.ts'
import { type ComplaintAct, complaintActs, complaintState, daysOf, refusalOfAct } from './complaint.ts'

const day = (text: string) => text as Day
const today = day('2026-05-04')
const acts = Object.keys(complaintActs) as ComplaintAct[]

describe('how a complaint stands', () => {
  test.each([
    ['2026-05-04', null, 'open'],
    ['2026-05-03', null, 'overdue'],
    ['2026-05-05', null, 'open'],
    ['2026-05-01', '2026-05-04', 'resolved'],
  ] as const)('due %s, resolved %s: %s', (due, resolved, state) => {
    expect(complaintState({ dueOn: day(due), resolvedOn: resolved && day(resolved) }, today)).toBe(state)
  })

  test.each([
    ['pass-on', null, null],
    ['resolve', null, null],
    ['reopen', null, 'complaint-open'],
    ['rate', null, 'complaint-open'],
    ['pass-on', '2026-05-02', 'complaint-resolved'],
    ['resolve', '2026-05-02', 'complaint-resolved'],
    ['reopen', '2026-05-02', null],
    ['rate', '2026-05-02', null],
  ] as const)('%s of one resolved %s: %s', (act, resolved, code) => {
    const complaint = { dueOn: day('2026-05-01'), resolvedOn: resolved && day(resolved) }
    expect(refusalOfAct(act, complaint, today)?.refused ?? null).toBe(code)
  })

  test('something can always be done, and never both resolving and reopening', () => {
    const offsets = fc.integer({ min: -400, max: 400 })
    fc.assert(
      fc.property(offsets, fc.option(offsets), (due, resolved) => {
        const complaint = {
          dueOn: addDays(today, due),
          resolvedOn: resolved === null ? null : addDays(today, resolved),
        }
        const possible = acts.filter((act) => refusalOfAct(act, complaint, today) === null)
        expect(possible.length).toBeGreaterThan(0)
        expect(possible.includes('resolve')).not.toBe(possible.includes('reopen'))
      }),
    )
  })
})

describe('the days of a new complaint', () => {
  test.each([
    [{}, { raisedOn: '2026-05-04', dueOn: '2026-05-09' }],
    [{ raisedOn: '2026-04-30' }, { raisedOn: '2026-04-30', dueOn: '2026-05-09' }],
    [{ dueOn: '2026-05-04' }, { raisedOn: '2026-05-04', dueOn: '2026-05-04' }],
    [{ raisedOn: '2026-05-05' }, 'complaint-in-the-future'],
    [{ dueOn: '2026-05-03' }, 'due-before-raised'],
  ])('%j', (given, expected) => {
    const days = daysOf(given as Parameters<typeof daysOf>[0], today)
    expect(isRefusal(days) ? days.refused : days).toEqual(expected)
  })
})
