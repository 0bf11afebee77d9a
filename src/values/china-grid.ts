import { type Point } from './geo.ts'

/**
 * Chinese maps show points in grids of their own: GCJ-02 (Amap, Tencent, Google in China) lies some hundred metres
 * off WGS-84, and BD-09 (Baidu) off GCJ-02. The formulas are public knowledge; described and tested in
 * https://github.com/googollee/eviltransform and https://en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China
 */
const semiMajorAxis = 6_378_245
const eccentricitySquared = 0.006_693_421_622_965_943

/** Roughly mainland China: outside it the grids are WGS-84. */
function isOutsideGrid({ latitude, longitude }: Point): boolean {
  return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271
}

const wave = (angle: number) => Math.sin(angle * Math.PI)

/** How far GCJ-02 lies from WGS-84 at a WGS-84 point, in degrees. */
function offsetAt({ latitude, longitude }: Point): Point {
  const x = longitude - 105
  const y = latitude - 35
  const root = Math.sqrt(Math.abs(x))
  const ripple = (20 * wave(6 * x) + 20 * wave(2 * x)) * (2 / 3)
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    ripple +
    ((20 * wave(y) + 40 * wave(y / 3) + 160 * wave(y / 12) + 320 * wave(y / 30)) * 2) / 3
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    ripple +
    ((20 * wave(x) + 40 * wave(x / 3) + 150 * wave(x / 12) + 300 * wave(x / 30)) * 2) / 3
  const sine = Math.sin((latitude * Math.PI) / 180)
  const bulge = 1 - eccentricitySquared * sine * sine
  const meridian = (semiMajorAxis * (1 - eccentricitySquared)) / (bulge * Math.sqrt(bulge))
  const parallel = (semiMajorAxis / Math.sqrt(bulge)) * Math.cos((latitude * Math.PI) / 180)
  return { latitude: (north * 180) / (meridian * Math.PI), longitude: (east * 180) / (parallel * Math.PI) }
}

/** WGS-84 to GCJ-02; unchanged outside China. */
export function gcj02FromWgs84(point: Point): Point {
  if (isOutsideGrid(point)) return point
  const offset = offsetAt(point)
  return { latitude: point.latitude + offset.latitude, longitude: point.longitude + offset.longitude }
}

/** GCJ-02 to WGS-84, exact to under a millimetre (fixed-point iteration); unchanged outside China. */
export function wgs84FromGcj02(point: Point): Point {
  if (isOutsideGrid(point)) return point
  let guess = point
  for (let round = 0; round < 10; round++) {
    const offset = offsetAt(guess)
    guess = { latitude: point.latitude - offset.latitude, longitude: point.longitude - offset.longitude }
  }
  return guess
}

const baiduWave = (3000 * Math.PI) / 180

/** BD-09 (Baidu) to GCJ-02; Baidu's grid is shifted everywhere in China and not used elsewhere. */
export function gcj02FromBd09(point: Point): Point {
  const x = point.longitude - 0.0065
  const y = point.latitude - 0.006
  const radius = Math.hypot(x, y) - 0.000_02 * Math.sin(y * baiduWave)
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * baiduWave)
  return { latitude: radius * Math.sin(angle), longitude: radius * Math.cos(angle) }
}

/** BD-09 (Baidu) to WGS-84. */
export function wgs84FromBd09(point: Point): Point {
  return wgs84FromGcj02(gcj02FromBd09(point))
}
