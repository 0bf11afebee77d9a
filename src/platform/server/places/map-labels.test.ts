import { beforeAll, describe, expect, test } from 'vitest'
import { type MapLabels, mapLabels } from './map-labels.ts'
import { openPlaces } from './places.ts'

let labels: MapLabels

beforeAll(async () => {
  const { gazetteer, china } = await openPlaces()
  labels = mapLabels(gazetteer, china, 20_000)
})

describe('names on the map', () => {
  test('are columns of one length, the largest towns first', () => {
    const { names, latitudes, longitudes, people } = labels
    expect([names.length, latitudes.length, longitudes.length, people.length]).toEqual(Array(4).fill(20_000))
    expect(people).toEqual(people.toSorted((a, b) => b - a))
    expect(names.slice(0, 30)).toContain('Mexico City')
    expect(names.slice(0, 300)).toEqual(expect.arrayContaining(['Madrid', 'London', 'Paris', 'Guangzhou']))
  })

  test.each([
    ['北京', 39.9, 116.4],
    ['中山', 22.5, 113.4],
    ['马德里', 40.4, -3.7],
    ['东京', 35.7, 139.7],
  ])('%s is written in Chinese, where it lies', (name, latitude, longitude) => {
    const row = Number(Object.entries(labels.chinese).find(([, chinese]) => chinese === name)?.[0])
    expect((labels.latitudes[row] ?? 0) / 1000).toBeCloseTo(latitude, 0)
    expect((labels.longitudes[row] ?? 0) / 1000).toBeCloseTo(longitude, 0)
  })

  test('are no sections of towns, and fit into a quarter of a megabyte when packed', async () => {
    const { gzipSync } = await import('node:zlib')
    expect(labels.names).not.toContain('Carabanchel')
    expect(gzipSync(JSON.stringify(labels)).length).toBeLessThan(300_000)
  })
})
