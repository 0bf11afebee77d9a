import { pointAt, type Points } from '../../../values/points.ts'

/** Pixels a metre at zoom 0 on the equator: the world is 512 pixels wide there. */
const pixelsPerMetre = 512 / 40_075_016.686

/** What a point is coloured by. */
export type Value = 'category' | 'level' | 'group'

/** One value a row, below `count`: groups beyond it take turns. */
export function valueOf(points: Points, by: Value, count: number, row: number): number {
  const column = by === 'category' ? points.categories : by === 'level' ? points.levels : points.groups
  return (column[row] ?? 0) % Math.max(1, count)
}

/** The rows as MapLibre takes them, with no more in each than the layers ask for. */
export function featuresOf(
  points: Points,
  rows: Uint32Array | null,
  by: Value,
  count: number,
): GeoJSON.FeatureCollection<GeoJSON.Point> {
  const features: GeoJSON.FeatureCollection<GeoJSON.Point>['features'] = []
  const length = rows?.length ?? points.count
  for (let at = 0; at < length; at++) {
    const row = rows?.[at] ?? at
    const { latitude, longitude } = pointAt(points, row)
    const metres = points.accuracies[row] ?? 0
    const m = (metres * pixelsPerMetre) / Math.cos((latitude * Math.PI) / 180)
    features.push({
      type: 'Feature',
      properties: { row, v: valueOf(points, by, count, row), a: points.approximate[row] ?? 0, m },
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
    })
  }
  return { type: 'FeatureCollection', features }
}

/** The smallest box around the rows as [west, south, east, north]; null of none. */
export function boxAround(points: Points, rows: Uint32Array | null): [number, number, number, number] | null {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  const length = rows?.length ?? points.count
  for (let at = 0; at < length; at++) {
    const { latitude, longitude } = pointAt(points, rows?.[at] ?? at)
    box[0] = Math.min(box[0], longitude)
    box[1] = Math.min(box[1], latitude)
    box[2] = Math.max(box[2], longitude)
    box[3] = Math.max(box[3], latitude)
  }
  return length === 0 ? null : box
}
