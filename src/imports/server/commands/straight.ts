import { createReadStream } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { sourceSignature } from '../../guess.ts'
import type { Column, FileReading, ImportOptions } from '../../options.ts'
import { isWorking, type Summary, summaryOf } from '../../state.ts'
import type { Importing } from '../importing.ts'
import { type ImportRecord, importById } from '../queries/import.ts'
import { beginCheck, configureImport, discardImport } from './prepare.ts'
import { startImport } from './start.ts'
import { beginRun } from './steer.ts'
import { stepImport } from './work.ts'

/** What a mapping file says: fields by column name, and options; what it leaves out is guessed. */
export type MapFile = {
  readonly columns?: Readonly<Record<string, string | null | Partial<Column>>>
  readonly options?: Partial<ImportOptions>
  readonly reading?: FileReading
}
export type StraightImport = {
  readonly path: string
  readonly fileName: string
  readonly entity: string
  readonly map: MapFile
  readonly dryRun: boolean
  /** Told after every piece of work. */
  readonly progress?: (record: ImportRecord) => void
}
export type StraightResult = {
  readonly id: string
  readonly summary: Summary
  readonly counts: Readonly<Record<string, number>>
}

/**
 * A whole import in one go, as the command line does it: taken in, checked, and unless it is a dry run let in. Works beside
 * a running app, whose workers may lend a hand.
 */
export async function importStraight(
  importing: Importing,
  actor: Actor,
  wanted: StraightImport,
): Promise<StraightResult | Refusal> {
  const started = await startImport(importing, actor, {
    fileName: wanted.fileName,
    file: createReadStream(wanted.path),
    entity: wanted.entity,
    reading: wanted.map.reading ?? {},
  })
  if (isRefusal(started)) return started
  const { id } = started
  const mapped = await applyMap(importing, actor, id, wanted.map)
  const begun = isRefusal(mapped) ? mapped : await beginCheck(importing, actor, id)
  if (isRefusal(begun)) {
    await discardImport(importing, actor, id)
    return begun
  }
  const checked = await workUntilDone(importing, actor, id, wanted.progress)
  if (checked.state !== 'checked') return failed(checked)
  if (wanted.dryRun) {
    await discardImport(importing, actor, id)
    return { id, summary: summaryOf(checked.counts), counts: checked.counts }
  }
  const run = await beginRun(importing, actor, id)
  if (isRefusal(run)) return run
  const done = await workUntilDone(importing, actor, id, wanted.progress)
  return done.state === 'done' ? { id, summary: summaryOf(done.counts), counts: done.counts } : failed(done)
}

function failed(record: ImportRecord): Refusal {
  const { code, ...facts } = record.failure ?? { code: record.state }
  return refuse(`invalid-file-${String(code)}`, { rule: '1.6', facts })
}

/** Takes the steps of an import until nothing is left to do, by itself or by waiting for whoever has it. */
export async function workUntilDone(
  importing: Importing,
  actor: Actor,
  id: string,
  progress?: (record: ImportRecord) => void,
): Promise<ImportRecord> {
  for (;;) {
    const worked = await stepImport(importing, actor.organizationId, id)
    const record = await readAs(importing.db, actor, (tx) => importById(tx, id))
    if (record === null) throw new Error('the import has vanished')
    progress?.(record)
    if (!isWorking(record.state)) return record
    if (!worked) await pause(100)
  }
}

async function applyMap(
  importing: Importing,
  actor: Actor,
  id: string,
  map: MapFile,
): Promise<{ remembered: boolean } | Refusal | null> {
  if (map.columns === undefined && map.options === undefined) return null
  const record = await readAs(importing.db, actor, (tx) => importById(tx, id))
  if (record === null) return refuse('not-found')
  const said = new Map(
    Object.entries(map.columns ?? {}).map(([header, column]) => [sourceSignature([header]), column] as const),
  )
  const columns = record.columns.map((column): Column => {
    const wanted = said.get(sourceSignature([record.inspection.columns[column.at]?.header ?? '']))
    if (wanted === undefined) return column
    return typeof wanted === 'object' && wanted !== null
      ? { ...column, ...wanted, at: column.at }
      : { ...column, field: wanted }
  })
  const unknown = [...said.keys()].find(
    (name) => !record.inspection.columns.some((column) => sourceSignature([column.header]) === name),
  )
  if (unknown !== undefined)
    return refuse('invalid-mapping-no-such-column', { rule: '1.6', facts: { field: unknown } })
  return await configureImport(importing, actor, id, { columns, options: map.options })
}
