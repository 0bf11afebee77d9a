import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { type Claim, type WrittenChoice, countsFrom, proposeRuling } from './proposal.ts'

const day = (text: string) => text as Day
const claim = (personId: string, on: string, more: Partial<Claim> = {}): Claim => ({
  personId,
  receivedOn: day(on),
  receivedAt: `${on}T10:00:00.000000Z`,
  acceptedOn: null,
  completeness: 60,
  withdrawn: false,
  ...more,
})
const choice = (personId: string, on: string): WrittenChoice => ({
  personId,
  writtenOn: day(on),
  at: `${on}T12:00:00.000000Z`,
})
const ana = claim('ana', '2026-03-01')
const ben = claim('ben', '2026-03-05')

describe('the proposed ruling', () => {
  test.each<[string, Claim[], WrittenChoice[], unknown]>([
    ['the earliest complete wins', [ben, ana], [], ['ana', 'earliest-complete', '2026-03-01']],
    [
      'an incomplete earlier one does not',
      [{ ...ana, completeness: 24 }, ben],
      [],
      ['ben', 'only-complete', '2026-03-05'],
    ],
    [
      'if none is complete, the earliest',
      [
        { ...ana, completeness: 5 },
        { ...ben, completeness: 20 },
      ],
      [],
      ['ana', 'earliest', '2026-03-01'],
    ],
    [
      'an accepted day of a device counts',
      [ana, { ...ben, acceptedOn: day('2026-02-27') }],
      [],
      ['ben', 'earliest-complete', '2026-02-27'],
    ],
    [
      'of one day the earlier moment',
      [claim('cleo', '2026-03-01', { receivedAt: '2026-03-01T09:00:00.000000Z' }), ana],
      [],
      ['cleo', 'earliest-complete', '2026-03-01'],
    ],
    [
      'a written choice overrides',
      [ana, ben],
      [choice('ben', '2026-03-20')],
      ['ben', 'customer-choice', '2026-03-20'],
    ],
    [
      'the latest choice counts',
      [ana, ben],
      [choice('ben', '2026-03-20'), choice('ana', '2026-03-21')],
      ['ana', 'customer-choice', '2026-03-21'],
    ],
    [
      'a choice of somebody who does not claim is none',
      [ana, ben],
      [choice('cleo', '2026-03-20')],
      ['ana', 'earliest-complete', '2026-03-01'],
    ],
    [
      'whoever withdrew is out',
      [{ ...ana, withdrawn: true }, ben],
      [choice('ana', '2026-03-20')],
      ['ben', 'only-claim', '2026-03-05'],
    ],
  ])('%s', (_, claims, choices, expected) => {
    const found = proposeRuling(claims, choices, 25)
    expect([found?.personId, found?.because, found?.day]).toEqual(expected)
  })

  test('nobody is left', () => expect(proposeRuling([{ ...ana, withdrawn: true }], [], 25)).toBeNull())

  const anyDay = fc.integer({ min: 1, max: 28 }).map((n) => day(`2026-03-${String(n).padStart(2, '0')}`))
  const anyClaim = fc.record({
    receivedOn: anyDay,
    receivedAt: anyDay.map((on) => `${on}T10:00:00.000000Z`),
    acceptedOn: fc.option(anyDay),
    completeness: fc.integer({ min: 0, max: 100 }),
    withdrawn: fc.boolean(),
    personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  })
  const claims = fc.uniqueArray(anyClaim, { selector: ({ personId }) => personId })
  const choices = fc.array(
    fc.record({ personId: fc.constantFrom('a', 'b', 'z'), writtenOn: anyDay, at: fc.constant('') }),
  )
  const least = fc.integer({ min: 0, max: 100 })

  test('there is one for every case, the same in whatever order the claims stand, and for somebody who claims', () => {
    fc.assert(
      fc.property(claims, choices, least, (some, written, from) => {
        const found = proposeRuling(some, written, from)
        expect(proposeRuling(some.toReversed(), written.toReversed(), from)).toEqual(found)
        const live = some.filter(({ withdrawn }) => !withdrawn)
        expect(found === null).toBe(live.length === 0)
        if (found !== null) expect(live.map(({ personId }) => personId)).toContain(found.personId)
      }),
    )
  })

  test('without a written choice nobody complete came earlier than the winner', () => {
    fc.assert(
      fc.property(claims, least, (some, from) => {
        const found = proposeRuling(some, [], from)
        if (found === null || found.because === 'only-claim' || found.because === 'earliest') return
        const complete = some.filter((one) => !one.withdrawn && one.completeness >= from)
        expect(complete.every((one) => countsFrom(one) >= found.day)).toBe(true)
      }),
    )
  })
})
