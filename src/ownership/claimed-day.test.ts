import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { claimedDay } from './claimed-day.ts'
import { collisionDefaults, collisionSettingsFrom } from './collision-settings.ts'

test.each<[string | null, unknown]>([
  [null, null],
  ['2026-05-10', null],
  ['2026-05-07', '2026-05-07'],
  ['2026-03-11', '2026-03-11'],
  ['2026-03-10', { refused: 'invalid-too-early', rule: '2.3', facts: { days: 60 } }],
  ['2026-05-11', { refused: 'invalid-future-day', rule: '2.3' }],
])('a device that says %s to a company that received it on 10 May', (claimed, expected) =>
  expect(claimedDay(claimed as Day | null, '2026-05-10' as Day)).toEqual(expected),
)

test.each<[string, unknown, unknown]>([
  ['nothing kept', null, collisionDefaults],
  ['one thing kept', { collisions: { appealDays: 20 } }, { ...collisionDefaults, appealDays: 20 }],
  [
    'nonsense kept',
    { collisions: { appealDays: -1, answerDays: 'x', completeFrom: 101 } },
    collisionDefaults,
  ],
])('settings with %s', (_, kept, expected) => expect(collisionSettingsFrom(kept)).toEqual(expected))
