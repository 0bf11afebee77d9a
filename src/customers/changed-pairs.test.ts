import { expect, test } from 'vitest'
import { changedPairs } from './changed-pairs.ts'

test.each([
  [{ a: 1 }, { a: 1 }, {}],
  [{ a: 1 }, { a: 2 }, { a: [1, 2] }],
  [{ a: null }, { a: '' }, {}],
  [{}, { a: 'x' }, { a: [null, 'x'] }],
  [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, {}],
  [{ tags: ['a'] }, { tags: ['a', 'b'] }, { tags: [['a'], ['a', 'b']] }],
  [{ other: 1 }, {}, {}],
])('from %j to %j is %j', (before, after, pairs) => {
  expect(changedPairs(before, after)).toEqual(pairs)
})
