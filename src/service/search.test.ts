import { expect, test } from 'vitest'
import { complaintSearch, queryOf } from './search.ts'

const customer = '01a209d3-c7ae-7000-b1e6-9d152a372b19'

test.each([
  [{}, {}],
  [{ view: 'mine' }, { view: 'mine' }],
  [{ view: 'elsewhere', customer: 'x' }, {}],
  [
    { view: 'overdue', customer, page: 4 },
    { view: 'overdue', customer },
  ],
])('an address %j is read as %j', (raw, read) => {
  expect(complaintSearch(raw)).toEqual(read)
})

test.each([
  [{}, { state: 'open' }],
  [{ view: 'mine' as const }, { state: 'open', responsibleId: 'me' }],
  [
    { view: 'resolved' as const, customer },
    { state: 'resolved', customerId: customer },
  ],
])('%j asks for %j', (search, query) => {
  expect(queryOf(search, 'me')).toEqual(query)
})
