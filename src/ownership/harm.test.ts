import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Coverage, defaultCoverage } from './coverage.ts'
import { compareHarm, weightOf } from './harm.ts'

const covered: Coverage = { tier: 'A', knownBy: 2, alone: false, backups: 1, sponsors: 1, channels: 2 }

test.each([
  ['all is well', {}, 1],
  ['nobody knows it', { knownBy: 0 }, 2],
  ['one person knows it', { knownBy: 1 }, 4],
  ['one person, and no backup', { knownBy: 1, backups: 0 }, 8],
  ['one person, and nothing else', { knownBy: 1, backups: 0, sponsors: 0, channels: 0 }, 32],
] as const)('%s', (_name, part, weight) => {
  expect(weightOf({ ...covered, ...part }, defaultCoverage)).toBe(weight)
})

const some = fc.record({
  tier: fc.constantFrom('A', 'B', 'C', null),
  knownBy: fc.nat(3),
  alone: fc.boolean(),
  backups: fc.nat(1),
  sponsors: fc.nat(1),
  channels: fc.nat(3),
  soldMinor: fc.bigInt(0n, 10n ** 15n),
})

type Weighed = Parameters<typeof compareHarm>[0]
const before = (a: Weighed, b: Weighed) => compareHarm(a, b, defaultCoverage)

test('the order of harm is an order', () => {
  fc.assert(
    fc.property(some, some, some, (a, b, c) => {
      expect(Math.sign(before(a, b))).toBe(0 - Math.sign(before(b, a)))
      if (before(a, b) <= 0 && before(b, c) <= 0) expect(before(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})

test('of two that lack the same, the one that buys more comes first; of two that buy nothing, the higher tier', () => {
  const bare = { ...covered, knownBy: 1, backups: 0, soldMinor: 100n }
  expect(compareHarm({ ...bare, soldMinor: 200n }, bare, defaultCoverage)).toBeLessThan(0)
  const [a, b] = [
    { ...bare, soldMinor: 0n },
    { ...bare, soldMinor: 0n, tier: 'B' as const },
  ]
  expect(compareHarm(a, b, defaultCoverage)).toBeLessThan(0)
})
