import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type OutletPlace } from '../../fence.ts'
import type { Position } from '../../../values/geo.ts'

type Place = {
  latitude: number | null
  longitude: number | null
  accuracyM: number | null
  locatedBy: string | null
}

/** What the register says of an outlet's place, for the fence; null where it has none. */
export function placeOf({ latitude, longitude, accuracyM, locatedBy }: Place): OutletPlace | null {
  if (latitude === null || longitude === null) return null
  return { latitude, longitude, accuracyMetres: accuracyM ?? 0, approximate: locatedBy === 'approximate' }
}

/** A position that a device took; null where it had none. */
export function positionOf(taken: {
  latitude: number | null
  longitude: number | null
  accuracyM: number | null
}): Position | null {
  const { latitude, longitude, accuracyM } = taken
  return latitude === null || longitude === null
    ? null
    : { latitude, longitude, accuracyMetres: accuracyM ?? 0 }
}

export type Outlet = {
  readonly status: string
  readonly location: {
    latitude: number
    longitude: number
    accuracyM: number | null
    locatedBy: string
  } | null
  readonly place: OutletPlace | null
}

/** The outlet that a visit is made to; null when the asker doesn't see it. */
export async function outletOf(tx: Tx, customer: string): Promise<Outlet | null> {
  const { rows } = await sql<Place & { status: string }>`
    select c.status, c.latitude, c.longitude, c.accuracy_m as "accuracyM", c.located_by as "locatedBy"
    from customer c where c.organization_id = app.organization() and c.id = ${customer}`.execute(tx)
  const row = rows[0]
  if (row === undefined) return null
  const { status, latitude, longitude, accuracyM, locatedBy } = row
  const location =
    latitude === null || longitude === null
      ? null
      : { latitude, longitude, accuracyM, locatedBy: locatedBy ?? 'file' }
  return { status, location, place: placeOf(row) }
}
