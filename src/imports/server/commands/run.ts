import { commandAs } from '../../../platform/server/database/transaction.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Judged, type Setup, judgeRows } from '../check.ts'
import { type Importing, setupOf } from '../importing.ts'
import {
  type ImportRecord,
  lockEntity,
  rememberMapping,
  setImport,
  takeImport,
  waitsForAnother,
} from '../queries/import.ts'
import { type StagedRecord, type Written, countStaged, saveWritten, stagedAfter } from '../queries/staged.ts'

export const runChunk = 2000

/**
 * Brings the next rows in: judged again as things are now, written, and the progress noted, all in one transaction, so
 * that a row is written exactly once however often the program is killed. True when there was work.
 */
export async function runRows(importing: Importing, record: ImportRecord, most = runChunk): Promise<boolean> {
  const actor = importing.actorFor(record.organizationId, record.startedBy)
  return await commandAs(importing.db, actor, 'import', async (tx, changes) => {
    const current = await takeImport(tx, record.id)
    if (current === null || current.state !== 'running') return false
    if (await waitsForAnother(tx, record.id)) return false
    await lockEntity(tx, record.organizationId, record.entity)
    const rows = await stagedAfter(tx, record.id, current.position, most)
    const last = rows.at(-1)
    const setup = await setupOf(importing, tx, current)
    if (last === undefined) {
      await rememberMapping(tx, current)
      if (setup.target.link === undefined) await finish(tx, setup)
      else await setImport(tx, record.id, { state: 'linking', position: 0 })
      return true
    }
    const judged = await judgeRows(tx, setup, rows, { lock: true, suspecting: false })
    const plans = judged.map((one, at) => planOf(one, rows[at], current))
    await setup.target.write(
      tx,
      changes,
      {
        created: plans.flatMap(({ one, outcome, id }) =>
          outcome === 'created' ? [{ row: one.row, id, values: one.values }] : [],
        ),
        updated: plans.flatMap(({ one, outcome, id }) =>
          outcome === 'updated' && one.changes !== null ? [{ row: one.row, id, fields: one.changes }] : [],
        ),
      },
      { ...setup.context, undoing: false },
    )
    await saveWritten(tx, record.id, plans.map(written))
    await setImport(tx, record.id, { position: last.row, attempts: 0, failure: null })
    return true
  })
}

type Plan = { readonly one: Judged; readonly outcome: NonNullable<Written['outcome']>; readonly id: string }

/** What becomes of a row: its verdict as things are now, under what a person decided about it. */
function planOf(one: Judged, row: StagedRecord | undefined, { options }: ImportRecord): Plan {
  const id = one.existingId ?? newId()
  const decision = row?.decision ?? null
  if (one.verdict === 'rejected') return { one, outcome: 'rejected', id }
  if (decision === 'leave') return { one, outcome: 'left', id }
  if (one.verdict === 'update') return { one, outcome: 'updated', id }
  if (one.verdict === 'unchanged') return { one, outcome: 'unchanged', id }
  if (one.verdict !== 'new') return { one, outcome: 'left', id }
  const undecided = row?.verdict === 'likely-duplicate' && decision !== 'create'
  return { one, outcome: undecided && options.likelyDuplicates !== 'create' ? 'left' : 'created', id }
}

function written({ one, outcome, id }: Plan): Written {
  const known = outcome === 'created' || outcome === 'updated' || outcome === 'unchanged'
  return { row: one.row, outcome, problems: one.problems, entityId: known ? id : null, changes: one.changes }
}

async function finish(tx: Tx, { target, context }: Setup): Promise<void> {
  const { importId } = context
  const amounts = (await target.amounts?.(tx, importId)) ?? []
  const counts = {
    ...(await countStaged(tx, importId)),
    ...Object.fromEntries(amounts.map(({ currency, minor }) => [`amount ${currency}`, minor])),
  }
  await setImport(tx, importId, { state: 'done', position: 0, counts }, 'done_at')
}

/** After the last row: references between rows of the same file. True when there was work. */
export async function linkRows(importing: Importing, record: ImportRecord): Promise<boolean> {
  const actor = importing.actorFor(record.organizationId, record.startedBy)
  return await commandAs(importing.db, actor, 'import', async (tx, changes) => {
    const current = await takeImport(tx, record.id)
    if (current === null || current.state !== 'linking') return false
    await lockEntity(tx, record.organizationId, record.entity)
    const rows = await stagedAfter(tx, record.id, current.position, runChunk)
    const last = rows.at(-1)
    const setup = await setupOf(importing, tx, current)
    if (last === undefined) {
      await finish(tx, setup)
      return true
    }
    const brought = new Map(
      rows.flatMap((row) =>
        row.outcome === 'created' || row.outcome === 'updated' ? [[row.row, row] as const] : [],
      ),
    )
    const staged = [...brought.values()].map((row) => ({ row: row.row, values: row.values, problems: [] }))
    await setup.target.resolve?.(tx, staged, setup.context)
    const linked = staged.map((row) => ({
      row: row.row,
      id: brought.get(row.row)?.entityId ?? '',
      values: row.values,
    }))
    if (linked.length > 0) await setup.target.link?.(tx, changes, linked, setup.context)
    await setImport(tx, record.id, { position: last.row, attempts: 0 })
    return true
  })
}
