import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { personalFactUntil } from './personal.ts'
import { stewardSellsThere, territoryFor } from './territory.ts'

const area = (name: string, covers: Partial<Record<'countries' | 'regions' | 'cities', string[]>>) => ({
  id: name,
  name,
  covers: { countries: [], regions: [], cities: [], ...covers },
})
const areas = [
  area('Spain', { countries: ['ES'] }),
  area('Centre', { countries: ['ES'], regions: ['Madrid', 'Castilla'] }),
  area('City', { cities: ['MADRID', 'Cádiz'] }),
  area('Also Spain', { countries: ['ES', 'PT'] }),
  area('Nowhere', {}),
]

test.each<[string | null, string | null, string | null, string | null]>([
  ['ES', 'Madrid', 'madrid', 'City'],
  ['ES', null, 'cadiz', 'City'],
  ['ES', 'madrid', 'Getafe', 'Centre'],
  ['PT', 'Madrid', 'Lisboa', 'Also Spain'],
  ['ES', null, 'Vigo', 'Also Spain'],
  ['FR', null, null, null],
  [null, 'Madrid', null, null],
])('%s, %s, %s lies in %s', (country, region, city, found) => {
  expect(territoryFor({ country, region, city }, areas)).toBe(found)
  expect(territoryFor({ country, region, city }, areas.toReversed())).toBe(found)
})

test('a steward is not a salesperson of the area', () => {
  expect(stewardSellsThere('a', ['a', 'b'])).toBe(true)
  expect(stewardSellsThere('c', ['a', 'b'])).toBe(false)
  expect(stewardSellsThere(null, ['a'])).toBe(false)
})

const today = '2026-06-15' as Day
const on = { on: true, expiryDays: 30 }
test.each<[object, object, unknown]>([
  [{ kind: 'hobby' }, on, '2026-07-15'],
  [{ kind: 'hobby', expiresOn: '2026-06-16' }, on, '2026-06-16'],
  [{ kind: 'hobby', expiresOn: '2026-06-15' }, on, { refused: 'invalid-expiry' }],
  [{ kind: 'hobby', expiresOn: '2026-07-16' }, on, { refused: 'invalid-expiry' }],
  [{ kind: 'hobby' }, { ...on, on: false }, { refused: 'personal-group-off' }],
  [{ kind: 'family' }, on, { refused: 'invalid-about-children' }],
  [{ kind: 'family', noChildren: true }, on, '2026-07-15'],
])('a personal fact %j in %j is kept until, or refused', (fact, group, answer) => {
  const said = personalFactUntil(fact as never, group as never, today)
  if (typeof answer === 'string') expect(said).toBe(answer)
  else expect(said).toMatchObject(answer as object)
})
