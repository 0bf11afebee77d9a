import { withoutCells } from '../../recall.ts'
import type { Importing } from '../importing.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import { oldImports, setImport, takeImport } from '../queries/import.ts'
import { emptyStaged } from '../queries/staged.ts'
import { removeSpooled } from '../spool.ts'

/** Files that nobody went on with, and those that came in, are kept for so many days. */
const keepDays = 30

/**
 * Throws away the files and cells of imports that have rested for 30 days: they hold personal data that nobody needs
 * any more. Such an import can no longer be taken back; the history of what it changed stays.
 */
export async function tidyImports(importing: Importing, companies: readonly string[]): Promise<number> {
  let emptied = 0
  for (const company of companies) {
    const actor = importing.actorFor(company, null)
    const before = new Date(importing.now().getTime() - keepDays * 86_400_000)
    const ids = await readAs(importing.db, actor, (tx) => oldImports(tx, before))
    for (const id of ids) {
      await commandAs(importing.db, actor, 'tidy-imports', async (tx) => {
        await emptyStaged(tx, id)
        const record = await takeImport(tx, id, true)
        const bare = record === null ? {} : { inspection: withoutCells(record.inspection) }
        await setImport(tx, id, bare, 'emptied_at')
      })
      await removeSpooled(importing.dataFolder, id)
      emptied += 1
    }
  }
  return emptied
}
