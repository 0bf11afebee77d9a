import type { Tx } from '../../platform/server/database/connect.ts'
import { type ImportAction, hasWritten, mayNow, summaryOf } from '../state.ts'
import type { ImportTarget } from '../target.ts'
import { type ImportRecord, personNames, waitsForAnother } from './queries/import.ts'
import { countStaged } from './queries/staged.ts'

const actions: readonly ImportAction[] = [
  'configure',
  'check',
  'amend',
  'run',
  'cancel',
  'undo',
  'resume',
  'discard',
]

function mayDo(action: ImportAction, record: ImportRecord): boolean {
  if (!mayNow(action, record.state)) return false
  if (action === 'undo') return hasWritten(record.counts) && record.emptiedAt === null
  if (action === 'discard') return !hasWritten(record.counts)
  return action !== 'resume' || typeof record.failure?.['during'] === 'string'
}

/** Imports as they are shown; `tx` finds the names of who started them. */
export async function viewsOf(tx: Tx, records: readonly ImportRecord[]) {
  const names = await personNames(
    tx,
    records.flatMap((record) => record.startedBy ?? []),
  )
  return await Promise.all(
    records.map(async (record) => {
      const queued = record.state === 'running' || record.state === 'undoing'
      return {
        id: record.id,
        entity: record.entity as 'customers',
        fileName: record.fileName,
        state: record.state,
        waiting: queued && (await waitsForAnother(tx, record.id)),
        position: record.position,
        total: record.total,
        counts: { ...record.counts },
        summary: summaryOf(record.counts),
        failure: record.failure,
        startedBy:
          record.startedBy === null
            ? null
            : { id: record.startedBy, name: names.get(record.startedBy) ?? '' },
        createdAt: record.createdAt.toISOString(),
        doneAt: record.doneAt?.toISOString() ?? null,
        undoneAt: record.undoneAt?.toISOString() ?? null,
        emptied: record.emptiedAt !== null,
        may: actions.filter((action) => mayDo(action, record)),
      }
    }),
  )
}

export async function detailOf(tx: Tx, record: ImportRecord) {
  const [view] = await viewsOf(tx, [record])
  if (view === undefined) throw new Error('a view for every import')
  const { reading, inspection, columns, options } = record
  return { ...view, reading, inspection, columns, options }
}

export async function currentCounts(tx: Tx, id: string) {
  return { counts: await countStaged(tx, id) }
}

export function targetView(target: ImportTarget) {
  return {
    entity: target.entity as 'customers',
    fields: target.fields.map((field) => ({
      name: field.name,
      kind: field.kind,
      required: field.required ?? false,
      unless: field.unless ?? null,
      joins: field.join !== undefined,
      choices: Object.keys(field.choices ?? {}),
    })),
    keys: target.keys.map((key) => ({
      name: key.name,
      fields: [...key.fields],
      onlyChosen: key.onlyChosen ?? false,
    })),
  }
}
