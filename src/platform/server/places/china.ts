import { pinyin } from 'pinyin-pro'
import { distanceMetres, type Point } from '../../../values/geo.ts'
import { textIn } from './columns.ts'
import { type Gazetteer, likeliest, placeNamed, placesNamed, placesShortened } from './gazetteer.ts'
import { chineseDistricts } from './names/china-districts.ts'
import { chinese } from './names/china.ts'
import { placeKey } from './place-key.ts'
import { accuracyOf } from './score.ts'

export type ChineseCity = {
  readonly name: string
  readonly province: string
  /** The place of the package that it is, or null where the table gives a point. */
  readonly place: number | null
  readonly point: Point
  readonly accuracyMetres: number
  readonly districts: ReadonlyMap<string, Point>
}
export type Province = {
  readonly name: string
  readonly short: string
  readonly admin: string
  readonly cities: readonly ChineseCity[]
}

function pointOfPlace({ cities }: Gazetteer, place: number): Point {
  return {
    latitude: (cities.latitudes[place] ?? 0) / 100_000,
    longitude: (cities.longitudes[place] ?? 0) / 100_000,
  }
}

function pointFrom(text: string): Point {
  const [latitude = 0, longitude = 0] = text.split(',').map(Number)
  return { latitude, longitude }
}

/** Places of a province by the pinyin of a Chinese name; `near` leaves out what is over 150 km away. */
export function placesByPinyin(
  gazetteer: Gazetteer,
  name: string,
  admin: string | null,
  near: Point | null,
): number[] {
  const key = placeKey(pinyin(name, { toneType: 'none', type: 'array', v: true }).join('')).replaceAll(
    'v',
    'u',
  )
  const places = [...placesNamed(gazetteer, 'CN', key), ...placesShortened(gazetteer, 'CN', key)]
  return places.filter((place) => {
    if (admin !== null && textIn(gazetteer.cities.admins, place) !== admin) return false
    return near === null || distanceMetres(near, pointOfPlace(gazetteer, place)) < 150_000
  })
}

/** A point read from the table has no people to reckon its size by. */
const seatAccuracy = 15_000

function cityFrom(gazetteer: Gazetteer, province: string, admin: string, written: string): ChineseCity {
  const [name = '', latin] = written.split(/[=@]/u)
  const districts = districtsOf().get(name) ?? new Map<string, Point>()
  if (written.includes('@'))
    return {
      name,
      province,
      place: null,
      point: pointFrom(latin ?? ''),
      accuracyMetres: seatAccuracy,
      districts,
    }
  const places =
    latin === undefined
      ? placesByPinyin(gazetteer, name, admin, null)
      : placesNamed(gazetteer, 'CN', placeKey(latin.replaceAll('_', ' '))).filter(
          (place) => textIn(gazetteer.cities.admins, place) === admin,
        )
  const place = likeliest(gazetteer.cities, places)
  if (place === null) throw new Error(`The package holds no ${written}, ${province}`)
  const accuracyMetres = Math.max(seatAccuracy, accuracyOf(gazetteer.cities, place))
  return { name, province, place, point: pointOfPlace(gazetteer, place), accuracyMetres, districts }
}

let readDistricts: Map<string, Map<string, Point>> | null = null

function districtsOf(): Map<string, Map<string, Point>> {
  if (readDistricts !== null) return readDistricts
  readDistricts = new Map()
  for (const line of chineseDistricts.trim().split('\n')) {
    const [city = '', list = ''] = line.split(': ')
    const districts = new Map<string, Point>()
    for (const [, name = '', at = ''] of list.matchAll(/(\S+) (\S+)/gu)) districts.set(name, pointFrom(at))
    readDistricts.set(city, districts)
  }
  return readDistricts
}

/** The provinces of China with their cities, placed by the gazetteer. Throws when the package holds one no more. */
export function buildChina(gazetteer: Gazetteer): Province[] {
  return chinese
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', , rest = ''] = line.split('|')
      const [seat = '', list = ''] = rest.split(': ')
      const place = placeNamed(gazetteer, 'CN', seat)
      if (place === null) throw new Error(`The package holds no ${seat}`)
      const admin = textIn(gazetteer.cities.admins, place)
      const cities = list.split(' ').map((written) => cityFrom(gazetteer, name, admin, written))
      const short = name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/u, '')
      return { name, short, admin, cities }
    })
}
