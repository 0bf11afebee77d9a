import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assignment, loadsOf, objectiveOf } from '../../assignment.ts'
import { solve } from './solve.ts'

const cents = (least: number, most: number) =>
  fc.integer({ min: least * 100, max: most * 100 }).map((value) => value / 100)

/** Small enough that every plan there is can be tried: at most 4 takers for 6 lines. */
const small = fc.integer({ min: 1, max: 4 }).chain((takers) =>
  fc.record({
    lines: fc.array(
      fc.record({
        hours: cents(0, 3),
        tier: fc.constantFrom('A', 'B', 'C', 'none'),
        choices: fc
          .subarray(Array.from({ length: takers }, (_, index) => index))
          .chain((some) => fc.tuple(...some.map((taker) => cents(0, 90).map((cost) => ({ taker, cost }))))),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    takers: fc.array(
      fc.record({
        before: cents(0, 6),
        steps: fc.tuple(cents(0, 4), cents(4, 6)),
        most: cents(6, 8),
        caps: fc.array(
          fc.record({
            tier: fc.constantFrom('A', 'B', 'C', 'none', 'all'),
            room: fc.integer({ min: -1, max: 3 }),
          }),
          { maxLength: 2 },
        ),
      }),
      { minLength: takers, maxLength: takers },
    ),
    load: cents(0, 40),
  }),
) as fc.Arbitrary<Assignment>

/** The cost of the cheapest of all plans, each of them tried. */
function cheapest(assignment: Assignment, given: (number | null)[] = []): number {
  const line = assignment.lines[given.length]
  if (line === undefined) return objectiveOf(assignment, given)
  const next = line.choices.length === 0 ? [null] : line.choices.map(({ taker }) => taker)
  return Math.min(...next.map((taker) => cheapest(assignment, [...given, taker])))
}

test('on 200 random small cases no plan there is beats the one found', async () => {
  const property = fc.asyncProperty(small, async (assignment) => {
    const { given, proved } = await solve(assignment)
    expect(proved).toBe(true)
    expect(objectiveOf(assignment, given)).toBeCloseTo(cheapest(assignment), 4)
    for (const [index, { choices }] of assignment.lines.entries()) {
      const allowed = choices.map(({ taker }) => taker)
      expect(allowed.length === 0 ? [null] : allowed).toContain(given[index])
    }
  })
  await fc.assert(property, { numRuns: 200 })
})

/** A line that anybody may take, for nothing the first, at this cost the second. */
const line = (cost: number) => ({
  hours: 1,
  tier: 'A' as const,
  choices: [
    { taker: 0, cost: 0 },
    { taker: 1, cost },
  ],
})

test('limits are kept wherever a plan exists that keeps them', async () => {
  const free = { before: 0, steps: [10, 20], caps: [{ tier: 'all' as const, room: 2 }] }
  const assignment = {
    lines: [line(90), line(80), line(70), line(60)],
    takers: [
      { ...free, most: 2 },
      { ...free, most: 9 },
    ],
    load: 0,
  }
  const { given } = await solve(assignment)
  expect(loadsOf(assignment, given).map(({ hours }) => hours)).toEqual([2, 2])
  expect(given).toEqual([0, 0, 1, 1])
})
