import { expect, test } from 'vitest'
import { loadOf } from './load.ts'

test('customers add up by role, and only owned ones weigh, by what their tier asks for in four weeks', () => {
  expect(
    loadOf([
      { role: 'owner', tier: 'A', customers: 3 },
      { role: 'owner', tier: 'B', customers: 5 },
      { role: 'owner', tier: 'C', customers: 7 },
      { role: 'owner', tier: null, customers: 2 },
      { role: 'backup', tier: 'A', customers: 4 },
      { role: 'sponsor', tier: 'A', customers: 1 },
      { role: 'referrer', tier: null, customers: 6 },
      { role: 'gardener', tier: 'A', customers: 9 },
    ]),
  ).toEqual({ owner: 17, backup: 4, sponsor: 1, referrer: 6, weight: 3 * 4 + 5 * 2 + 7 + 2 })
  expect(loadOf([])).toEqual({ owner: 0, backup: 0, sponsor: 0, referrer: 0, weight: 0 })
})
