import type { Province } from './china.ts'
import { textAt, textIn } from './columns.ts'
import { type Gazetteer, namesIn, placeNamed } from './gazetteer.ts'
import { otherNames } from './names/other-names.ts'

/** The names that the map writes, most important first; columns, so that it packs well. */
export type MapLabels = {
  readonly names: readonly string[]
  /** Chinese names by row. */
  readonly chinese: Readonly<Record<number, string>>
  /** Thousandths of a degree. */
  readonly latitudes: readonly number[]
  readonly longitudes: readonly number[]
  /** In thousands. */
  readonly people: readonly number[]
}

function chineseNames(gazetteer: Gazetteer, china: readonly Province[]): Map<number, string> {
  const found = new Map<number, string>()
  for (const [country, name, others] of namesIn(otherNames)) {
    const place = placeNamed(gazetteer, country, name)
    const chinese = others.find((other) => /^\p{Script=Han}+$/u.test(other))
    if (place !== null && chinese !== undefined) found.set(place, chinese)
  }
  for (const { cities } of china) {
    for (const { name, place } of cities) if (place !== null) found.set(place, name)
  }
  return found
}

/**
 * Thousands of people, by which towns are written before others. In China the package gives some prefectures none,
 * and their people to villages of the same name.
 */
function thousandsIn({ cities }: Gazetteer, chinese: ReadonlyMap<number, string>, place: number): number {
  const thousands = Math.round((cities.populations[place] ?? 0) / 1000)
  if (textIn(cities.countries, place) !== 'CN') return thousands
  return chinese.has(place) ? Math.max(400, thousands) : Math.min(200, thousands)
}

/** Towns for the map, without sections of towns. Made when the web app is built, so that the map asks no server. */
export function mapLabels(gazetteer: Gazetteer, china: readonly Province[], count: number): MapLabels {
  const { cities } = gazetteer
  const chinese = chineseNames(gazetteer, china)
  const towns = Array.from({ length: cities.count }, (_, place) => place)
    .filter((place) => chinese.has(place) || !/^PPL[XLQHWF]$/u.test(textIn(cities.kinds, place)))
    .map((place) => ({ place, thousands: thousandsIn(gazetteer, chinese, place) }))
    .toSorted((a, b) => b.thousands - a.thousands)
    .slice(0, count)
  return {
    names: towns.map(({ place }) => textAt(cities.names, place)),
    chinese: Object.fromEntries(
      towns.flatMap(({ place }, row) => (chinese.has(place) ? [[row, chinese.get(place) ?? '']] : [])),
    ),
    latitudes: towns.map(({ place }) => Math.round((cities.latitudes[place] ?? 0) / 100)),
    longitudes: towns.map(({ place }) => Math.round((cities.longitudes[place] ?? 0) / 100)),
    people: towns.map(({ thousands }) => thousands),
  }
}
