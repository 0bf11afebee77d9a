/** A point on the earth, WGS-84, in degrees: latitude -90 to 90, longitude -180 to 180. */
export type Point = { readonly latitude: number; readonly longitude: number }

/** A point and how far off it may be, in metres: the place lies within the circle (rule 1.1). */
export type Position = Point & { readonly accuracyMetres: number }

/** Mean radius of the earth in metres (IUGG). */
const earthRadius = 6_371_008.8

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The point, or null when a coordinate is not a number or outside the earth. */
export function pointOf(latitude: number, longitude: number): Point | null {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null
}

/** Metres along the great circle (haversine; within 0.6 % of the ellipsoid). */
export function distanceMetres(a: Point, b: Point): number {
  const latitude = Math.sin(radians(b.latitude - a.latitude) / 2)
  const longitude = Math.sin(radians(b.longitude - a.longitude) / 2)
  const chord =
    latitude * latitude +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * longitude * longitude
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** Whether a point lies within the accuracy circle of a position. */
export function isWithinAccuracy(position: Position, point: Point): boolean {
  return distanceMetres(position, point) <= position.accuracyMetres
}

/** Whether the circles of two positions touch: they may be one and the same place. */
export function mayBeSamePlace(a: Position, b: Position): boolean {
  return distanceMetres(a, b) <= a.accuracyMetres + b.accuracyMetres
}

/** The smallest box around the points, or null of none; a group across the 180th meridian gives a wide box. */
export function boundsOf(
  points: readonly Point[],
): { south: number; west: number; north: number; east: number } | null {
  if (points.length === 0) return null
  const box = { south: 90, west: 180, north: -90, east: -180 }
  for (const { latitude, longitude } of points) {
    box.south = Math.min(box.south, latitude)
    box.north = Math.max(box.north, latitude)
    box.west = Math.min(box.west, longitude)
    box.east = Math.max(box.east, longitude)
  }
  return box
}
