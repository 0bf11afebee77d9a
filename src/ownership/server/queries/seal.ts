import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/**
 * Seals a batch behind the last one of its company (rule 2.8): the last act before the commit. `at` is the instant of a
 * history that is told afterwards (a demo company's); else now. It's moved behind the seal before.
 */
export async function sealBatch(tx: Tx, batchId: string, at: string | null = null): Promise<void> {
  await sql`select app.seal_ledger(app.organization(), ${batchId}, ${at}::timestamptz)`.execute(tx)
}
