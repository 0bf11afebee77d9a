import { textIn } from './columns.ts'
import type { Cities } from './package-cities.ts'

/** People a seat of administration is taken to have at least, where the package gives none. */
const seats: Readonly<Record<string, number>> = { PPLC: 500_000, PPLA: 150_000, PPLA2: 20_000, PPLA3: 3000 }

/** Sections of towns, and places that are gone, stand behind towns of the same name. */
const behind = new Set(['PPLX', 'PPLL', 'PPLQ', 'PPLH', 'PPLW', 'PPLF', 'STLMT'])

/** How likely a place is the one meant by its bare name: its people, more for seats, fewer for sections of towns. */
export function likelihoodOf(cities: Cities, place: number): number {
  const kind = textIn(cities.kinds, place)
  const people = Math.max(cities.populations[place] ?? 0, seats[kind] ?? 500)
  if (behind.has(kind)) return people / 10
  // In China the package gives the people of some prefectures to villages of the same name.
  if (textIn(cities.countries, place) === 'CN' && /^PPL(?:C|A2?)$/u.test(kind)) return people + 20_000_000
  return kind === 'PPLC' || kind === 'PPLA' ? people * 3 : people
}

/**
 * Metres within which an address of the place lies: the radius of a town of 2,500 people a square kilometre, and
 * one and a half kilometres more. A town of 1,000: 1.9 km, of a million: 12.8 km; never over 40 km.
 */
export function accuracyOf(cities: Cities, place: number): number {
  const people = Math.max(cities.populations[place] ?? 0, 5000)
  const radius = 1500 + 1000 * Math.sqrt(people / 2500 / Math.PI)
  return Math.min(40_000, Math.round(radius / 100) * 100)
}
