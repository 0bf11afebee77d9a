import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { reversed, stillHas } from '../../compare.ts'
import { type Importing, setupOf } from '../importing.ts'
import { type ImportRecord, lockEntity, setImport, takeImport, waitsForAnother } from '../queries/import.ts'
import { type StagedRecord, countStaged, saveUndone, toUndo } from '../queries/staged.ts'
import type { Setup } from '../check.ts'

const chunk = 2000

/**
 * Takes the next rows of an import back, the last first: records it made go, records it changed get their former
 * values. A record changed since, or with later work, stays as it is and is listed (rule 1.6). True when there was work.
 */
export async function undoRows(importing: Importing, record: ImportRecord): Promise<boolean> {
  const actor = importing.actorFor(record.organizationId, record.startedBy)
  return await commandAs(importing.db, actor, 'undo-import', async (tx, changes) => {
    const current = await takeImport(tx, record.id)
    if (current === null || current.state !== 'undoing') return false
    if (await waitsForAnother(tx, record.id)) return false
    await lockEntity(tx, record.organizationId, record.entity)
    const rows = await toUndo(tx, record.id, chunk)
    const setup = await setupOf(importing, tx, current)
    if (rows.length === 0) {
      await setup.target.undone?.(tx, changes, setup.context)
      const counts = await countStaged(tx, record.id)
      await setImport(tx, record.id, { state: 'undone', counts, attempts: 0 }, 'undone_at')
      return true
    }
    const restored = await restore(tx, changes, setup, rows)
    const removed = await remove(tx, changes, setup, rows)
    await saveUndone(tx, record.id, [...restored, ...removed])
    await setImport(tx, record.id, { position: current.position + rows.length, attempts: 0 })
    return true
  })
}

type Undone = { readonly row: number; readonly undone: string }

async function restore(
  tx: Tx,
  changes: Changes,
  { target, context }: Setup,
  rows: readonly StagedRecord[],
): Promise<Undone[]> {
  const updates = rows.filter((row) => row.outcome === 'updated')
  const ids = updates.flatMap((row) => row.entityId ?? []).toSorted()
  const records = await target.load(tx, ids, context, true)
  const judged = updates.map((row) => {
    const existing = records.get(row.entityId ?? '')
    if (existing === undefined) return { row, undone: 'gone' }
    return { row, undone: stillHas(existing.values, row.changes ?? {}) ? 'undone' : 'changed-since' }
  })
  const back = judged
    .filter((one) => one.undone === 'undone')
    .map(({ row }) => ({ row: row.row, id: row.entityId ?? '', fields: reversed(row.changes ?? {}) }))
  if (back.length > 0)
    await target.write(tx, changes, { created: [], updated: back }, { ...context, undoing: true })
  return judged.map(({ row, undone }) => ({ row: row.row, undone }))
}

async function remove(
  tx: Tx,
  changes: Changes,
  { target, context }: Setup,
  rows: readonly StagedRecord[],
): Promise<Undone[]> {
  const made = rows.filter((row) => row.outcome === 'created')
  if (made.length === 0) return []
  const ids = made.flatMap((row) => row.entityId ?? []).toSorted()
  const kept = await target.remove(tx, changes, ids, context)
  return made.map((row) => ({ row: row.row, undone: kept.get(row.entityId ?? '') ?? 'undone' }))
}
