import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Reporting, findLoop, postOn } from './tree.ts'

const from = (personId: string, fromDay: string, managerId: string | null): Reporting => ({
  personId,
  fromDay,
  managerId,
})

describe('the tree of managers', () => {
  test.each<[string, Reporting[], { day: string; people: string[] } | null]>([
    ['nobody', [], null],
    ['a chain', [from('a', '2020-01-01', 'b'), from('b', '2020-01-01', 'c')], null],
    [
      'two who report to each other',
      [from('a', '2020-01-01', 'b'), from('b', '2021-01-01', 'a')],
      { day: '2021-01-01', people: ['b', 'a'] },
    ],
    [
      'the same two at different times',
      [from('a', '2020-01-01', 'b'), from('a', '2021-01-01', null), from('b', '2021-01-01', 'a')],
      null,
    ],
    [
      'a circle in the future',
      [from('a', '2030-01-01', 'c'), from('c', '2020-01-01', 'b'), from('b', '2020-01-01', 'a')],
      { day: '2030-01-01', people: ['a', 'c', 'b'] },
    ],
    ['oneself', [from('a', '2020-01-01', 'a')], { day: '2020-01-01', people: ['a'] }],
    [
      'a correction in the past that a later change point cures only from then on',
      [from('a', '2020-01-01', 'b'), from('b', '2020-06-01', 'a'), from('b', '2020-07-01', null)],
      { day: '2020-06-01', people: ['b', 'a'] },
    ],
  ])('%s', (_, reportings, loop) => {
    expect(findLoop(reportings)).toEqual(loop)
  })

  const people = ['a', 'b', 'c', 'd', 'e']
  const reporting = fc.record({
    personId: fc.constantFrom(...people),
    fromDay: fc.constantFrom('2020-01-01', '2020-02-01', '2020-03-01', '2020-04-01'),
    managerId: fc.option(fc.constantFrom(...people)),
  })
  const distinct = fc.uniqueArray(reporting, {
    selector: (r) => `${r.personId} ${r.fromDay}`,
    maxLength: 16,
  })

  test('a loop is found exactly when on some day somebody is their own superior', () => {
    fc.assert(
      fc.property(distinct, (reportings) => {
        const days = [...new Set(reportings.map((r) => r.fromDay))].toSorted()
        const bad = days.filter((day) =>
          people.some((person) => superiors(reportings, person, day).has(person)),
        )
        expect(findLoop(reportings)?.day ?? null).toBe(bad[0] ?? null)
      }),
      { numRuns: 2000 },
    )
  })

  test('the people of a loop each report to the next, and the last to the first', () => {
    fc.assert(
      fc.property(distinct, (reportings) => {
        const loop = findLoop(reportings)
        fc.pre(loop !== null)
        for (const [i, person] of loop.people.entries()) {
          const next = loop.people[(i + 1) % loop.people.length]
          const own = reportings.filter((r) => r.personId === person)
          expect(postOn(own, loop.day)?.managerId).toBe(next)
        }
      }),
    )
  })
})

/** Everybody above, step by step, as the definition says. */
function superiors(reportings: readonly Reporting[], person: string, day: string): Set<string> {
  const found = new Set<string>()
  let at: string | null = person
  for (let step = 0; step < 10 && at !== null; step += 1) {
    const above: string | null =
      postOn(
        reportings.filter((r) => r.personId === at),
        day,
      )?.managerId ?? null
    if (above !== null) found.add(above)
    at = above
  }
  return found
}

test.each([
  ['2019-12-31', null],
  ['2020-01-01', 1],
  ['2020-12-31', 1],
  ['2021-01-01', 2],
  ['2099-01-01', 2],
])('the post on %s', (day, title) => {
  const posts = [
    { fromDay: '2021-01-01', title: 2 },
    { fromDay: '2020-01-01', title: 1 },
  ]
  expect(postOn(posts, day)?.title ?? null).toBe(title)
})
