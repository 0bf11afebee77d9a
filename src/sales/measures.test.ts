import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { type MeasureFacts, countsOf, measuresOf } from './measures.ts'

const period = { from: '2026-03-01' as Day, to: '2026-03-31' as Day, today: '2026-03-20' as Day }
const visit = (
  id: string,
  customerId: string,
  plannedOn: string | null,
  visitedOn: string | null,
  more = {},
) => ({
  id,
  customerId,
  personId: 'ana',
  plannedOn: plannedOn as Day | null,
  visitedOn: visitedOn as Day | null,
  cancelled: false,
  met: true,
  group: 'ana',
  ...more,
})
const order = (customerId: string, day: string, products: string[], worthMinor: number, more = {}) => ({
  customerId,
  day: day as Day,
  personId: null,
  visitId: null,
  products,
  worthMinor,
  ...more,
})
const facts: MeasureFacts = {
  customers: ['sol', 'luna', 'mar', 'rio'].map((id) => ({ id, active: id !== 'rio', group: 'ana' })),
  visits: [
    visit('1', 'sol', '2026-03-02', '2026-03-02'),
    visit('2', 'luna', '2026-03-03', '2026-03-04'),
    visit('3', 'mar', '2026-03-05', null),
    visit('4', 'mar', '2026-03-25', null),
    visit('5', 'mar', '2026-03-06', null, { cancelled: true }),
    visit('6', 'mar', null, '2026-03-07', { met: false }),
    visit('7', 'rio', null, '2026-02-28'),
  ],
  orders: [
    order('sol', '2026-03-02', ['oil', 'rice'], 1000),
    order('sol', '2026-03-02', ['oil'], 501, { visitId: '1' }),
    order('sol', '2026-03-02', ['salt'], 999, { personId: 'eva' }),
    order('mar', '2026-03-30', ['oil'], 300),
  ],
  stock: [],
}

test('each measure by its definition', () => {
  const counts = countsOf(facts, period).get('ana')
  expect(counts).toMatchObject({ customers: 3, visited: 2, buying: 2, visitedBuying: 1, planned: 3, kept: 1 })
  expect(counts).toMatchObject({ calls: 3, productive: 1, lines: 2, worthMinor: 1501 })
  if (counts === undefined) throw new Error('no counts')
  expect(measuresOf(counts)).toEqual({
    coverage: 2 / 3,
    adherence: 1 / 3,
    productiveCalls: 1 / 3,
    strikeRate: 1 / 2,
    linesPerCall: 2,
    dropSizeMinor: 1501,
    numericDistribution: 2 / 3,
    daysOfStock: null,
  })
})

test('unknown, never 0, where there is nothing to divide by', () => {
  const [counts] = countsOf(
    { ...facts, customers: [], visits: [visit('4', 'mar', '2026-03-04', null)] },
    period,
  ).values()
  if (counts === undefined) throw new Error('no counts')
  expect(measuresOf(counts)).toMatchObject({
    coverage: null,
    adherence: 0,
    strikeRate: null,
    dropSizeMinor: null,
  })
})
