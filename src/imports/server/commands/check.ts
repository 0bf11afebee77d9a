import { commandAs } from '../../../platform/server/database/transaction.ts'
import { judgeRows } from '../check.ts'
import { type Importing, setupOf } from '../importing.ts'
import { type ImportRecord, setImport, takeImport } from '../queries/import.ts'
import { countStaged, saveAlike, saveChecked, stagedAfter } from '../queries/staged.ts'

const chunk = 2000

/** Judges the next rows of an import; after the last one it waits for a person to look. True when there was work. */
export async function checkRows(importing: Importing, record: ImportRecord): Promise<boolean> {
  const actor = importing.actorFor(record.organizationId, record.startedBy)
  return await commandAs(importing.db, actor, 'check-import', async (tx) => {
    const current = await takeImport(tx, record.id)
    if (current === null || current.state !== 'checking') return false
    const rows = await stagedAfter(tx, record.id, current.position, chunk)
    const last = rows.at(-1)
    if (last === undefined) {
      const { target } = await setupOf(importing, tx, current)
      if (target.alike !== undefined) await saveAlike(tx, record.id, await target.alike(tx, record.id, null))
      const counts = await countStaged(tx, record.id)
      await setImport(tx, record.id, { state: 'checked', position: 0, counts, attempts: 0 }, 'checked_at')
      return true
    }
    const judged = await judgeRows(tx, await setupOf(importing, tx, current), rows, {
      lock: false,
      suspecting: true,
    })
    await saveChecked(tx, record.id, judged)
    await setImport(tx, record.id, { position: last.row, attempts: 0 })
    return true
  })
}
