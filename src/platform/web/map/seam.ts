import type { Feature, Geometry, Position } from 'geojson'
import { unwrapRing } from '../../../values/ring.ts'

function polygon(rings: readonly Position[][]): Position[][] {
  return rings.map(unwrapRing)
}

/** A shape whose rings run on across the 180th meridian, see `unwrapRing`. */
export function acrossTheSeam<Shape extends Feature<Geometry>>(shape: Shape): Shape {
  const { geometry } = shape
  if (geometry.type === 'Polygon')
    return { ...shape, geometry: { ...geometry, coordinates: polygon(geometry.coordinates) } }
  if (geometry.type !== 'MultiPolygon') return shape
  return { ...shape, geometry: { ...geometry, coordinates: geometry.coordinates.map(polygon) } }
}
