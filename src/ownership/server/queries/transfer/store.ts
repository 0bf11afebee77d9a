import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/database/connect.ts'
import type { Given } from '../../../distribute.ts'
import type { NewTransfer } from '../../../schema/transfer.ts'
import type { MovingRole } from '../../../transfer.ts'

export type TransferRow = {
  readonly id: string
  readonly createdBy: string | null
  readonly asked: Omit<NewTransfer, 'reason'> | null
  readonly bookOf: string | null
  readonly fromDay: string
  readonly staysUntil: string | null
  readonly reason: string | null
  readonly fingerprint: string
  readonly commitKey: string | null
  readonly commitFingerprint: string | null
  readonly queuedAt: string | null
  readonly queuedBy: string | null
  readonly batchId: string | null
}

export const columnsOfTransfer = sql`t.id, t.created_by as "createdBy", nullif(t.asked, '{}'::jsonb) as asked, t.book_of as "bookOf",
  t.from_day::text as "fromDay", t.stays_until::text as "staysUntil", t.reason, t.fingerprint, t.commit_key as "commitKey",
  t.commit_fingerprint as "commitFingerprint", t.queued_at::text as "queuedAt", t.queued_by as "queuedBy",
  t.batch_id as "batchId"`

/** A transfer, taken until the command ends; null when there is none that the asker may see. */
export async function takeTransfer(tx: Tx, id: string): Promise<TransferRow | null> {
  const { rows } = await sql<TransferRow>`
    select ${columnsOfTransfer} from transfer t where t.organization_id = app.organization() and t.id = ${id} for update`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** The transfer that was done, or is to be done, by this key; null when there is none. */
export async function transferOfKey(tx: Tx, key: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from transfer where organization_id = app.organization() and commit_key = ${key}`.execute(tx)
  return rows[0]?.id ?? null
}

/** The transfer with this id or of this batch; null when there is none. */
export async function transferOfBatch(tx: Tx, batch: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from transfer where organization_id = app.organization() and (id = ${batch} or batch_id = ${batch})`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}

export async function insertTransfer(
  tx: Tx,
  row: {
    id: string
    asked: unknown
    bookOf: string | null
    from: string
    staysUntil: string | null
    reason: string | null
  },
): Promise<void> {
  await sql`
    insert into transfer (organization_id, id, created_by, asked, book_of, from_day, stays_until, reason)
    values (app.organization(), ${row.id}, app.person(), ${JSON.stringify(row.asked)}::jsonb, ${row.bookOf}, ${row.from},
      ${row.staysUntil}, ${row.reason})`.execute(tx)
}

export type NewLine = Given & {
  readonly roles: readonly MovingRole[]
  readonly formerId: string | null
  readonly ordinal: number
  readonly status: string
}

/** The lines of a transfer, in this order, in one statement. */
export async function insertLines(tx: Tx, id: string, lines: readonly NewLine[]): Promise<void> {
  await sql`
    insert into transfer_line
      (organization_id, transfer_id, customer_id, place, roles, former_id, successor_id, why, ordinal, status)
    select app.organization(), ${id}, w.customer_id, w.place, string_to_array(w.roles, ','), w.former_id, w.successor_id,
      w.why, w.ordinal, w.status
    from unnest(${lines.map((line) => line.customerId)}::uuid[], ${lines.map((line) => line.roles.join(','))}::text[],
      ${lines.map((line) => line.formerId)}::uuid[], ${lines.map((line) => line.successorId)}::uuid[],
      ${lines.map((line) => line.why)}::text[], ${lines.map((line) => line.ordinal)}::integer[],
      ${lines.map((line) => line.status)}::text[])
      with ordinality as w (customer_id, roles, former_id, successor_id, why, ordinal, status, place)`.execute(
    tx,
  )
}

/** Keeps what follows from the lines, and the hash of all that it relied on. */
export async function keepPreview(tx: Tx, id: string, preview: object): Promise<void> {
  await sql`
    update transfer t set preview = ${JSON.stringify(preview)}::jsonb, fingerprint = (
      select encode(sha256(convert_to(concat_ws('|', t.from_day - date '2000-01-01', t.stays_until - date '2000-01-01',
        string_agg(concat_ws(':', l.customer_id, l.former_id, '>', l.successor_id, l.ordinal, l.status,
          array_to_string(l.roles, '+')), ',' order by l.customer_id)), 'UTF8')), 'hex')
      from transfer_line l where l.organization_id = t.organization_id and l.transfer_id = t.id)
    where t.organization_id = app.organization() and t.id = ${id}`.execute(tx)
}

/** Gives lines to somebody else, or to nobody yet; answers how many. Null for customers means those without a successor. */
export async function giveLines(
  tx: Tx,
  id: string,
  customers: readonly string[] | null,
  person: string,
): Promise<number> {
  const result = await sql`
    update transfer_line set successor_id = ${person}, why = 'by-hand'
    where organization_id = app.organization() and transfer_id = ${id}
      and former_id is distinct from ${person}
      and ${linesOf(customers)}`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** Leaves lines out of a transfer; answers how many. */
export async function leaveLinesOut(
  tx: Tx,
  id: string,
  customers: readonly string[] | null,
): Promise<number> {
  const result = await sql`
    delete from transfer_line where organization_id = app.organization() and transfer_id = ${id}
      and ${linesOf(customers)}`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

const linesOf = (customers: readonly string[] | null) =>
  customers === null ? sql`successor_id is null` : sql`customer_id = any (${[...customers]}::uuid[])`

/** Notes that a transfer is to be done: with this key, agreeing to what had this fingerprint. */
export async function keepCommit(
  tx: Tx,
  id: string,
  { key, fingerprint, queued }: { key: string; fingerprint: string; queued: boolean },
): Promise<void> {
  await sql`
    update transfer set commit_key = ${key}, commit_fingerprint = ${fingerprint}, failure = null, written = 0,
      queued_at = case when ${queued} then now() end, queued_by = case when ${queued} then app.person() end
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** Notes that a transfer was done. */
export async function keepBatch(tx: Tx, id: string, batchId: string): Promise<void> {
  await sql`
    update transfer set batch_id = ${batchId}, committed_at = now(), committed_by = app.person(), asked = '{}', reason = null
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** Throws transfers away that were only looked at. */
export async function deleteTransfer(tx: Tx, id: string): Promise<boolean> {
  const result = await sql`
    delete from transfer where organization_id = app.organization() and id = ${id} and batch_id is null
      and queued_at is null`.execute(tx)
  return Number(result.numAffectedRows ?? 0) > 0
}
