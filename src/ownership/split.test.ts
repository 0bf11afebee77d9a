import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../values/refusal.ts'
import { equalShares } from '../values/share.ts'
import { readShare, splitFrom } from './split.ts'

const wanted = (...shares: string[]) => shares.map((share, place) => ({ personId: `p${place}`, share }))

const text = (part: number) => `${Math.floor(part / 100)}.${String(part % 100).padStart(2, '0')}`

describe('a split of credit', () => {
  test.each<[string[], bigint, bigint[]]>([
    [['60', '40'], 5n, [3n, 2n]],
    [['60 %', '40%'], 5n, [3n, 2n]],
    [['1/3', '1/3', '1/3'], 3n, [1n, 1n, 1n]],
    [['33.33', '33.33', '33.34'], 10000n, [3333n, 3333n, 3334n]],
    [['100'], 1n, [1n]],
    [['1/2', '50'], 2n, [1n, 1n]],
  ])('%j', (shares, whole, parts) => {
    const split = splitFrom(wanted(...shares))
    if (isRefusal(split)) throw new Error(split.refused)
    expect([split.whole, split.parts.map(({ part }) => part)]).toEqual([whole, parts])
  })

  test.each<[string[], string, unknown]>([
    [['60', '39.99'], 'split-not-whole', { total: '99.99' }],
    [['33.33', '33.33', '33.33'], 'split-not-whole', { total: '99.99' }],
    [['100', '0'], 'split-not-whole', { total: '100.00' }],
    [['60', 'forty'], 'invalid-share', { share: 'forty' }],
    [['1/0', '1'], 'invalid-share', { share: '1/0' }],
    [['-10', '110'], 'invalid-share', { share: '-10' }],
    [['33.333', '66.667'], 'invalid-share', { share: '33.333' }],
  ])('%j is refused: %s', (shares, refused, facts) =>
    expect(splitFrom(wanted(...shares))).toMatchObject({ refused, facts }),
  )

  test('nobody has two shares', () => {
    const twice = [
      { personId: 'a', share: '50' },
      { personId: 'a', share: '50' },
    ]
    expect(splitFrom(twice)).toMatchObject({ refused: 'shared-twice' })
  })

  const hundredths = fc
    .array(fc.integer({ min: 1, max: 9999 }), { minLength: 0, maxLength: 5 })
    .map((cuts) => [...new Set([0, ...cuts, 10_000])].toSorted((a, b) => a - b))
    .map((cuts) => cuts.slice(1).map((cut, place) => cut - (cuts[place] ?? 0)))

  test('whatever is taken as a split totals exactly the whole, and whatever totals 100 % is taken', () => {
    fc.assert(
      fc.property(hundredths, (parts) => {
        const split = splitFrom(wanted(...parts.map(text)))
        if (isRefusal(split)) throw new Error(split.refused)
        expect(split.parts.reduce((sum, { part }) => sum + part, 0n)).toBe(split.whole)
        expect(split.parts.every(({ part }) => part > 0n)).toBe(true)
      }),
    )
  })

  test('one hundredth more or less on any share is refused', () => {
    fc.assert(
      fc.property(hundredths, fc.nat(), fc.constantFrom(-1, 1), (parts, at, more) => {
        const off = parts.map((part, place) => (place === at % parts.length ? part + more : part))
        expect(isRefusal(splitFrom(wanted(...off.map(text))))).toBe(true)
      }),
    )
  })

  test('any number of equal shares is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (count) => {
        const texts = equalShares(count).map(({ numerator, denominator }) => `${numerator}/${denominator}`)
        const split = splitFrom(wanted(...texts))
        expect(isRefusal(split) ? split : split.whole).toBe(BigInt(count))
      }),
    )
  })

  test('any text is read or refused, never thrown', () => {
    fc.assert(fc.property(fc.string(), (any) => void readShare(any)))
  })
})
