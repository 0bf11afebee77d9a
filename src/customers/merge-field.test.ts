import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeField, sameValue } from './merge-field.ts'

const place = { latitude: 40.4, longitude: -3.7, accuracyM: null, locatedBy: 'pinned' }

describe('an edit meets what the register holds', () => {
  test.each<[string, unknown, unknown, unknown, unknown]>([
    ['unchanged since: saved', 'Sol', 'Sol', 'Luna', { outcome: 'apply', value: 'Luna' }],
    ['somebody saved the same meanwhile', 'Luna', 'Sol', 'Luna', { outcome: 'same' }],
    ['somebody saved another meanwhile', 'Mar', 'Sol', 'Luna', { outcome: 'conflict' }],
    ['empty text and nothing are one', null, '', 'Luna', { outcome: 'apply', value: 'Luna' }],
    ['emptied on both sides', null, 'Sol', '', { outcome: 'same' }],
    [
      'a place with its keys in another order',
      place,
      Object.fromEntries(Object.entries(place).toReversed()),
      null,
      { outcome: 'apply', value: null },
    ],
    ['tags added by two people', ['a', 'b'], ['a'], ['a', 'c'], { outcome: 'apply', value: ['a', 'b', 'c'] }],
    ['a tag taken away by one', ['a', 'b'], ['a', 'b'], ['b'], { outcome: 'apply', value: ['b'] }],
    ['tags taken away by both', ['b'], ['a', 'b'], ['b'], { outcome: 'same' }],
  ])('%s', (_, current, from, to, merged) => {
    expect(mergeField(current, from, to)).toEqual(merged)
  })

  const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  test('tags: what was added is there, what was taken away is gone, everything else stays', () => {
    fc.assert(
      fc.property(words, words, words, (current, from, to) => {
        const merged = mergeField(current, from, to)
        const after = merged.outcome === 'apply' ? (merged.value as string[]) : current
        if (sameValue(current, to)) return
        expect(new Set(after).size).toBe(after.length)
        for (const tag of to) if (!from.includes(tag)) expect(after).toContain(tag)
        for (const tag of from) if (!to.includes(tag)) expect(after).not.toContain(tag)
        for (const tag of current) if (!from.includes(tag)) expect(after).toContain(tag)
      }),
    )
  })

  test('one value: a later reader of the same edit does nothing', () => {
    const value = fc.jsonValue().filter((one) => !Array.isArray(one))
    fc.assert(
      fc.property(value, value, (from, to) => {
        const first = mergeField(from, from, to)
        const after = first.outcome === 'apply' ? first.value : from
        expect(mergeField(after, from, to)).toEqual({ outcome: 'same' })
      }),
    )
  })
})
