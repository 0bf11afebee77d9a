import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePoints, encodePoints, idOfPoint, pointAt, type PointRow, rowsWhere } from './points.ts'

const row = fc.record({
  key: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  accuracyMetres: fc.integer({ min: 0, max: 65_535 }),
  group: fc.integer({ min: 0, max: 65_535 }),
  category: fc.integer({ min: 0, max: 7 }),
  level: fc.integer({ min: 0, max: 7 }),
  isApproximate: fc.boolean(),
})

function rowsOf(bytes: Uint8Array): PointRow[] {
  const points = decodePoints(bytes)
  return Array.from({ length: points.count }, (_, at) => {
    const id = idOfPoint(points, at)
    return {
      key: points.keys[at]!,
      ...pointAt(points, at),
      accuracyMetres: points.accuracies[at]!,
      group: points.groups[at]!,
      category: points.categories[at]!,
      level: points.levels[at]!,
      isApproximate: points.approximate[at] === 1,
      ...(id === null ? {} : { id }),
    }
  })
}

describe('points', () => {
  test('come back as they went, to the centimetre', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const bytes = encodePoints(rows)
        expect(bytes.length).toBe(16 + 21 * rows.length)
        for (const [at, found] of rowsOf(bytes).entries()) {
          expect(found).toMatchObject({
            ...rows[at],
            latitude: expect.anything(),
            longitude: expect.anything(),
          })
          expect(Math.abs(found.latitude - rows[at]!.latitude)).toBeLessThan(1e-7)
          expect(Math.abs(found.longitude - rows[at]!.longitude)).toBeLessThan(1e-7)
        }
      }),
    )
  })

  test('carry ids when they have them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.uuid()), { minLength: 1 }), (pairs) => {
        const rows = pairs.map(([one, id]) => ({ ...one, id }))
        expect(rowsOf(encodePoints(rows)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
      }),
    )
  })

  test('are read from the middle of other bytes as well', () => {
    const bytes = encodePoints([
      {
        key: 7,
        latitude: 1,
        longitude: 2,
        accuracyMetres: 99_999,
        group: 1,
        category: 2,
        level: 3,
        isApproximate: true,
      },
    ])
    const wider = new Uint8Array(bytes.length + 3)
    wider.set(bytes, 3)
    const points = decodePoints(wider.subarray(3))
    expect([points.keys[0], points.accuracies[0]]).toEqual([7, 65_535])
  })

  test('broken bytes are refused', () => {
    const good = encodePoints([])
    for (const bad of [
      new Uint8Array(),
      new Uint8Array(16),
      good.subarray(0, 8),
      new Uint8Array([...good, 0]),
    ]) {
      expect(() => decodePoints(bad)).toThrow(RangeError)
    }
    const half = {
      key: 1,
      latitude: 0,
      longitude: 0,
      accuracyMetres: 0,
      group: 0,
      category: 0,
      level: 0,
      isApproximate: false,
    }
    expect(() => encodePoints([{ ...half, id: 'no' }])).toThrow(RangeError)
  })

  test('rows are chosen by a question', () => {
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 0, max: 7 }), (rows, level) => {
        const points = decodePoints(encodePoints(rows))
        const chosen = [...rowsWhere(points, (at) => points.levels[at] === level)]
        expect(chosen).toEqual(rows.flatMap((one, at) => (one.level === level ? [at] : [])))
      }),
    )
  })
})
