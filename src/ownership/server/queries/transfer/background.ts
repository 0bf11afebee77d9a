import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/database/connect.ts'
import { type TransferRow, columnsOfTransfer } from './store.ts'

/**
 * A transfer that is to be done in the background, taken by this run alone until it ends; others may note its progress.
 * Null when it was done, or is no longer to be.
 */
export async function takeWaiting(tx: Tx, id: string): Promise<TransferRow | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx)
  const { rows } = await sql<TransferRow>`
    select ${columnsOfTransfer} from transfer t where t.organization_id = app.organization() and t.id = ${id}
      and t.queued_at is not null and t.batch_id is null for key share`.execute(tx)
  return rows[0] ?? null
}

/** Transfers that have waited for the background for more than ten minutes. */
export async function longWaiting(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from transfer where organization_id = app.organization() and batch_id is null
      and queued_at < now() - interval '10 minutes' order by queued_at`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Who asked for a transfer to be done in the background; null for the program itself. */
export async function whoAsked(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await sql<{ person: string | null }>`
    select queued_by as person from transfer where organization_id = app.organization() and id = ${id}`.execute(
    tx,
  )
  return rows[0]?.person ?? null
}

/** Notes how many entries of a transfer are written so far. */
export async function keepProgress(tx: Tx, id: string, written: number): Promise<void> {
  await sql`
    update transfer set written = ${written} where organization_id = app.organization() and id = ${id}`.execute(
    tx,
  )
}

/** Notes why the background left a transfer undone; it is a draft again. */
export async function keepFailure(tx: Tx, id: string, failure: object): Promise<void> {
  await sql`
    update transfer set failure = ${JSON.stringify(failure)}::jsonb, queued_at = null, queued_by = null, commit_key = null,
      commit_fingerprint = null, written = 0
    where organization_id = app.organization() and id = ${id} and batch_id is null`.execute(tx)
}

/** Throws away drafts that have rested for more than a week; answers how many. */
export async function deleteOldDrafts(tx: Tx): Promise<number> {
  const result = await sql`
    delete from transfer where organization_id = app.organization() and batch_id is null and queued_at is null
      and created_at < now() - interval '7 days'`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}
