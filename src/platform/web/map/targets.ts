import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import { layerIds } from './point-layers.ts'

/** What lies under the pointer (or, by keyboard, nearest to the middle), and where on the canvas it stands. */
export type Target =
  | { readonly kind: 'point'; readonly row: number; readonly x: number; readonly y: number }
  | {
      readonly kind: 'cluster'
      readonly cluster: number
      readonly count: number
      /** How many of each value it holds. */
      readonly values: readonly number[]
      readonly at: [number, number]
      readonly x: number
      readonly y: number
    }

/** The target nearest to a spot of the canvas, at most so many pixels beyond its own edge. */
export function targetAt(map: MapLibreMap, [x, y]: [number, number], reach: number): Target | null {
  const layers = Object.values(layerIds).filter((id) => map.getLayer(id) !== undefined)
  const box: [[number, number], [number, number]] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ]
  const near = map.queryRenderedFeatures(box, { layers }).map((feature) => {
    const [longitude = 0, latitude = 0] = (feature.geometry as GeoJSON.Point).coordinates
    const spot = map.project([longitude, latitude])
    return {
      feature,
      at: [longitude, latitude] as [number, number],
      spot,
      away: Math.hypot(spot.x - x, spot.y - y),
    }
  })
  const nearest = near.toSorted((a, b) => a.away - b.away)[0]
  if (nearest === undefined) return null
  const { properties } = nearest.feature
  const where = { x: nearest.spot.x, y: nearest.spot.y }
  if (properties['point_count'] === undefined)
    return { kind: 'point', row: Number(properties['row']), ...where }
  const values: number[] = []
  for (let value = 0; properties[`v${value}`] !== undefined; value++)
    values.push(Number(properties[`v${value}`]))
  const count = Number(properties['point_count'])
  return {
    kind: 'cluster',
    cluster: Number(properties['cluster_id']),
    count,
    values,
    at: nearest.at,
    ...where,
  }
}

/** Rows listed at once where many share a spot. */
const listed = 200

/**
 * Opens a cluster: nearer, until it falls apart. Where it cannot (many customers looked up in one town share its
 * centre) its rows are the answer; else none.
 */
export async function openCluster(map: MapLibreMap, target: Target & { kind: 'cluster' }): Promise<number[]> {
  const source = map.getSource<GeoJSONSource>('points')
  if (source === undefined) return []
  const zoom = await source.getClusterExpansionZoom(target.cluster)
  if (zoom <= 16) {
    map.easeTo({ center: target.at, zoom: zoom + 0.2 })
    return []
  }
  const leaves = await source.getClusterLeaves(target.cluster, listed, 0)
  return leaves.map((leaf) => Number(leaf.properties?.['row']))
}
