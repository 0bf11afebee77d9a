import { expect, test } from 'vitest'
import { isNarrowed, poolSearch, queryOf } from './search.ts'

test.each([
  [{}, {}],
  [
    { view: 'returning', shows: 'map', q: 'bar', tier: 'none', page: '3' },
    { view: 'returning', shows: 'map', q: 'bar', tier: 'none', page: 3 },
  ],
  [{ view: 'x', shows: 1, q: '', tier: 'D', page: 1, other: 'y' }, {}],
  [{ page: '-2' }, {}],
])('the address %j means %j', (raw, search) => expect(poolSearch(raw)).toEqual(search))

test('what is asked of the server', () => {
  expect(queryOf({ shows: 'map' })).toEqual({ size: 100 })
  expect(queryOf({ q: 'bar', tier: 'A', page: 2 })).toEqual({ size: 25, q: 'bar', tier: ['A'], page: 2 })
  expect([{}, { page: 2 }, { q: 'x' }, { tier: 'B' as const }].map(isNarrowed)).toEqual([
    false,
    false,
    true,
    true,
  ])
})
