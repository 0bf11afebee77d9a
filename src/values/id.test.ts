import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUuid, isUuidV7, millisOf, uuidV7 } from './id.ts'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
const moment = fc.integer({ min: 0, max: 2 ** 48 - 1 })

describe('ids', () => {
  test.each([
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', true, true],
    ['919108f7-52d1-4320-9bac-f847db4148a8', true, false],
    ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', false, false],
    ['00000000-0000-0000-0000-000000000000', false, false],
    ['017f22e2-79b0-7cc3-c8c4-dc0c0c07398f', false, false],
    ['017f22e279b07cc398c4dc0c0c07398f', false, false],
    ["017f22e2-79b0-7cc3-98c4-dc0c0c07398f'", false, false],
    ['', false, false],
  ])('%j: a UUID %s, of version 7 %s', (text, any, seven) => {
    expect(isUuid(text)).toBe(any)
    expect(isUuidV7(text)).toBe(seven)
  })

  test('the moment of RFC 9562’s own example', () => {
    expect(millisOf('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(1_645_557_742_000)
    expect(() => millisOf('919108f7-52d1-4320-9bac-f847db4148a8')).toThrow(RangeError)
  })

  test('made ids are valid, carry their moment, and sort by it', () => {
    fc.assert(
      fc.property(moment, moment, random, random, (a, b, one, other) => {
        const [first, second] = [uuidV7(a, one), uuidV7(b, other)]
        expect(isUuidV7(first)).toBe(true)
        expect(millisOf(first)).toBe(a)
        if (a !== b) expect(first < second).toBe(a < b)
      }),
    )
  })

  test('too little chance or an impossible moment throws', () => {
    expect(() => uuidV7(1, new Uint8Array(9))).toThrow(RangeError)
    expect(() => uuidV7(2 ** 48, new Uint8Array(10))).toThrow(RangeError)
    expect(() => uuidV7(-1, new Uint8Array(10))).toThrow(RangeError)
  })

  test('74 bits of chance survive', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(random, (bytes) => {
        seen.add(uuidV7(1, bytes))
      }),
      { numRuns: 500 },
    )
    expect(seen.size).toBeGreaterThan(450)
  })
})
