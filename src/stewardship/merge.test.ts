import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Choices, type Entry, differsIn, mergedFields, suggestedChoice } from './merge.ts'
import { type MergeField, mergeColumns, mergeFields, partOf } from './merge-fields.ts'
import { putBack } from './unmerge.ts'

const empty = Object.fromEntries(
  mergeFields.flatMap((field) => mergeColumns[field].map((column) => [column, null])),
)
const entry = (id: string, more: Record<string, unknown> = {}): Entry => ({ ...empty, tags: [], id, ...more })
const place = (located_by: string, latitude: number) => ({
  latitude,
  longitude: 1,
  accuracy_m: 10,
  located_by,
})

describe('suggestedChoice and mergedFields', () => {
  const cases: [
    string,
    Record<string, unknown>,
    Record<string, unknown>,
    Choices,
    Record<string, unknown>,
  ][] = [
    ['the kept value stays', { name: 'A' }, { name: 'B' }, {}, {}],
    ['a gap is filled', { email: null }, { email: 'a@b.es' }, {}, { email: [null, 'a@b.es'] }],
    ['a choice wins', { name: 'A' }, { name: 'B' }, { name: 'd' }, { name: ['A', 'B'] }],
    ['a choice of nothing empties', { email: 'a@b.es' }, {}, { email: 'd' }, { email: ['a@b.es', null] }],
    ['a stranger is no choice', { name: 'A' }, { name: 'B' }, { name: 'x' }, {}],
    [
      'phone and its E.164 go together',
      { phone: '1', phone_e164: '+341' },
      { phone: '2', phone_e164: '+342' },
      { phone: 'd' },
      { phone: ['1', '2'], phone_e164: ['+341', '+342'] },
    ],
    [
      'the better known place wins',
      place('approximate', 1),
      place('visited', 2),
      {},
      { latitude: [1, 2], longitude: [1, 1], accuracy_m: [10, 10], located_by: ['approximate', 'visited'] },
    ],
    [
      'tags stand together',
      { tags: ['Bar'] },
      { tags: ['bar', 'Sol'] },
      {},
      { tags: [['Bar'], ['Bar', 'Sol']] },
    ],
    ['notes stand together', { note: 'one' }, { note: 'two' }, {}, { note: ['one', 'one\ntwo'] }],
    ['nobody is their own parent', { parent_id: 'd' }, { parent_id: 'k' }, {}, { parent_id: ['d', null] }],
  ]
  test.each(cases)('%s', (_says, kept, dropped, choices, expected) => {
    expect(mergedFields(entry('k', kept), [entry('d', dropped)], choices)).toEqual(expected)
  })
  test('a place as good as the kept one does not replace it', () => {
    expect(suggestedChoice(entry('k', place('file', 1)), [entry('d', place('file', 2))], 'location')).toBe(
      'k',
    )
  })
  test('values differ only where both say something', () => {
    expect(differsIn([entry('k', { name: 'A' }), entry('d', { name: 'B' })], 'name')).toBe(true)
    expect(differsIn([entry('k', { email: 'a' }), entry('d')], 'email')).toBe(false)
    const spelled = [
      entry('k', { phone: '91 1', phone_e164: '+3491' }),
      entry('d', { phone: '911', phone_e164: '+3491' }),
    ]
    expect(differsIn(spelled, 'phone')).toBe(false)
  })
})

const value = fc.constantFrom(null, 'one', 'two', 'three')
const anyEntry = (id: string) =>
  fc
    .record({
      name: value,
      phone: value,
      phone_e164: value,
      street: value,
      note: value,
      tags: fc.subarray(['Bar', 'bar', 'Sol']),
      parent_id: fc.constantFrom(null, 'k', 'd', 'e', 'p'),
      latitude: fc.constantFrom(null, 1, 2),
      located_by: fc.constantFrom('approximate', 'pinned'),
      opening_hours: fc.constantFrom(null, [{ day: 1, from: '09:00', to: '14:00' }]),
    })
    .map((more) => entry(id, more))
const anyChoices = fc.dictionary(
  fc.constantFrom<MergeField>(...mergeFields),
  fc.constantFrom('k', 'd', 'e', 'both', 'x'),
) as fc.Arbitrary<Choices>
const edits = fc.dictionary(fc.constantFrom('name', 'phone', 'street', 'note', 'email'), value)

describe('putBack', () => {
  const merging = [anyEntry('k'), anyEntry('d'), anyEntry('e'), anyChoices] as const
  test('merge, then undo: the kept entry is what it was', () => {
    fc.assert(
      fc.property(...merging, (kept, d, e, choices) => {
        const changed = mergedFields(kept, [d, e], choices)
        const after = Object.fromEntries(Object.entries(changed).map(([column, [, is]]) => [column, is]))
        const { set, conflicts } = putBack(changed, { ...kept, ...after })
        expect(conflicts).toEqual([])
        expect({ ...kept, ...after, ...set }).toEqual(kept)
      }),
    )
  })
  test('edits in between stay, and a field that the merge had changed too is a conflict', () => {
    fc.assert(
      fc.property(...merging, edits, (kept, d, e, choices, edited) => {
        const changed = mergedFields(kept, [d, e], choices)
        const after = Object.fromEntries(Object.entries(changed).map(([column, [, is]]) => [column, is]))
        const current = { ...kept, ...after, ...edited }
        const { set, conflicts } = putBack(changed, current)
        const result = { ...current, ...set }
        for (const field of mergeFields) {
          const untouched = mergeColumns[field].every(
            (column) =>
              !(column in edited) || edited[column] === (column in after ? after[column] : kept[column]),
          )
          const expected = untouched ? partOf(kept, field) : partOf(current, field)
          expect(partOf(result, field)).toEqual(expected)
          if (conflicts.includes(field)) expect(untouched).toBe(false)
        }
      }),
    )
  })
})
