import { noteAccess } from '../../../platform/server/access-log.ts'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import { dayIn } from '../../../platform/server/services.ts'
import { writeCsv } from '../../../platform/server/tables/write-csv.ts'
import { writeXlsx } from '../../../platform/server/tables/write-xlsx.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { exportedFields, exportedValue } from '../../spell.ts'
import type { Importing } from '../importing.ts'
import { companyHabits } from '../queries/import.ts'
import type { Existing, ExportSource, ImportContext } from '../target.ts'

export const exportFormats = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]
export type Exporting = Pick<Importing, 'db' | 'now'> & {
  readonly sources: ReadonlyMap<string, ExportSource>
}

/** The media type of each format. */
export const fileTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

const page = 1000

/**
 * Everything of one kind that the asker may see, or what `narrowed` lists of it, as a file made while it is read. That it was
 * handed out, and how much, is noted first (rule 10.2). Personal notes are no part of it (rule 1.2).
 */
export async function exportFile(
  exporting: Exporting,
  actor: Actor,
  entity: string,
  format: ExportFormat,
  narrowed?: ExportSource['list'],
): Promise<{ bytes: AsyncGenerator<Uint8Array>; rows: number } | Refusal> {
  const source = exporting.sources.get(entity)
  if (source === undefined) return refuse('not-found')
  if (!actor.may.includes(source.permission)) return refuse('not-allowed')
  const ids = await allIds(exporting, actor, narrowed ?? source.list)
  await commandAs(exporting.db, actor, 'export', (tx) =>
    noteAccess(tx, actor, {
      action: `${entity}.exported`,
      rowCount: ids.length,
      detail: narrowed === undefined ? { format } : { format, filtered: true },
    }),
  )
  const records = recordsOf(exporting, actor, source, ids)
  const bytes =
    format === 'json'
      ? jsonOf(source, records)
      : format === 'csv'
        ? writeCsv(linesOf(source, records))
        : writeXlsx(linesOf(source, records), { sheet: entity })
  return { bytes, rows: ids.length }
}

async function allIds(exporting: Exporting, actor: Actor, list: ExportSource['list']): Promise<string[]> {
  return await readAs(exporting.db, actor, async (tx) => {
    const ids: string[] = []
    for (;;) {
      const next = await list(tx, ids.at(-1) ?? null, 20_000)
      ids.push(...next)
      if (next.length < 20_000) return ids
    }
  })
}

async function* recordsOf(
  exporting: Exporting,
  actor: Actor,
  source: ExportSource,
  ids: readonly string[],
): AsyncGenerator<Existing> {
  for (let at = 0; at < ids.length; at += page) {
    const part = ids.slice(at, at + page)
    const records = await readAs(exporting.db, actor, async (tx) => {
      const { country, currency, timeZone } = await companyHabits(tx)
      const context: ImportContext = {
        organizationId: actor.organizationId,
        personId: actor.personId,
        importId: '',
        today: dayIn(timeZone, exporting.now()),
        country,
        currency,
        datum: 'WGS-84',
        creates: new Set(),
        fields: new Set(),
        inFile: async () => new Map(),
      }
      const loaded = await source.load(tx, part, context, false)
      const found = part.flatMap((id) => loaded.get(id) ?? [])
      return (await source.spell?.(tx, found)) ?? found
    })
    yield* records
  }
}

async function* linesOf(source: ExportSource, records: AsyncIterable<Existing>) {
  const fields = exportedFields(source.rules.fields)
  yield fields.map((field) => field.name)
  for await (const { values } of records) yield fields.map((field) => exportedValue(field, values))
}

/** One array, a record a line; numbers stay numbers, lists lists. */
async function* jsonOf(source: ExportSource, records: AsyncIterable<Existing>): AsyncGenerator<Uint8Array> {
  const fields = exportedFields(source.rules.fields)
  let text = '['
  let first = true
  for await (const { values } of records) {
    const kept = fields.map((field) => {
      const value = values[field.name] ?? null
      return [field.name, field.kind === 'money' ? exportedValue(field, values) : value]
    })
    text += `${first ? '\n' : ',\n'}${JSON.stringify(Object.fromEntries(kept))}`
    first = false
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(`${text}\n]\n`)
}
