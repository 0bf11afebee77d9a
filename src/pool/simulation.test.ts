import { expect, test } from 'vitest'
import { simulationOf } from './simulation.ts'

const person = (name: string) => ({ id: name, name, colour: 0 })
const row = (which: 'now' | 'tried', name: string, tier: 'A' | 'none', returned: number) => ({
  which,
  person: person(name),
  tier,
  announcedTomorrow: 1,
  announced: 2,
  returnedTomorrow: 0,
  returned,
})

test('other rules beside those of now, in all, by tier and by owner, whoever loses most first', () => {
  const found = simulationOf([
    row('now', 'Ana', 'A', 1),
    row('tried', 'Ana', 'A', 2),
    row('tried', 'Ben', 'A', 4),
    row('tried', 'Ben', 'none', 5),
  ])
  expect(found.now).toEqual({ announcedTomorrow: 1, announced: 2, returnedTomorrow: 0, returned: 1 })
  expect(found.tried).toEqual({ announcedTomorrow: 3, announced: 6, returnedTomorrow: 0, returned: 11 })
  expect(found.tiers.map(({ tier, tried }) => [tier, tried.returned])).toEqual([
    ['A', 6],
    ['B', 0],
    ['C', 0],
    ['none', 5],
  ])
  expect(found.people.map((one) => [one.person.name, one.now.returned, one.tried.returned])).toEqual([
    ['Ben', 0, 9],
    ['Ana', 1, 2],
  ])
})
