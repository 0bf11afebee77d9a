import { unwrapRing } from '../../../values/ring.ts'

function polygon(rings: readonly GeoJSON.Position[][]): GeoJSON.Position[][] {
  return rings.map(unwrapRing)
}

/** A shape whose rings run on across the 180th meridian, see `unwrapRing`. */
export function acrossTheSeam<Shape extends GeoJSON.Feature<GeoJSON.Geometry>>(shape: Shape): Shape {
  const { geometry } = shape
  if (geometry.type === 'Polygon')
    return { ...shape, geometry: { ...geometry, coordinates: polygon(geometry.coordinates) } }
  if (geometry.type !== 'MultiPolygon') return shape
  return { ...shape, geometry: { ...geometry, coordinates: geometry.coordinates.map(polygon) } }
}
