import { commandAs } from '../../../platform/server/database/transaction.ts'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { isWorking } from '../../state.ts'
import type { Importing } from '../importing.ts'
import { type ImportRecord, importById, setImport, takeImport } from '../queries/import.ts'
import { countStagedAnew, saveWritten, stagedAfter } from '../queries/staged.ts'
import { isSpooled } from '../spool.ts'
import { checkRows } from './check.ts'
import { readRows } from './read.ts'
import { linkRows, runChunk, runRows } from './run.ts'
import { undoRows } from './undo.ts'

const mostAttempts = 5

/**
 * Does the next piece of an import's work. False when there is nothing to do here for now: it is done, another worker
 * has it, it waits for another import, or its file lies on another machine.
 */
export async function stepImport(
  importing: Importing,
  organizationId: string,
  importId: string,
): Promise<boolean> {
  const actor = importing.actorFor(organizationId, null)
  const record = await readAs(importing.db, actor, (tx) => importById(tx, importId))
  if (record === null || !isWorking(record.state)) return false
  try {
    return await work(importing, record)
  } catch (error) {
    if (isOutage(error)) throw error
    await noteFailure(importing, record, error)
    return true
  }
}

async function work(importing: Importing, record: ImportRecord): Promise<boolean> {
  switch (record.state) {
    case 'reading': {
      if (!(await isSpooled(importing.dataFolder, record.id))) return false
      await readRows(importing, record)
      return true
    }
    case 'checking':
      if (record.position === 0 && (record.total ?? 0) > runChunk) await countStagedAnew(importing.db)
      return await checkRows(importing, record)
    case 'running':
      return await runInParts(importing, record)
    case 'linking':
      return await linkRows(importing, record)
    default:
      return await undoRows(importing, record)
  }
}

/**
 * A row that the database refuses, though every check let it pass, must not hold up the others: the chunk is halved until
 * the row stands alone, and then it is rejected.
 */
async function runInParts(importing: Importing, record: ImportRecord): Promise<boolean> {
  let most = runChunk
  for (let met = 0; ; met += 1) {
    try {
      return await runRows(importing, record, most)
    } catch (error) {
      const constraint = refusedData(error)
      if (constraint === null) throw error
      // Somebody registered the same code a moment ago: judged again, the row now means that record.
      if (codeOf(error) === '23505' && met < 2) continue
      if (most === 1) return await rejectNext(importing, record, constraint)
      most = Math.max(1, Math.floor(most / 4))
    }
  }
}

async function rejectNext(importing: Importing, record: ImportRecord, constraint: string): Promise<boolean> {
  const actor = importing.actorFor(record.organizationId, record.startedBy)
  return await commandAs(importing.db, actor, 'import', async (tx) => {
    const current = await takeImport(tx, record.id)
    if (current === null || current.state !== 'running') return false
    const [next] = await stagedAfter(tx, record.id, current.position, 1)
    if (next === undefined) return true
    const problems = [{ code: 'refused-by-database', facts: { constraint } }]
    await saveWritten(tx, record.id, [
      { row: next.row, outcome: 'rejected', problems, entityId: null, changes: null },
    ])
    await setImport(tx, record.id, { position: next.row })
    return true
  })
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** The constraint that a row broke, when it was the data's fault (SQLSTATE classes 22 and 23); null when not. */
function refusedData(error: unknown): string | null {
  if (!/^2[23]/u.test(codeOf(error))) return null
  const constraint =
    typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : null
  return typeof constraint === 'string' ? constraint : codeOf(error)
}

/** The database is away, restarting or full of connections: nobody's fault, tried again until it is back. */
export function isOutage(error: unknown): boolean {
  return (
    /^(?:08|57P|53)|^E(?:CONN|PIPE|HOST|TIMEDOUT)/u.test(codeOf(error)) ||
    (error instanceof Error && /terminated|timeout exceeded|Connection ended/iu.test(error.message))
  )
}

/** Something unforeseen: tried again a few times, then the import stops and says so; what was written stays and can be undone. */
async function noteFailure(importing: Importing, record: ImportRecord, error: unknown): Promise<void> {
  const { name, stack } = error instanceof Error ? error : { name: 'unknown', stack: '' }
  importing.log.error(
    { importId: record.id, err: { name, code: codeOf(error), stack } },
    'a step of an import failed',
  )
  const actor = importing.actorFor(record.organizationId, record.startedBy)
  await commandAs(importing.db, actor, 'import', async (tx) => {
    const current = await takeImport(tx, record.id, true)
    if (current === null || !isWorking(current.state)) return
    const attempts = current.attempts + 1
    const over = attempts >= mostAttempts
    await setImport(tx, record.id, {
      attempts,
      failure: { code: 'unexpected', attempts, during: current.state },
      ...(over ? { state: 'failed' as const } : {}),
    })
  })
}
