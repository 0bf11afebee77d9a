import { type RawBuilder, sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { Day } from '../../../values/day.ts'
import { type LedgerRole, wholeCustomer } from '../../ledger.ts'
import { bySeat } from '../../seats.ts'
import { projectSeats } from './project.ts'
import { sealBatch } from './seal.ts'

/** From `from` (the company's day) this person, or for an owner the pool, sits on this seat of a customer. */
export type NewEntry = {
  readonly customerId: string
  readonly line?: string
  readonly role: LedgerRole
  readonly seat: number
  readonly from: string
  readonly personId: string | null
}

export type NewBatch = {
  /** registered, assigned, import, transfer …: a word, no free text, because it is sealed (rule 2.1). */
  readonly cause: string
  /** A person's own words; they stand beside the ledger and can be erased. */
  readonly note?: string | undefined
  /** What the batch belongs to or undoes. */
  readonly about?: { readonly kind: string; readonly id: string } | undefined
  readonly today: Day
  /** Told how many entries are written so far; they're then written in parts, in the one transaction all the same. */
  readonly written?: ((entries: number) => Promise<void>) | undefined
}
const partSize = 10_000

/**
 * Takes these customers for writing to their ledger, in the order of their ids, so that what a command reads of it next
 * stays so until it ends. Every command that decides by what the ledger says begins with this.
 */
export async function lockLedger(tx: Tx, customers: readonly string[]): Promise<void> {
  await sql`select app.lock_ledger(${[...customers]}::uuid[])`.execute(tx)
}

/**
 * Writes a batch into the ledger and what it makes of today into its projection, all seats in one statement each, and has
 * it sealed before the commit. The only way into the ledger. Answers the batch; null when there was nothing to write.
 */
export async function recordEntries(
  tx: Tx,
  changes: Changes,
  batch: NewBatch,
  entries: readonly NewEntry[],
): Promise<string | null> {
  if (entries.length === 0) return null
  const batchId = newId()
  await openBatch(tx, batchId, batch)
  const parts = batch.written === undefined ? entries.length : partSize
  for (let from = 0; from < entries.length; from += parts) {
    await insertEntries(tx, batchId, batch.cause, entries.slice(from, from + parts))
    await batch.written?.(Math.min(entries.length, from + parts))
  }
  const ahead = entries.filter(({ from }) => from > batch.today)
  if (ahead.length > 0) await insertDue(tx, ahead)
  await projectSeats(tx, [...bySeat(entries).keys()], batch.today)
  changes.add('ledger_batch', batchId)
  for (const { customerId } of entries) changes.add('holder', customerId, customerId)
  changes.atLast((last) => sealBatch(last, batchId))
  return batchId
}

const lineOf = ({ line }: NewEntry) => line ?? wholeCustomer

/** The entries as rows: customer_id, line, role, seat, from_day, person_id and their place in the list. */
function rowsOf(entries: readonly NewEntry[]): RawBuilder<unknown> {
  return sql`unnest(${entries.map(({ customerId }) => customerId)}::uuid[], ${entries.map(lineOf)}::text[],
    ${entries.map(({ role }) => role)}::text[], ${entries.map(({ seat }) => seat)}::smallint[],
    ${entries.map(({ from }) => from)}::date[], ${entries.map(({ personId }) => personId)}::uuid[])
    with ordinality as w (customer_id, line, role, seat, from_day, person_id, place)`
}

/** Adds the entries behind those that their seats have. Two writers who both believe they are next can't both be. */
async function insertEntries(tx: Tx, batchId: string, cause: string, entries: readonly NewEntry[]) {
  await sql`
    insert into ledger_entry
      (organization_id, id, batch_id, customer_id, line, role, seat, from_day, person_id, cause, ordinal)
    select app.organization(), i.id, ${batchId}, w.customer_id, w.line, w.role, w.seat, w.from_day, w.person_id,
      ${cause}, coalesce(last.ordinal, 0)
        + row_number() over (partition by w.customer_id, w.line, w.role, w.seat order by w.place)
    from ${rowsOf(entries)}
    join unnest(${entries.map(() => newId())}::uuid[]) with ordinality as i (id, place) using (place)
    left join lateral (
      select e.ordinal from ledger_entry e where e.organization_id = app.organization()
        and e.customer_id = w.customer_id and e.line = w.line and e.role = w.role and e.seat = w.seat
      order by e.ordinal desc limit 1
    ) last on true`.execute(tx)
}

async function insertDue(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  await sql`
    insert into ledger_due (organization_id, customer_id, line, role, seat, due_day)
    select app.organization(), w.customer_id, w.line, w.role, w.seat, w.from_day from ${rowsOf(entries)}
    on conflict do nothing`.execute(tx)
}

async function openBatch(tx: Tx, id: string, { cause, note = '', about }: NewBatch): Promise<void> {
  await sql`
    insert into ledger_batch (organization_id, id, cause, recorded_by, about_kind, about_id)
    values (app.organization(), ${id}, ${cause}, app.person(), ${about?.kind ?? null}, ${about?.id ?? null})`.execute(
    tx,
  )
  if (note === '') return
  await sql`
    insert into ledger_note (organization_id, batch_id, note) values (app.organization(), ${id}, ${note})`.execute(
    tx,
  )
}
