import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { productQuery, productSearch } from './product-search.ts'

test.each([
  [{}, {}],
  [
    { q: 'agua', page: '2' },
    { q: 'agua', page: 2 },
  ],
  [{ q: 33 }, { q: '33' }],
  [{ q: '', category: 'Beers' }, { category: 'Beers' }],
  [{ category: '' }, { category: '' }],
  [{ shows: 'all' }, { shows: 'all' }],
  [{ shows: 'everything', page: '1' }, {}],
  [{ page: '-3', q: ['a'] }, {}],
])('the address %j says %j', (raw, search) => {
  expect(productSearch(raw)).toEqual(search)
})

test('what was read is read the same again, whatever the address held', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('q', 'category', 'shows', 'page', 'x'), fc.anything()),
      (raw) => {
        const once = productSearch(raw)
        expect(productSearch(once)).toEqual(once)
      },
    ),
  )
})

test.each([
  [{}, { discontinued: 'false', size: 50 }],
  [
    { shows: 'discontinued', q: 'té' },
    { discontinued: 'true', q: 'té', size: 50 },
  ],
  [
    { shows: 'all', category: '', page: 3 },
    { discontinued: 'all', category: '', page: 3, size: 50 },
  ],
] as const)('%j asks for %j', (search, query) => {
  expect(productQuery(search, 50)).toEqual(query)
})
