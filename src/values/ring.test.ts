import { describe, expect, test } from 'vitest'
import { unwrapRing } from './ring.ts'

describe('the 180th meridian', () => {
  test('a ring across it runs on', () => {
    const ring = [
      [170, 60],
      [179, 65],
      [-175, 66],
      [-179, 62],
      [175, 60],
      [170, 60],
    ]
    expect(unwrapRing(ring).map(([longitude]) => longitude)).toEqual([170, 179, 185, 181, 175, 170])
  })

  test('a ring that begins beyond it comes back to this side', () => {
    const ring = [
      [-180, 65],
      [179, 60],
      [20, 55],
      [100, 75],
      [179, 70],
      [-180, 65],
    ]
    expect(unwrapRing(ring).map(([longitude]) => longitude)).toEqual([180, 179, 20, 100, 179, 180])
  })

  test('a ring around a pole is closed over it', () => {
    const ring = [
      [-180, -70],
      [-60, -75],
      [60, -75],
      [180, -70],
      [-180, -70],
    ]
    expect(unwrapRing(ring).slice(-3)).toEqual([
      [180, -90],
      [-180, -90],
      [-180, -70],
    ])
  })

  test('other rings stay as they are', () => {
    const ring = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 0],
    ]
    expect(unwrapRing(ring)).toEqual(ring)
    expect(unwrapRing([])).toEqual([])
  })
})
