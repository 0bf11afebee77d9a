import { textAt, textIn } from './columns.ts'
import { type KeyIndex, KeyIndexBuilder, rowsUnder } from './key-index.ts'
import { otherNames } from './names/other-names.ts'
import type { Cities } from './package-cities.ts'
import { fullNames, placeKey, shortKeys } from './place-key.ts'
import { likelihoodOf } from './score.ts'

export type Gazetteer = {
  readonly cities: Cities
  readonly full: KeyIndex
  readonly short: KeyIndex
  /** Places by country and another name of theirs. */
  readonly others: ReadonlyMap<string, readonly number[]>
  /** For finding mistyped names: by place, how long its key is and which letters it has. */
  readonly shapes: { readonly lengths: Uint8Array; readonly letters: Uint32Array }
  /** First and last place of each country. */
  readonly spans: ReadonlyMap<string, readonly [number, number]>
}

/** Every place with this full name (its own or another), in no order. */
export function placesNamed(gazetteer: Gazetteer, country: string, key: string): number[] {
  const { cities, full, others } = gazetteer
  const own = rowsUnder(full, country, key).filter(
    (place) =>
      textIn(cities.countries, place) === country &&
      fullNames(textAt(cities.names, place)).some((name) => placeKey(name) === key),
  )
  return [...own, ...(others.get(`${country} ${key}`) ?? [])]
}

/** Every place that this shorter form may mean. */
export function placesShortened({ cities, short }: Gazetteer, country: string, key: string): number[] {
  return rowsUnder(short, country, key).filter(
    (place) =>
      textIn(cities.countries, place) === country &&
      fullNames(textAt(cities.names, place)).some((name) => shortKeys(name).includes(key)),
  )
}

/** The likeliest of some places, or null of none. */
export function likeliest(cities: Cities, places: readonly number[]): number | null {
  let best: number | null = null
  for (const place of places) {
    if (best === null || likelihoodOf(cities, place) > likelihoodOf(cities, best)) best = place
  }
  return best
}

/** A short or mistyped name is taken for a place only if it is the only one, or by far the largest. */
export function clearWinner(cities: Cities, places: readonly number[]): number | null {
  const best = likeliest(cities, places)
  if (best === null) return null
  const likelihood = likelihoodOf(cities, best)
  const rival = places.some((place) => place !== best && likelihoodOf(cities, place) * 5 > likelihood)
  return rival ? null : best
}

/** The likeliest place that a country has under exactly this name; null when there is none. */
export function placeNamed(gazetteer: Gazetteer, country: string, name: string): number | null {
  return likeliest(gazetteer.cities, placesNamed(gazetteer, country, placeKey(name)))
}

/** 'ES: Donostia / San Sebastián=San Sebastian,…; …' as [country, name, other names]. */
export function* namesIn(table: string): Generator<[country: string, name: string, others: string[]]> {
  for (const line of table.trim().split('\n')) {
    const cut = line.indexOf(': ')
    for (const item of line.slice(cut + 2).split('; ')) {
      const [name = '', others = ''] = item.split('=')
      yield [line.slice(0, cut), name, others.split(',')]
    }
  }
}

/** One bit for each of the letters a to z that a key has, and one for all the rest. */
export function lettersOf(key: string): number {
  let letters = 0
  for (let at = 0; at < key.length; at++) {
    const letter = key.charCodeAt(at) - 97
    letters |= 1 << (letter >= 0 && letter < 26 ? letter : 26)
  }
  return letters >>> 0
}

/** Makes every place findable; gives way to other work every few thousand. */
export async function buildGazetteer(cities: Cities, giveWay: () => Promise<void>): Promise<Gazetteer> {
  const [full, short] = [new KeyIndexBuilder(), new KeyIndexBuilder()]
  const shapes = { lengths: new Uint8Array(cities.count), letters: new Uint32Array(cities.count) }
  const spans = new Map<string, [number, number]>()
  for (let place = 0; place < cities.count; place++) {
    if (place % 4096 === 4095) await giveWay()
    const name = textAt(cities.names, place)
    const country = textIn(cities.countries, place)
    spans.set(country, [spans.get(country)?.[0] ?? place, place])
    for (const one of fullNames(name)) {
      full.add(country, placeKey(one), place)
      for (const key of shortKeys(one)) short.add(country, key, place)
    }
    const key = placeKey(name)
    shapes.lengths[place] = Math.min(255, key.length)
    shapes.letters[place] = lettersOf(key)
  }
  const others = new Map<string, number[]>()
  const gazetteer: Gazetteer = { cities, full, short, others, shapes, spans }
  const toEnter: [string, number][] = []
  for (const [country, name, spoken] of namesIn(otherNames)) {
    const place = placeNamed(gazetteer, country, name)
    if (place !== null) for (const other of spoken) toEnter.push([`${country} ${placeKey(other)}`, place])
  }
  for (const [key, place] of toEnter) others.set(key, [...(others.get(key) ?? []), place])
  return gazetteer
}
