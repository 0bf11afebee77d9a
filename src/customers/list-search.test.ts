import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addressOf,
  filterOf,
  isFiltered,
  leaveOut,
  manyFilters,
  narrowed,
  readSearch,
  sheetsOf,
} from './list-search.ts'

test.each([
  [{}, {}],
  [{ tier: 'A' }, { tier: ['A'] }],
  [
    { tier: ['A', 'B'], page: '3', q: 12 },
    { tier: ['A', 'B'], page: 3, q: '12' },
  ],
  [{ tier: [{ x: 1 }], fresh: 'rotten', page: -1, shows: 'list', completenessTo: 0 }, { completenessTo: 0 }],
  [
    { unknown: 1, shows: 'map', colour: 'pink', sort: '-name' },
    { shows: 'map', sort: '-name' },
  ],
])('an address %j is read as %j', (raw, search) => {
  expect(readSearch(raw)).toEqual(search)
})

test('whatever is written into an address, reading it again changes nothing', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string()))
  const names = [...manyFilters, 'q', 'fresh', 'page', 'sort', 'shows', 'completenessTo', 'other']
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (raw) => {
      const once = readSearch(raw)
      expect(readSearch(once)).toEqual(once)
    }),
  )
})

test('sorting, paging and the map are no filters', () => {
  const shown = { page: 2, sort: 'name', shows: 'map', colour: 'tier' } as const
  expect(filterOf({ tier: ['A'], ...shown })).toEqual({ tier: ['A'] })
  expect(isFiltered(shown)).toBe(false)
  expect(isFiltered({ q: 'bar' })).toBe(true)
})

test('another filter begins at the first page and keeps how it is shown', () => {
  expect(narrowed({ page: 7, shows: 'map', tier: ['A'] }, { fresh: 'stale' })).toEqual({
    shows: 'map',
    tier: ['A'],
    fresh: 'stale',
  })
  expect(narrowed({ page: 7, tier: ['A'], q: 'bar' }, {}, ['tier'])).toEqual({ q: 'bar' })
  expect(leaveOut({ q: 'bar', fresh: 'stale' }, ['q'])).toEqual({ fresh: 'stale' })
})

test('the filter becomes the address of a file, whatever stands in it', () => {
  const search = { q: 'bar & co', tier: ['A', 'B'], page: 3 }
  expect(addressOf(search, 'csv')).toBe('q=bar%20%26%20co&tier=A&tier=B&format=csv')
})

test.each([
  [{ territory: ['t1'] }, 'territory=t1'],
  [{ territory: ['none'] }, null],
  [{ territory: ['t1', 't2'] }, null],
  [{ owner: ['me'] }, 'person=p1'],
  [{ owner: ['p2'], tier: ['A'] }, 'person=p2'],
  [{ owner: ['pool'] }, null],
  [{}, null],
] as const)('%o means the sheets of %s', (search, sheets) => {
  expect(sheetsOf(search as never, 'p1')).toBe(sheets)
})
