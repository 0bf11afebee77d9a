import { expect, test } from 'vitest'
import { planChange } from './plan-save.ts'

const week = { from: '2026-03-16', to: '2026-03-22', today: '2026-03-18' }
const now = [
  { id: 'v1', customerId: 'sol', version: 1, plannedOn: '2026-03-19', position: 0 },
  { id: 'v2', customerId: 'luna', version: 3, plannedOn: '2026-03-19', position: 1 },
]
const seen = now.map(({ id, version }) => ({ id, version }))
const stop = (customerId: string, visitId: string | null = null) => ({
  visitId,
  customerId,
  reason: 'cadence',
})
const on = (day: string, ...stops: ReturnType<typeof stop>[]) => ({ day, stops })
const nothing = { added: [], moved: [], removed: [] }

test.each([
  ['as it was', [on('2026-03-19', stop('sol', 'v1'), stop('luna', 'v2'))], nothing],
  [
    'another order',
    [on('2026-03-19', stop('luna', 'v2'), stop('sol', 'v1'))],
    {
      ...nothing,
      moved: [
        { id: 'v2', day: '2026-03-19', position: 0 },
        { id: 'v1', day: '2026-03-19', position: 1 },
      ],
    },
  ],
  [
    'moved, added, removed',
    [on('2026-03-20', stop('mar'), stop('sol', 'v1'))],
    {
      added: [{ customerId: 'mar', reason: 'cadence', day: '2026-03-20', position: 0 }],
      moved: [{ id: 'v1', day: '2026-03-20', position: 1 }],
      removed: ['v2'],
    },
  ],
])('%s', (_, days, change) => {
  expect(planChange({ seen, days }, now, week)).toEqual(change)
})

test.each([
  [
    'a visit changed meanwhile',
    {
      seen: [
        { id: 'v1', version: 1 },
        { id: 'v2', version: 2 },
      ],
      days: [],
    },
    'plan-changed',
  ],
  ['a visit was added meanwhile', { seen: seen.slice(0, 1), days: [] }, 'plan-changed'],
  ['a day of another week', { seen, days: [on('2026-03-23', stop('mar'))] }, 'plan-outside'],
  ['a day that has passed', { seen, days: [on('2026-03-17', stop('mar'))] }, 'plan-past'],
  [
    'a customer twice a day',
    { seen, days: [on('2026-03-19', stop('sol', 'v1'), stop('sol'))] },
    'plan-twice',
  ],
  [
    'a visit of another customer',
    { seen, days: [on('2026-03-19', stop('mar', 'v1'))] },
    'plan-unknown-visit',
  ],
])('refused: %s', (_, asked, code) => {
  expect(planChange(asked, now, week)).toMatchObject({ refused: code })
})
