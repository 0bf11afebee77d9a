import { sql } from 'kysely'
import type { ImportContext, StagedRow } from '../../../imports/server/target.ts'
import type { Values } from '../../../imports/target.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { FoundPlace } from '../../../platform/server/places/place-query.ts'
import { findPlaces } from '../../../platform/server/places/places.ts'
import { areaIdFor } from './import-areas.ts'
import { wgs84FromBd09, wgs84FromGcj02 } from '../../../values/china-grid.ts'

/** Looks up owners, areas and parents, and says where each row's outlet is. */
export async function resolveCustomers(
  tx: Tx,
  rows: readonly StagedRow[],
  context: ImportContext,
): Promise<void> {
  await resolveOwners(tx, rows, context.today)
  await resolveTerritories(tx, rows, context)
  await resolveParents(tx, rows, context)
  for (const row of rows) {
    checkDays(row, context.today)
    place(row, context)
  }
  await placeByCity(rows, context)
}

const textsOf = (rows: readonly StagedRow[], field: string) => [
  ...new Set(
    rows.flatMap((row) => (typeof row.values[field] === 'string' ? [String(row.values[field])] : [])),
  ),
]

async function resolveOwners(tx: Tx, rows: readonly StagedRow[], today: string): Promise<void> {
  const texts = textsOf(rows, 'owner')
  if (texts.length === 0) return
  const { rows: found } = await sql<{ text: string; ids: string[]; left: boolean }>`
    select t.text, array_agg(p.id) as ids, bool_or(coalesce(p.left_on < ${today}, false)) as left
    from unnest(${texts}::text[]) as t(text)
    join person p on p.code = t.text or ((lower(p.name) = lower(t.text) or lower(p.email) = lower(t.text))
      and not exists (select from person o where o.code = t.text))
    group by t.text`.execute(tx)
  const people = new Map(found.map((one) => [one.text, one]))
  for (const row of rows) {
    const value = row.values['owner']
    if (typeof value !== 'string') continue
    const one = people.get(value)
    const [id] = one?.ids ?? []
    if (one === undefined || id === undefined)
      row.problems.push({ code: 'unknown-person', field: 'owner', value })
    else if (one.ids.length > 1) row.problems.push({ code: 'several-meant', field: 'owner', value })
    else if (one.left) row.problems.push({ code: 'has-left', field: 'owner', value })
    else row.values = { ...row.values, owner_id: id }
  }
}

async function resolveTerritories(
  tx: Tx,
  rows: readonly StagedRow[],
  { importId, creates }: ImportContext,
): Promise<void> {
  const texts = textsOf(rows, 'territory')
  if (texts.length === 0) return
  const { rows: found } = await sql<{ text: string; id: string }>`
    select lower(name) as text, id from territory where lower(name) = any (${texts.map((text) => text.toLowerCase())}::text[])`.execute(
    tx,
  )
  const areas = new Map(found.map((one) => [one.text, one.id]))
  for (const row of rows) {
    const value = row.values['territory']
    if (typeof value !== 'string') continue
    const coming = creates.has('territory') ? areaIdFor(importId, value) : undefined
    const id = areas.get(value.toLowerCase()) ?? coming
    if (id === undefined) row.problems.push({ code: 'unknown-territory', field: 'territory', value })
    else row.values = { ...row.values, territory_id: id }
  }
}

/** A parent is named by its code; it may stand further down in the same file. */
async function resolveParents(tx: Tx, rows: readonly StagedRow[], context: ImportContext): Promise<void> {
  const texts = textsOf(rows, 'parent')
  if (texts.length === 0) return
  const { rows: found } = await sql<{ code: string }>`
    select code from customer where code = any (${texts}::text[])`.execute(tx)
  const known = new Set(found.map((one) => one.code))
  const missing = texts.filter((text) => !known.has(text))
  const inFile = missing.length === 0 ? new Map() : await context.inFile(tx, 'code', missing, 'code')
  for (const row of rows) {
    const value = row.values['parent']
    if (typeof value !== 'string') continue
    if (value === row.values['code']) row.problems.push({ code: 'own-parent', field: 'parent', value })
    else if (!known.has(value) && inFile.get(value) !== value)
      row.problems.push({ code: 'unknown-customer', field: 'parent', value })
  }
}

function checkDays(row: StagedRow, today: string): void {
  const value = row.values['registered_on']
  if (typeof value === 'string' && value > today)
    row.problems.push({ code: 'in-the-future', field: 'registered_on', value })
}

/** The file's own coordinates, in WGS-84. Both 0 is what programs write for none. */
function place(row: StagedRow, { datum }: ImportContext): void {
  const { latitude, longitude, ...others } = row.values
  if (latitude === undefined && longitude === undefined) return
  if (typeof latitude !== 'number' || typeof longitude !== 'number') {
    const field = typeof latitude === 'number' ? 'longitude' : 'latitude'
    row.problems.push({ code: 'half-a-place', field })
    return
  }
  if (latitude === 0 && longitude === 0) {
    row.values = others
    return
  }
  const given = { latitude, longitude }
  const point = datum === 'GCJ-02' ? wgs84FromGcj02(given) : datum === 'BD-09' ? wgs84FromBd09(given) : given
  row.values = { ...others, ...point, accuracy_m: null, located_by: 'file' }
}

const known = new Map<string, FoundPlace | null>()

function queryOf(values: Values, country: string) {
  const text = (name: string) => (typeof values[name] === 'string' ? String(values[name]) : null)
  return {
    city: text('city') ?? '',
    region: text('region'),
    postalCode: text('postal_code'),
    country: text('country') ?? country,
  }
}

/** Where there are no coordinates, the town's, looked up with no network: approximate (rule 1.1). */
async function placeByCity(rows: readonly StagedRow[], context: ImportContext): Promise<void> {
  const asked = rows
    .filter((row) => row.values['latitude'] === undefined && typeof row.values['city'] === 'string')
    .map((row) => {
      const query = queryOf(row.values, context.country)
      return { row, query, key: Object.values(query).join('\n') }
    })
  const unknown = new Map(asked.filter(({ key }) => !known.has(key)).map(({ key, query }) => [key, query]))
  if (unknown.size > 0) {
    if (known.size > 20_000) known.clear()
    const found = await findPlaces([...unknown.values()])
    for (const [at, key] of [...unknown.keys()].entries()) known.set(key, found[at] ?? null)
  }
  for (const { row, key } of asked) {
    const found = known.get(key) ?? null
    if (found === null) continue
    row.values = {
      ...row.values,
      approx_latitude: found.latitude,
      approx_longitude: found.longitude,
      approx_accuracy_m: Math.round(found.accuracyMetres),
    }
  }
}
