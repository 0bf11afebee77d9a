import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { withoutCells } from '../../recall.ts'
import { type ImportState, hasWritten } from '../../state.ts'
import type { Importing } from '../importing.ts'
import { setImport, takeImport } from '../queries/import.ts'
import { clearStaged, countStaged } from '../queries/staged.ts'
import { fit } from './prepare.ts'

/** Lets the checked rows come in, behind the request and in the order in which imports were started. */
export async function beginRun(
  importing: Importing,
  actor: Actor,
  id: string,
): Promise<{ state: ImportState } | Refusal> {
  return await commandAs(importing.db, actor, 'run-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'run')
    if (isRefusal(record)) return record
    const inspection = withoutCells(record.inspection)
    await setImport(
      tx,
      id,
      { state: 'running', position: 0, attempts: 0, failure: null, inspection },
      'queued_at',
    )
    return { state: 'running' as const }
  })
}

/**
 * Stops the work. Before the run nothing was written: the file waits for another mapping. During it, what has come in
 * stays, and can be undone.
 */
export async function cancelImport(
  importing: Importing,
  actor: Actor,
  id: string,
): Promise<{ state: ImportState } | Refusal> {
  return await commandAs(importing.db, actor, 'cancel-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'cancel')
    if (isRefusal(record)) return record
    const wrote = record.state === 'running' || record.state === 'linking'
    if (!wrote) await clearStaged(tx, id)
    const state: ImportState = wrote ? 'cancelled' : 'uploaded'
    const counts = wrote ? await countStaged(tx, id) : {}
    await setImport(
      tx,
      id,
      { state, counts, ...(wrote ? {} : { total: null, position: 0 }) },
      wrote ? 'done_at' : undefined,
    )
    return { state }
  })
}

/** Begins to take the whole import back, updates included (rule 1.6). */
export async function beginUndo(
  importing: Importing,
  actor: Actor,
  id: string,
): Promise<{ state: ImportState } | Refusal> {
  return await commandAs(importing.db, actor, 'undo-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'undo')
    if (isRefusal(record)) return record
    const counts = await countStaged(tx, id)
    if (record.emptiedAt !== null) return refuse('emptied', { rule: '1.6' })
    if (!hasWritten(counts)) return refuse('nothing-to-undo', { rule: '1.6' })
    const set = {
      state: 'undoing' as const,
      position: 0,
      attempts: 0,
      failure: null,
      undone_by: actor.personId,
    }
    await setImport(tx, id, set, 'queued_at')
    return { state: 'undoing' as const }
  })
}

/** Goes on with an import that stopped at something unforeseen. */
export async function resumeImport(
  importing: Importing,
  actor: Actor,
  id: string,
): Promise<{ state: ImportState } | Refusal> {
  return await commandAs(importing.db, actor, 'resume-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'resume')
    if (isRefusal(record)) return record
    const during = record.failure?.['during']
    if (typeof during !== 'string') return refuse('not-now', { rule: '1.6', facts: { state: record.state } })
    const state = during as ImportState
    await setImport(tx, id, { state, attempts: 0, failure: null })
    return { state }
  })
}
