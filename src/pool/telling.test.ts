import { expect, test } from 'vitest'
import { sumsByManager, sumsByOwner } from './telling.ts'

const told = [
  { personId: 'ana', returnsOn: '2026-05-14' },
  { personId: 'ana', returnsOn: '2026-05-12' },
  { personId: 'bea', returnsOn: '2026-05-20' },
  { personId: 'carmen', returnsOn: '2026-05-01' },
]

test('an owner is told once, of all and of the first day; a manager of all their people', () => {
  expect(sumsByOwner(told)).toEqual([
    { personId: 'ana', count: 2, on: '2026-05-12' },
    { personId: 'bea', count: 1, on: '2026-05-20' },
    { personId: 'carmen', count: 1, on: '2026-05-01' },
  ])
  const managers = new Map([
    ['ana', 'mario'],
    ['bea', 'mario'],
  ])
  expect(sumsByManager(told, managers)).toEqual([{ personId: 'mario', count: 3, on: '2026-05-12' }])
  expect(sumsByManager([{ personId: 'ana' }], managers)).toEqual([{ personId: 'mario', count: 1, on: null }])
})
