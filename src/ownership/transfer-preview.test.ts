import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { type Caps, type Taker, previewOf } from './transfer-preview.ts'

const ana = { personId: 'ana', atMost: null, leftOn: null as Day | null }
const concerns = { changedLately: 0, withoutBackup: 0, plannedLater: 0 }
const line = { formerId: 'ben', successorId: 'ana', closed: 0 }

/** Ana has 4 A and 10 C and is given 3 A and 2 C by Ben; answers whom the company's caps give a word of, and how many. */
const beyond = (caps: Caps, taker: Taker = ana) =>
  previewOf(
    {
      counted: [
        { ...line, tier: 'A', lines: 3, owned: 3 },
        { ...line, tier: 'C', lines: 2, owned: 2 },
      ],
      owned: [
        { personId: 'ana', tier: 'A', customers: 4 },
        { personId: 'ana', tier: 'C', customers: 10 },
      ],
      takers: [taker, { ...ana, personId: 'cleo' }],
      caps,
    },
    null,
    concerns,
    0,
  ).warnings.map(({ kind, personId, count }) => [kind, personId, count])

test.each([
  ['the company has none', {}, []],
  ['there is room', { all: 19, A: 7, C: 12 }, []],
  ['more than anybody may have', { all: 15 }, [['over-holding-cap', 'ana', 4]]],
  ['more of a tier', { all: 19, A: 5 }, [['over-holding-cap', 'ana', 2]]],
  ['more of two tiers', { all: 18, A: 6, C: 11 }, [['over-holding-cap', 'ana', 2]]],
  ['nobody may have customers without a tier', { none: 0 }, []],
] as const)('what the company lets a person hold, and %s (rule 2.4)', (_, caps, warnings) => {
  expect(beyond(caps)).toEqual(warnings)
})

test('who was given a number of their own is measured by that alone', () => {
  expect(beyond({ all: 15 }, { ...ana, atMost: 17 })).toEqual([['over-cap', 'ana', 2]])
  expect(beyond({ all: 15 }, { ...ana, atMost: 19 })).toEqual([])
})
