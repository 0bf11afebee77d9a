import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distribute, distributeByHand, distributeByTerritory } from './distribute.ts'

const customers = (owners: string, territories = '') =>
  [...owners].map((owner, n) => ({
    customerId: `c${n}`,
    ownerId: owner === '-' ? null : owner,
    territoryId: territories[n] ?? null,
  }))
const people = (text: string) =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ personId: word[0] ?? '', room: word.length > 1 ? Number(word.slice(1)) : null }))
const said = (given: { successorId: string | null }[]) =>
  given.map(({ successorId }) => successorId ?? '-').join('')

const countOf = (given: { successorId: string | null }[], personId: string | null) =>
  given.filter((one) => one.successorId === personId).length

describe('round robin', () => {
  test.each([
    ['7 over three are 3, 2, 2', 'XXXXXXX', 'A B C', 'ABCABCA'],
    ['one successor takes all', 'XXX', 'A', 'AAA'],
    ['who is full is passed over', 'XXXXXXX', 'A1 B C', 'ABCBCBC'],
    ['who has no room gets nothing', 'XXX', 'A0 B', 'BBB'],
    ['when all are full the rest has nobody', 'XXXX', 'A1 B2', 'ABB-'],
    ['nobody is given what is theirs', 'ABC', 'A B', 'BAA'],
    ['the pool is given like any other', '--', 'A B', 'AB'],
    ['the only successor owns it already', 'XA', 'A', 'A-'],
    ['a place is made when only the owner has room', 'XBA', 'A1 B1 C1', 'ACB'],
    ['a place is made where one can be', 'ACC', 'A1 B1 C1', 'CAB'],
    ['nobody there', 'X', '', '-'],
  ])('%s', (_, owners, successors, expected) => {
    expect(said(distribute(customers(owners), people(successors)))).toBe(expected)
  })

  const names = ['A', 'B', 'C', 'D', 'E'] as const
  const someCustomers = (owners: readonly string[]) =>
    fc.array(fc.constantFrom(...owners), { maxLength: 60 }).map((letters) => customers(letters.join('')))
  const someSuccessors = fc
    .tuple(
      fc.shuffledSubarray([...names], { minLength: 1 }),
      fc.array(fc.option(fc.nat(20)), { minLength: 5, maxLength: 5 }),
    )
    .map(([chosen, rooms]) => chosen.map((personId, n) => ({ personId, room: rooms[n] ?? null })))

  test('every customer once and in order, never to its owner, no cap exceeded, always the same', () => {
    fc.assert(
      fc.property(someCustomers([...names, 'X', '-']), someSuccessors, (moving, successors) => {
        const given = distribute(moving, successors)
        expect(given.map(({ customerId }) => customerId)).toEqual(moving.map(({ customerId }) => customerId))
        expect(given).toEqual(distribute(moving, successors))
        for (const [n, { successorId, why }] of given.entries()) {
          expect(successorId === null).toBe(why === 'all-full')
          expect(successorId === null || successorId !== moving[n]?.ownerId).toBe(true)
        }
        for (const { personId, room } of successors)
          expect(countOf(given, personId)).toBeLessThanOrEqual(room ?? Infinity)
      }),
    )
  })

  test('somebody goes without only if no other way would place them', () => {
    fc.assert(
      fc.property(someCustomers([...names, 'X']), someSuccessors, (moving, successors) => {
        const given = distribute(moving, successors)
        const without = moving.filter((_, n) => given[n]?.successorId === null)
        const open = successors.filter(({ personId, room }) => countOf(given, personId) < (room ?? Infinity))
        // Whoever has room left owns all that have nobody, and none that others took could go there instead.
        for (const { personId } of without.length === 0 ? [] : open) {
          expect(without.every(({ ownerId }) => ownerId === personId)).toBe(true)
          const elsewhere = moving.filter((_, n) => {
            const taker = given[n]?.successorId ?? null
            return taker !== null && taker !== personId
          })
          expect(elsewhere.every(({ ownerId }) => ownerId === personId)).toBe(true)
        }
      }),
    )
  })

  test('evenly: those who are not full differ by one at most', () => {
    fc.assert(
      fc.property(someCustomers(['X', '-']), someSuccessors, (moving, successors) => {
        const given = distribute(moving, successors)
        const counts = successors
          .filter(({ personId, room }) => countOf(given, personId) < (room ?? Infinity))
          .map(({ personId }) => countOf(given, personId))
        const most = Math.max(...successors.map(({ personId }) => countOf(given, personId)))
        if (counts.length > 0) expect(most - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('by territory', () => {
  const there = new Map([
    ['n', ['A', 'B']],
    ['s', ['C']],
  ])
  test.each([
    ['in turn within each', 'XXXXX', 'nsnns', '', 'ACBAC'],
    ['not to who owns it', 'AAX', 'nnn', '', 'BBA'],
    ['without people there to the others in turn', 'XXX', 'ezz', 'D E', 'DED'],
    ['or to nobody', 'XX', 'en', '', '-A'],
    ['its only salesperson owns it: to the others', 'CX', 'ss', 'D', 'DC'],
  ])('%s', (_, owners, territories, others, expected) => {
    const given = distributeByTerritory(customers(owners, territories), there, people(others))
    expect(said(given)).toBe(expected)
    const reasons = given.filter(({ successorId }) => successorId === null).map(({ why }) => why)
    expect(reasons.every((why) => why === 'nobody-there')).toBe(true)
  })
})

test('by hand: as chosen; not to the owner, and nobody where nobody was chosen', () => {
  const chosen = new Map([
    ['c0', 'A'],
    ['c1', 'B'],
  ])
  expect(distributeByHand(customers('XBX'), chosen)).toEqual([
    { customerId: 'c0', successorId: 'A', why: 'by-hand' },
    { customerId: 'c1', successorId: null, why: 'not-chosen' },
    { customerId: 'c2', successorId: null, why: 'not-chosen' },
  ])
})
