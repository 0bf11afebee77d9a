import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePoint } from './geo-text.ts'
import { distanceMetres } from './geo.ts'

const madrid = { latitude: 40.4169, longitude: -3.7039 }

const degrees = (max: number) => fc.integer({ min: -max * 3600, max: max * 3600 })

function sexagesimal(seconds: number, letters: string): string {
  const size = Math.abs(seconds)
  const letter = letters.charAt(seconds < 0 ? 1 : 0)
  return `${Math.floor(size / 3600)}°${Math.floor((size % 3600) / 60)}'${size % 60}"${letter}`
}

describe('points in text', () => {
  test.each([
    '40.4169, -3.7039',
    '40.4169 -3.7039',
    '40.4169;-3.7039',
    '(40.4169, -3.7039)',
    '40,4169; -3,7039',
    '40,4169 -3,7039',
    'geo:40.4169,-3.7039;u=35',
    '40.4169° N, 3.7039° W',
    '3.7039 O 40.4169 N',
    '40°25′01″N 3°42′14″W',
    '40°25\'1"N, 3°42\'14"O',
    "40º 25' 01'' N, 3º 42' 14'' W",
    "N 40° 25.014' W 3° 42.234'",
    '40 25 01 N 3 42 14 W',
    '40:25:01N 3:42:14W',
    '北纬40°25′01″ 西经3°42′14″',
    '４０．４１６９，－３．７０３９',
    '  40.4169 , -3.7039  ',
  ])('%j is in Madrid', (text) => {
    const point = parsePoint(text)
    expect(point).not.toBeNull()
    expect(point === null ? Number.NaN : distanceMetres(point, madrid)).toBeLessThan(40)
  })

  test.each([
    '',
    'Madrid',
    '40.4169',
    '95, 10',
    '10, 190',
    '40°61′01″N 3°42′14″W',
    '40°25′01″N 3°42′14″S',
    '40.4169, -3.7039, 12',
    '1/2/2024',
    '40N',
    'N W',
    'P.O. Box 40, 3',
  ])('%j is no point', (text) => {
    expect(parsePoint(text)).toBeNull()
  })

  test('decimal and sexagesimal texts are read back', () => {
    fc.assert(
      fc.property(degrees(90), degrees(180), (latitude, longitude) => {
        const text = `${sexagesimal(latitude, 'NS')} ${sexagesimal(longitude, 'EW')}`
        const point = { latitude: latitude / 3600, longitude: longitude / 3600 }
        for (const found of [
          parsePoint(text),
          parsePoint(`${point.latitude.toFixed(9)}, ${point.longitude.toFixed(9)}`),
        ]) {
          expect(found?.latitude).toBeCloseTo(point.latitude, 8)
          expect(found?.longitude).toBeCloseTo(point.longitude, 8)
        }
      }),
    )
  })
})
