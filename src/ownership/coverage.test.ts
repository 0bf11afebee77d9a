import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import {
  type Coverage,
  coverageSettingsFrom,
  defaultCoverage,
  knownSince,
  missingOf,
  needs,
} from './coverage.ts'

const covered: Coverage = { tier: 'A', knownBy: 2, alone: false, backups: 1, sponsors: 1, channels: 2 }

describe('what a customer lacks', () => {
  test.each([
    ['nothing where all is there', {}, []],
    ['A without a backup', { backups: 0 }, ['backup']],
    ['A without a sponsor', { sponsors: 0 }, ['sponsor']],
    ['B needs no sponsor', { tier: 'B', sponsors: 0 }, []],
    ['B without a backup', { tier: 'B', backups: 0 }, ['backup']],
    ['C needs neither, only channels', { tier: 'C', backups: 0, sponsors: 0, alone: true }, []],
    ['one channel is none to rely on', { channels: 1 }, ['channel']],
    ['no tier yet, and all hangs on one', { tier: null, alone: true, backups: 0 }, ['backup']],
    ['no tier yet, several know it', { tier: null, backups: 0 }, []],
    ['everything', { backups: 0, sponsors: 0, channels: 0 }, ['backup', 'sponsor', 'channel']],
  ] as const)('%s', (_name, part, missing) => {
    expect(missingOf({ ...covered, ...part }, defaultCoverage)).toEqual(missing)
  })

  test('a company that asks for no channels misses none', () => {
    expect(missingOf({ ...covered, channels: 0 }, { months: 6, channels: 0 })).toEqual([])
  })
})

test('adding anybody or anything never makes more missing', () => {
  const some = fc.record({
    tier: fc.constantFrom('A', 'B', 'C', null),
    knownBy: fc.nat(3),
    alone: fc.boolean(),
    backups: fc.nat(2),
    sponsors: fc.nat(2),
    channels: fc.nat(4),
  })
  fc.assert(
    fc.property(some, fc.constantFrom('backups', 'sponsors', 'channels'), fc.nat(4), (before, what, need) => {
      const settings = { months: 6, channels: need }
      const after = { ...before, [what]: before[what] + 1 }
      const stillMissing = missingOf(after, settings)
      expect(missingOf(before, settings)).toEqual(expect.arrayContaining(stillMissing))
      expect(needs.filter((one) => stillMissing.includes(one))).toEqual(stillMissing)
    }),
  )
})

test('a touch counts for the months the company says, by the calendar', () => {
  expect(knownSince('2026-08-31' as Day, { months: 6 })).toBe('2026-02-28')
  expect(knownSince('2026-05-03' as Day, { months: 1 })).toBe('2026-04-03')
})

test('what a company has not set is as in the rule', () => {
  expect(coverageSettingsFrom(null)).toEqual({ months: 6, channels: 2 })
  expect(coverageSettingsFrom({ months: 3 })).toEqual({ months: 3, channels: 2 })
})
