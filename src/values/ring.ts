/** Longitude and latitude in degrees, as GeoJSON orders them. */
type Position = number[]

/**
 * A ring that runs on where it crosses the 180th meridian, instead of jumping to the other side of the world: what
 * lies beyond 180° is drawn on the next copy of the world. A ring around a pole is closed over the pole.
 */
export function unwrapRing(ring: readonly Position[]): Position[] {
  let shift = 0
  let before = ring[0]?.[0] ?? 0
  const unwrapped = ring.map(([longitude = 0, latitude = 0]): Position => {
    if (longitude - before > 180) shift -= 360
    if (longitude - before < -180) shift += 360
    before = longitude
    return [longitude + shift, latitude]
  })
  const [first, last] = [unwrapped[0], unwrapped.at(-1)]
  if (first === undefined || last === undefined) return unwrapped
  if (shift !== 0) {
    const pole = (first[1] ?? 0) < 0 ? -90 : 90
    return [...unwrapped, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first]
  }
  const longitudes = unwrapped.map(([longitude = 0]) => longitude)
  const middle = (Math.min(...longitudes) + Math.max(...longitudes)) / 2
  const home = -360 * Math.round(middle / 360)
  return home === 0
    ? unwrapped
    : unwrapped.map(([longitude = 0, latitude = 0]) => [longitude + home, latitude])
}
