import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../values/calendar.ts'
import type { Day } from '../values/day.ts'
import { defaultCadence } from './cadence-rules.ts'
import { type OtherFacts, isOthersTurn, nextVisitor, shareOfOthers } from './plan-others.ts'

const today = '2026-05-04' as Day
/** "oox": the newest first, o the owner's visit, x somebody else's. */
const past = (row: string) =>
  [...row].map((one, index) => ({ day: addDays(today, -7 * (index + 1)), byOther: one === 'x' }))
const mario = { personId: 'mario', through: 'sponsor', free: true } as const
const berta = { personId: 'berta', through: 'backup', free: true } as const
const facts = (more: Partial<OtherFacts>): OtherFacts => ({
  tier: 'A',
  past: past('ooo'),
  lastSponsorVisit: undefined,
  people: [mario, berta],
  ...more,
})

test.each([
  [
    'one in four, the backup is asked first',
    {},
    { by: 'other', personId: 'berta', through: 'backup', because: 'one-in-four' },
  ],
  ['somebody else was there lately', { past: past('oxo') }, { by: 'owner' }],
  ['too few visits to tell', { past: past('oo') }, { by: 'owner' }],
  ['a C stays with its owner', { tier: 'C' }, { by: 'owner' }],
  ['no tier', { tier: null }, { by: 'owner' }],
  [
    'the sponsor’s quarter',
    { past: past('x'), lastSponsorVisit: '2026-02-04' as Day },
    { by: 'other', personId: 'mario', through: 'sponsor', because: 'sponsor-quarter' },
  ],
  [
    'the sponsor was there this quarter',
    { past: past('x'), lastSponsorVisit: '2026-02-05' as Day },
    { by: 'owner' },
  ],
  [
    'the sponsor never was there',
    { past: [], lastSponsorVisit: null },
    { by: 'other', personId: 'mario', through: 'sponsor', because: 'sponsor-quarter' },
  ],
  ['a B has no sponsor’s quarter', { tier: 'B', past: [], lastSponsorVisit: null }, { by: 'owner' }],
  [
    'the backup has no room',
    { people: [mario, { ...berta, free: false }] },
    { by: 'other', personId: 'mario', through: 'sponsor', because: 'one-in-four' },
  ],
  [
    'nobody has',
    { people: [{ ...berta, free: false }] },
    { by: 'owner', wanted: 'one-in-four', nobody: 'full' },
  ],
  ['nobody is known', { people: [] }, { by: 'owner', wanted: 'one-in-four', nobody: 'unknown' }],
])('%s', (_, more, visitor) => {
  expect(nextVisitor(defaultCadence, facts(more as Partial<OtherFacts>), today)).toEqual(visitor)
})

test('whoever follows the proposal makes exactly one visit in four by somebody else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 8, max: 60 }), (otherEvery, visits) => {
      let row: OtherFacts['past'] = []
      for (let visit = 0; visit < visits; visit += 1) {
        const byOther = isOthersTurn({ ...defaultCadence, otherEvery }, row)
        row = [{ day: addDays(today, visit), byOther }, ...row]
      }
      expect(row.filter(({ byOther }) => byOther)).toHaveLength(Math.floor(visits / otherEvery))
    }),
  )
})

test('the share of others is unknown without a visit', () => {
  expect([shareOfOthers([]), shareOfOthers(past('xooo')), shareOfOthers(past('oo'))]).toEqual([null, 0.25, 0])
})
