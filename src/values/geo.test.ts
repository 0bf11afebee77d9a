import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gcj02FromBd09, gcj02FromWgs84, wgs84FromBd09, wgs84FromGcj02 } from './china-grid.ts'
import { boundsOf, distanceMetres, isWithinAccuracy, mayBeSamePlace, type Point, pointOf } from './geo.ts'

const at = (latitude: number, longitude: number): Point => ({ latitude, longitude })
const somewhere = fc
  .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
  .map(([latitude, longitude]) => at(latitude, longitude))

describe('places on the earth', () => {
  test.each([
    [at(0, 0), at(0, 1), 111_195],
    [at(40.4168, -3.7038), at(41.3874, 2.1686), 505_400],
    [at(0, 179.9), at(0, -179.9), 22_239],
    [at(90, 0), at(-90, 0), 20_015_115],
    [at(31.2304, 121.4737), at(39.9042, 116.4074), 1_067_000],
  ])('from %o to %o are %i metres', (a, b, metres) => {
    expect(Math.abs(distanceMetres(a, b) - metres)).toBeLessThan(metres * 0.002)
  })

  test('distance is a distance', () => {
    fc.assert(
      fc.property(somewhere, somewhere, somewhere, (a, b, c) => {
        expect(distanceMetres(a, a)).toBe(0)
        expect(distanceMetres(a, b)).toBeCloseTo(distanceMetres(b, a), 3)
        expect(distanceMetres(a, c)).toBeLessThanOrEqual(distanceMetres(a, b) + distanceMetres(b, c) + 0.01)
        expect(distanceMetres(a, b)).toBeLessThanOrEqual(20_015_116)
      }),
    )
  })

  test('what is outside the earth is no point', () => {
    expect(pointOf(90.01, 0)).toBeNull()
    expect(pointOf(0, -180.5)).toBeNull()
    expect(pointOf(Number.NaN, 0)).toBeNull()
    expect(pointOf(-90, 180)).toEqual(at(-90, 180))
  })

  test('a point is within the accuracy circle or not', () => {
    const shop = { ...at(40.4168, -3.7038), accuracyMetres: 50 }
    const acrossTheStreet = at(40.417, -3.7038)
    const nextBlock = at(40.418, -3.7038)
    expect(isWithinAccuracy(shop, acrossTheStreet)).toBe(true)
    expect(isWithinAccuracy(shop, nextBlock)).toBe(false)
    expect(mayBeSamePlace(shop, { ...nextBlock, accuracyMetres: 100 })).toBe(true)
    expect(mayBeSamePlace(shop, { ...nextBlock, accuracyMetres: 50 })).toBe(false)
  })

  test('the box around points holds them all', () => {
    expect(boundsOf([])).toBeNull()
    expect(boundsOf([at(1, 2), at(-3, 4)])).toEqual({ south: -3, west: 2, north: 1, east: 4 })
  })
})

describe('Chinese map grids', () => {
  // Points published with https://github.com/googollee/eviltransform
  test.each([
    ['Shanghai', at(31.177_427_6, 121.527_210_6), at(31.175_303_983_645_97, 121.531_541_859_215)],
    ['Shenzhen', at(22.543_847, 113.912_316), at(22.540_796_131_694_766, 113.917_176_480_836_3)],
    ['Beijing', at(39.911_954, 116.377_817), at(39.913_345_455_360_69, 116.384_047_224_556_57)],
  ])('%s is found in both directions', (_name, wgs84, gcj02) => {
    expect(distanceMetres(gcj02FromWgs84(wgs84), gcj02)).toBeLessThan(0.05)
    expect(distanceMetres(wgs84FromGcj02(gcj02), wgs84)).toBeLessThan(0.05)
  })

  // The pair that https://github.com/wandergis/coordtransform publishes
  test('Baidu’s grid is found', () => {
    const bd09 = at(39.915, 116.404)
    expect(
      distanceMetres(gcj02FromBd09(bd09), at(39.908_656_739_576_31, 116.397_627_291_193_15)),
    ).toBeLessThan(0.001)
    expect(distanceMetres(wgs84FromBd09(bd09), at(39.907_253, 116.391_384))).toBeLessThan(1)
  })

  test('outside China the grid is WGS-84', () => {
    expect(gcj02FromWgs84(at(40.4168, -3.7038))).toEqual(at(40.4168, -3.7038))
    expect(wgs84FromGcj02(at(40.4168, -3.7038))).toEqual(at(40.4168, -3.7038))
  })

  test('there and back again everywhere in China', () => {
    const inChina = fc
      .tuple(fc.double({ min: 18, max: 53, noNaN: true }), fc.double({ min: 74, max: 134, noNaN: true }))
      .map(([latitude, longitude]) => at(latitude, longitude))
    fc.assert(
      fc.property(inChina, (point) => {
        expect(distanceMetres(wgs84FromGcj02(gcj02FromWgs84(point)), point)).toBeLessThan(0.001)
        expect(distanceMetres(gcj02FromWgs84(point), point)).toBeLessThan(1200)
      }),
    )
  })
})
