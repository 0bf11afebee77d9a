import { type Country, parseCountry } from '../../../values/country.ts'
import { findChinese, hasChinese } from './china-address.ts'
import type { Province } from './china.ts'
import { cutCity, keysOfCity } from './city-text.ts'
import { textAt, textIn } from './columns.ts'
import { clearWinner, type Gazetteer, likeliest, placesNamed, placesShortened } from './gazetteer.ts'
import { placesBeginning, placesMistyped } from './mistyped.ts'
import type { Grid } from './nearest-place.ts'
import type { FoundPlace, PlaceQuery } from './place-query.ts'
import { regionsOfPostalCode } from './postal-region.ts'
import { isIn, type Region, type Regions, regionsNamed } from './region.ts'
import { accuracyOf } from './score.ts'

/** Everything that places are looked up in. */
export type Places = {
  readonly gazetteer: Gazetteer
  readonly regions: Regions
  readonly china: readonly Province[]
  readonly grid: Grid
}

/** Where addresses of these countries may also lie: parts of them that have a code of their own. */
const parts: Readonly<Record<string, readonly string[]>> = {
  US: ['PR', 'VI', 'GU'],
  CN: ['HK', 'MO', 'TW'],
  FR: ['GP', 'MQ', 'GF', 'RE', 'YT', 'MC'],
  GB: ['JE', 'GG', 'IM'],
  NL: ['CW', 'AW', 'SX', 'BQ'],
  DK: ['FO', 'GL'],
  FI: ['AX'],
  NO: ['SJ'],
}

type Pick = { readonly place: number; readonly isSure: boolean }

/** The likeliest place of exactly this name inside the regions; anywhere in the country where none are given. */
function findExactly(
  gazetteer: Gazetteer,
  country: string,
  city: string,
  regions: readonly Region[],
): Pick | null {
  for (const key of keysOfCity(city).sure) {
    const places = placesNamed(gazetteer, country, key).filter((place) => isWithin(gazetteer, place, regions))
    const best = likeliest(gazetteer.cities, places)
    if (best !== null) return { place: best, isSure: true }
  }
  return null
}

function isWithin({ cities }: Gazetteer, place: number, regions: readonly Region[]): boolean {
  return regions.length === 0 || isIn(cities, place, regions)
}

/** By a shorter form of the name; where no region helps to choose, only a clear winner. */
function findShortened(
  gazetteer: Gazetteer,
  country: string,
  city: string,
  regions: readonly Region[],
): Pick | null {
  const { sure, short } = keysOfCity(city)
  for (const key of [...sure, ...short]) {
    const places = [...placesShortened(gazetteer, country, key), ...placesNamed(gazetteer, country, key)]
    const inside = places.filter((place) => isWithin(gazetteer, place, regions))
    const best =
      regions.length > 0 ? likeliest(gazetteer.cities, inside) : clearWinner(gazetteer.cities, inside)
    if (best !== null) return { place: best, isSure: false }
  }
  return null
}

/**
 * By a name that exists once in the country though not in the region stated, which is then taken to be wrong. Only
 * where the name exists nowhere: by how a name in the region begins ('Castelfranco', TV), or by one slip of the keyboard.
 */
function findDespite(
  gazetteer: Gazetteer,
  country: string,
  city: string,
  regions: readonly Region[],
): Pick | null {
  const { sure } = keysOfCity(city)
  const elsewhere = new Set(sure.flatMap((key) => placesNamed(gazetteer, country, key)))
  const [only] = elsewhere
  if (only !== undefined) return elsewhere.size === 1 ? { place: only, isSure: false } : null
  const inside = (places: readonly number[]) => places.filter((place) => isWithin(gazetteer, place, regions))
  const begun =
    regions.length === 0 ? [] : sure.flatMap((key) => inside(placesBeginning(gazetteer, country, key)))
  const isShort = sure.some((key) => placesShortened(gazetteer, country, key).length > 0)
  const slips = isShort ? [] : sure.flatMap((key) => inside(placesMistyped(gazetteer, country, key)))
  const place = clearWinner(gazetteer.cities, begun) ?? clearWinner(gazetteer.cities, slips)
  return place === null ? null : { place, isSure: false }
}

/** With less than the full name in its place, twice as far off, and ten kilometres at least. */
function found({ cities }: Gazetteer, { place, isSure }: Pick): FoundPlace {
  const accuracy = accuracyOf(cities, place)
  return {
    latitude: (cities.latitudes[place] ?? 0) / 100_000,
    longitude: (cities.longitudes[place] ?? 0) / 100_000,
    accuracyMetres: isSure ? accuracy : Math.min(50_000, Math.max(2 * accuracy, 10_000)),
    name: textAt(cities.names, place),
    country: textIn(cities.countries, place),
    how: 'approximate',
  }
}

/** In the country itself; where the region is one of its parts ('San Juan, PR'), there first. */
function whereToLook(country: Country, region: string): string[] {
  const all = [country, ...(parts[country] ?? [])]
  const part = parseCountry(region)
  return part !== null && part !== country && all.includes(part) ? [part, ...all] : all
}

/** Looks a city up; null rather than a guess when the country has none, or several and nothing says which. */
export function findPlace({ gazetteer, regions, china }: Places, query: PlaceQuery): FoundPlace | null {
  const home = parseCountry(query.country)
  if (home === null) return null
  const region = query.region?.trim() ?? ''
  if (home === 'CN' && hasChinese(region + query.city)) {
    const chinese = findChinese(gazetteer, china, region + query.city)
    if (chinese !== null) return chinese
  }
  const { name, after } = cutCity(query.city)
  for (const country of whereToLook(home, region)) {
    const stated = [region, ...after].map((text) => regionsNamed(regions, country, text))
    const known = stated.find((some) => some.length > 0)
    const within = known ?? []
    const byPost = known === undefined ? regionsOfPostalCode(country, query.postalCode ?? '') : []
    const pick =
      (byPost.length > 0 ? findExactly(gazetteer, country, name, byPost) : null) ??
      findExactly(gazetteer, country, query.city, within) ??
      findExactly(gazetteer, country, name, within) ??
      findShortened(gazetteer, country, name, within) ??
      findDespite(gazetteer, country, name, within)
    if (pick !== null) return found(gazetteer, pick)
  }
  return null
}
