import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { mappingProblem } from '../../mapping.ts'
import type { Column, FileReading, ImportOptions } from '../../options.ts'
import { type ImportAction, hasWritten, mayNow } from '../../state.ts'
import { type Importing, targetOf } from '../importing.ts'
import { type ImportRecord, deleteImport, importById, setImport, takeImport } from '../queries/import.ts'
import { clearStaged, countStaged } from '../queries/staged.ts'
import { isSpooled, removeSpooled, spoolPath } from '../spool.ts'
import { permittedTargets, proposal, signatureOf, tryInspect } from './start.ts'

/** The import, when the action makes sense in its state. */
export function fit(record: ImportRecord | null, action: ImportAction): ImportRecord | Refusal {
  if (record === null) return refuse('not-found')
  return mayNow(action, record.state)
    ? record
    : refuse('not-now', { rule: '1.6', facts: { state: record.state, action } })
}

export type Configuration = {
  readonly entity?: string | undefined
  readonly reading?: FileReading | undefined
  readonly columns?: readonly Column[] | undefined
  readonly options?: Partial<ImportOptions> | undefined
}

/** Changes how the file is read or what its columns mean. Another reading or kind is looked at and guessed anew. */
export async function configureImport(
  importing: Importing,
  actor: Actor,
  id: string,
  wanted: Configuration,
): Promise<{ remembered: boolean } | Refusal> {
  const before = fit(await readAs(importing.db, actor, (tx) => importById(tx, id)), 'configure')
  if (isRefusal(before)) return before
  if (!(await isSpooled(importing.dataFolder, id))) return refuse('file-gone', { rule: '1.6' })
  const reading = wanted.reading ?? before.reading
  const anew = wanted.reading !== undefined
  const inspection = anew ? await tryInspect(spoolPath(importing.dataFolder, id), reading) : before.inspection
  if (isRefusal(inspection)) return inspection
  const target = permittedTargets(importing, actor).find(
    (one) => one.entity === (wanted.entity ?? before.entity),
  )
  if (target === undefined) return refuse('not-allowed')
  return await commandAs(importing.db, actor, 'configure-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'configure')
    if (isRefusal(record)) return record
    const signature = signatureOf(inspection)
    const guess =
      anew || target.entity !== record.entity
        ? await proposal(tx, target, inspection, signature)
        : { columns: record.columns, options: record.options, remembered: false }
    await clearStaged(tx, id)
    await setImport(tx, id, {
      reading,
      inspection,
      signature,
      entity: target.entity,
      permission: target.permission,
      columns: wanted.columns ?? guess.columns,
      options: { ...guess.options, ...wanted.options },
      state: 'uploaded',
      counts: {},
      total: null,
    })
    return { remembered: guess.remembered }
  })
}

/** Begins reading and checking all rows, behind the request. */
export async function beginCheck(
  importing: Importing,
  actor: Actor,
  id: string,
): Promise<{ state: 'reading' } | Refusal> {
  if (!(await isSpooled(importing.dataFolder, id))) return refuse('file-gone', { rule: '1.6' })
  return await commandAs(importing.db, actor, 'check-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'check')
    if (isRefusal(record)) return record
    const target = targetOf(importing, record.entity).rules
    const width = record.inspection.columns.length
    const problem = mappingProblem(target, record.columns, record.options, width)
    if (problem !== null) return problem
    await clearStaged(tx, id)
    await setImport(tx, id, {
      state: 'reading',
      position: 0,
      total: null,
      counts: {},
      attempts: 0,
      failure: null,
    })
    return { state: 'reading' as const }
  })
}

/** Throws an import away that has written nothing, with its file. */
export async function discardImport(
  importing: Importing,
  actor: Actor,
  id: string,
): Promise<{ id: string } | Refusal> {
  const done = await commandAs(importing.db, actor, 'discard-import', async (tx) => {
    const record = fit(await takeImport(tx, id, true), 'discard')
    if (isRefusal(record)) return record
    const counts = await countStaged(tx, id)
    if (hasWritten(counts)) return refuse('not-now', { rule: '1.6', facts: { state: record.state } })
    await deleteImport(tx, id)
    return { id }
  })
  if (!isRefusal(done)) await removeSpooled(importing.dataFolder, id)
  return done
}
