import { expect, test } from 'vitest'
import { pointAt } from '../values/points.ts'
import { customerMap, ownersApart } from './map-points.ts'

const person = (n: number) => ({ id: `00000000-0000-7000-8000-00000000000${n}`, name: `P${n}`, colour: n })

test('rows keep the order of the answer, and columns say what the letters say', () => {
  const { points, ...rest } = customerMap({
    ids: ['a', 'b', 'c'],
    lat: [3_946_990, -1, 0],
    lon: [-37_630, 17_999_999, 0],
    tier: 'A-C',
    fresh: '101',
    located: 'apv',
    owner: [1, -1, 1],
    owners: [person(0), person(1)],
    unplaced: 4,
  })
  expect(points.count).toBe(3)
  expect(pointAt(points, 0)).toEqual({ latitude: 39.4699, longitude: -0.3763 })
  expect(pointAt(points, 1).longitude).toBeCloseTo(179.99999, 5)
  expect([...points.categories]).toEqual([0, 3, 2])
  expect([...points.levels]).toEqual([0, 1, 0])
  expect([...points.approximate]).toEqual([1, 0, 0])
  expect([...points.groups]).toEqual([1, 0, 1])
  expect(rest).toEqual({
    owners: [
      { name: 'P1', colour: 1, count: 2 },
      { name: 'P0', colour: 0, count: 0 },
    ],
    pool: 1,
    others: 0,
    tiers: [1, 0, 1, 1],
    freshness: [2, 1],
    approximate: 1,
  })
})

test('of many owners the ones with the most customers stand apart, the rest together', () => {
  const owners = Array.from({ length: 30 }, (_, n) => ({ ...person(0), name: `P${n}` }))
  // The n-th owner has n customers.
  const owner = owners.flatMap((_, n) => Array.from({ length: n }, () => n))
  const none = owner.map(() => 0)
  const {
    points,
    others,
    owners: apart,
  } = customerMap({
    ids: owner.map(String),
    lat: none,
    lon: none,
    tier: '-'.repeat(owner.length),
    fresh: '1'.repeat(owner.length),
    located: 'p'.repeat(owner.length),
    owner,
    owners,
    unplaced: 0,
  })
  expect(apart.map(({ name }) => name)).toEqual([
    'P29',
    'P28',
    'P27',
    'P26',
    'P25',
    'P24',
    'P23',
    'P22',
    'P21',
    'P20',
  ])
  expect(others).toBe((19 * 20) / 2)
  expect(Math.max(...points.groups)).toBe(ownersApart + 1)
})

test('nobody to show is nothing to show', () => {
  const nothing = {
    ids: [],
    lat: [],
    lon: [],
    tier: '',
    fresh: '',
    located: '',
    owner: [],
    owners: [],
    unplaced: 0,
  }
  expect(customerMap(nothing).points.count).toBe(0)
})
