import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bySeat } from './seats.ts'

test('entries of one seat come together, whether they name the whole customer or leave it out', () => {
  const seats = bySeat([
    { customerId: 'a', role: 'owner', seat: 0, n: 1 },
    { customerId: 'b', role: 'owner', seat: 0, n: 2 },
    { customerId: 'a', line: 'all', role: 'owner', seat: 0, n: 3 },
    { customerId: 'a', line: 'wine', role: 'owner', seat: 0, n: 4 },
    { customerId: 'a', role: 'backup', seat: 1, n: 5 },
  ])
  expect(
    [...seats].map(([{ customerId, line, role, seat }, all]) => [
      [customerId, line, role, seat].join(' '),
      all.map(({ n }) => n),
    ]),
  ).toEqual([
    ['a all owner 0', [1, 3]],
    ['b all owner 0', [2]],
    ['a wine owner 0', [4]],
    ['a all backup 1', [5]],
  ])
})

test('no entry is lost, and none stands on another seat than its own', () => {
  const entry = fc.record({
    customerId: fc.constantFrom('a', 'b', 'c'),
    line: fc.constantFrom('all', 'wine'),
    role: fc.constantFrom('owner' as const, 'backup' as const),
    seat: fc.nat(2),
  })
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const seats = bySeat(entries)
      expect([...seats.values()].flat()).toHaveLength(entries.length)
      for (const [seat, all] of seats) for (const one of all) expect(one).toEqual(seat)
      expect(new Set([...seats.keys()].map((seat) => JSON.stringify(seat))).size).toBe(seats.size)
    }),
  )
})
