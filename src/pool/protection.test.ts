import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../values/calendar.ts'
import { type Day, dayFromNumber, dayNumber } from '../values/day.ts'
import { closedSpans, countedDay, firstOpen, joinSpans } from './pauses.ts'
import { type Announcement, type ProtectionFacts, outlookFrom, protectionOn } from './protection.ts'

const day = (text: string) => text as Day
const rule = { on: true, days: 90, announce: 14 }
/** Owned since 1 January 2026: 90 days end on 1 April, 14 days before is 18 March. */
const quiet: ProtectionFacts = {
  since: day('2026-01-01'),
  lastActivity: null,
  closures: [],
  exemptions: [],
  announcement: null,
}
const told = (announcedOn: string, returnsOn: string, clockFrom = '2026-01-01'): Announcement => ({
  clockFrom: day(clockFrom),
  announcedOn: day(announcedOn),
  returnsOn: day(returnsOn),
})
const leave = { from: day('2026-03-01'), until: day('2026-03-11'), because: 'leave' }

describe('what a customer is on a day', () => {
  test.each<[string, Partial<ProtectionFacts>, string, object]>([
    ['new', {}, '2026-01-01', { state: 'protected', until: '2026-04-01' }],
    ['the day before it is announced', {}, '2026-03-17', { state: 'protected', until: '2026-04-01' }],
    [
      'the day of announcing',
      {},
      '2026-03-18',
      { state: 'announced', announcedOn: null, returnsOn: '2026-04-01' },
    ],
    [
      'announced in time',
      { announcement: told('2026-03-18', '2026-04-01') },
      '2026-03-31',
      { state: 'announced', announcedOn: '2026-03-18', returnsOn: '2026-04-01' },
    ],
    ['its day come', { announcement: told('2026-03-18', '2026-04-01') }, '2026-04-01', { state: 'due' }],
    [
      'days of standing still',
      {},
      '2026-05-01',
      { state: 'announced', announcedOn: null, returnsOn: '2026-05-15' },
    ],
    [
      'visited after it was announced',
      { announcement: told('2026-03-18', '2026-04-01'), lastActivity: day('2026-03-20') },
      '2026-04-01',
      { state: 'protected', until: '2026-06-18', lastActivity: '2026-03-20' },
    ],
    [
      'ordered before it was owned',
      { lastActivity: day('2025-12-01') },
      '2026-03-17',
      { until: '2026-04-01' },
    ],
    [
      'its owner on leave',
      { exemptions: [leave] },
      '2026-03-05',
      { state: 'exempt', because: 'leave', until: '2026-03-11' },
    ],
    ['after the leave', { exemptions: [leave] }, '2026-03-12', { state: 'protected', until: '2026-04-11' }],
    [
      'announced, then a leave: told anew for a later day',
      {
        announcement: told('2026-03-18', '2026-04-01'),
        exemptions: [{ ...leave, from: day('2026-03-20'), until: day('2026-03-30') }],
      },
      '2026-04-01',
      { state: 'announced', announcedOn: null, returnsOn: '2026-04-15' },
    ],
    [
      'an open collision',
      { exemptions: [{ from: day('2026-02-01'), until: null, because: 'collision' }] },
      '2026-06-01',
      { state: 'exempt', because: 'collision', until: null },
    ],
    [
      'closed every March',
      { closures: [{ from: '03-01', to: '03-31' }] },
      '2026-03-20',
      { state: 'exempt', because: 'closed', until: '2026-04-01' },
    ],
    [
      'closed every March, in April',
      { closures: [{ from: '03-01', to: '03-31' }] },
      '2026-04-02',
      { until: '2026-05-02' },
    ],
    [
      'due but on leave',
      {
        announcement: told('2026-03-18', '2026-04-01'),
        exemptions: [{ ...leave, from: day('2026-04-01'), until: day('2026-04-05') }],
      },
      '2026-04-01',
      { state: 'exempt', because: 'leave', until: '2026-04-05' },
    ],
  ])('%s', (_name, more, on, expected) => {
    expect(protectionOn({ ...quiet, ...more }, rule, day(on))).toMatchObject(expected)
  })

  test('without a rule it stays', () => {
    expect(protectionOn(quiet, null, day('2036-01-01'))).toEqual({ state: 'unlimited' })
  })
})

const aDay = fc
  .integer({ min: dayNumber(day('2025-06-01')), max: dayNumber(day('2026-12-31')) })
  .map(dayFromNumber)
const aSpan = fc
  .record({ from: aDay, length: fc.integer({ min: 0, max: 60 }), open: fc.nat(9) })
  .map(({ from, length, open }) => ({
    from,
    until: open === 0 ? null : addDays(from, length),
    because: 'leave',
  }))
const aRule = fc.record({ days: fc.integer({ min: 1, max: 120 }), announce: fc.integer({ min: 1, max: 30 }) })
const inside = (on: Day, spans: readonly { from: Day; until: Day | null }[]) =>
  spans.some(({ from, until }) => from <= on && (until === null || on < until))

test('so many days are counted as pass outside the spans', () => {
  fc.assert(
    fc.property(
      aDay,
      fc.integer({ min: 1, max: 200 }),
      fc.array(aSpan, { maxLength: 5 }),
      (base, days, spans) => {
        const end = countedDay(base, days, joinSpans(spans))
        let [on, counted] = [base, 0]
        for (let step = 0; counted < days && step < 3000; step += 1) {
          on = addDays(on, 1)
          if (!inside(on, spans)) counted += 1
        }
        expect(end).toBe(counted < days ? null : on)
      },
    ),
  )
})

test('nothing returns on a day that does not count, nor without having been told in time', () => {
  const facts = fc.record({
    since: aDay,
    lastActivity: fc.option(aDay),
    exemptions: fc.array(aSpan, { maxLength: 4 }),
  })
  fc.assert(
    fc.property(facts, aRule, aDay, (some, { days, announce }, today) => {
      const own = { on: true, days, announce: Math.min(announce, days) }
      const { announceOn, returnOn } = outlookFrom({ ...quiet, ...some }, own, today)
      if (returnOn === null || announceOn === null) return
      expect(announceOn >= today).toBe(true)
      expect(inside(announceOn, some.exemptions) || inside(returnOn, some.exemptions)).toBe(false)
      expect(returnOn >= addDays(announceOn, own.announce)).toBe(true)
    }),
  )
})

test('a run every day, or after any pause of the program: told once, then returned, never sooner', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 60, maxLength: 60 }), (steps) => {
      let [today, announcement] = [quiet.since, null as Announcement | null]
      for (const step of steps) {
        today = addDays(today, step)
        const { clockFrom, announceOn, returnOn } = outlookFrom({ ...quiet, announcement }, rule, today)
        if (announceOn === null && returnOn !== null && returnOn <= today) {
          expect(today >= addDays(announcement?.announcedOn ?? today, 14)).toBe(true)
          expect(today >= addDays(quiet.since, 90)).toBe(true)
          return
        }
        if (announceOn !== null && announceOn <= today && returnOn !== null) {
          expect(announcement).toBeNull()
          announcement = { clockFrom, announcedOn: today, returnsOn: returnOn }
        }
      }
      throw new Error('it never returned')
    }),
  )
})

test.each<[string, string, number, [string, string][]]>([
  [
    '08-01',
    '08-31',
    2026,
    [
      ['2025-08-01', '2025-09-01'],
      ['2026-08-01', '2026-09-01'],
    ],
  ],
  [
    '12-20',
    '01-06',
    2026,
    [
      ['2025-12-20', '2026-01-07'],
      ['2026-12-20', '2027-01-07'],
    ],
  ],
  [
    '02-29',
    '02-29',
    2026,
    [
      ['2025-03-01', '2025-03-01'],
      ['2026-03-01', '2026-03-01'],
    ],
  ],
  [
    '02-10',
    '02-29',
    2024,
    [
      ['2023-02-10', '2023-03-01'],
      ['2024-02-10', '2024-03-01'],
    ],
  ],
])('closed from %s to %s', (from, to, year, spans) => {
  expect(closedSpans([{ from, to }], year, year)).toEqual(spans.map(([a, b]) => ({ from: a, until: b })))
  expect(firstOpen(day('2026-05-05'), joinSpans(closedSpans([{ from, to }], 2026, 2026)))).toBe('2026-05-05')
})
