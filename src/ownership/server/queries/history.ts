import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Entry } from '../../ledger.ts'
import type { SeatOf } from '../../seats.ts'

/** A moment with its microseconds, so that it can be asked again as it was answered: ISO 8601 in UTC. */
const exactInstant = (column: string) =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** An entry with what makes it answerable (rule 2.7): its cause, author, words and when it was known. */
export type KnownEntry = Entry & {
  readonly id: string
  readonly customerId: string
  readonly cause: string
  readonly note: string | null
  readonly recordedBy: string | null
  readonly knownAt: string
  readonly about: { kind: string; id: string } | null
}

/**
 * Every entry of these customers' ledgers, seat by seat in the order of recording; with `knownAt` only what was sealed by
 * that instant, so that the answer never changes afterwards.
 */
export async function entriesOf(
  tx: Tx,
  customers: readonly string[],
  knownAt: string | null = null,
): Promise<KnownEntry[]> {
  const { rows } = await sql<KnownEntry>`
    select e.id, e.customer_id as "customerId", e.line, e.role, e.seat, e.ordinal, e.from_day::text as "from",
      e.person_id as "personId", e.batch_id as "batchId", e.cause, n.note, b.recorded_by as "recordedBy",
      ${exactInstant('s.sealed_at')} as "knownAt",
      case when b.about_id is not null then jsonb_build_object('kind', b.about_kind, 'id', b.about_id) end as about
    from ledger_entry e
    join ledger_batch b on b.organization_id = e.organization_id and b.id = e.batch_id
    join ledger_seal s on s.organization_id = e.organization_id and s.batch_id = e.batch_id
    left join ledger_note n on n.organization_id = e.organization_id and n.batch_id = e.batch_id
    where e.organization_id = app.organization() and e.customer_id = any (${[...customers]}::uuid[])
      and (${knownAt}::timestamptz is null or s.sealed_at <= ${knownAt}::timestamptz)
    order by e.customer_id, e.line, e.role, e.seat, e.ordinal`.execute(tx)
  return rows
}

/**
 * The instant of the last seal that this snapshot sees, by `at` if given: an answer "as known then" holds for ever, because
 * every later seal carries a later instant. Null before the first.
 */
export async function lastKnown(tx: Tx, at: string | null): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`
    select ${exactInstant('sealed_at')} as at from ledger_seal
    where organization_id = app.organization() and (${at}::timestamptz is null or sealed_at <= ${at}::timestamptz)
    order by number desc limit 1`.execute(tx)
  return rows[0]?.at ?? null
}

/** All entries of every seat that a batch wrote to, in the order of recording. */
export async function entriesAround(tx: Tx, batchId: string): Promise<(Entry & SeatOf)[]> {
  const { rows } = await sql<Entry & SeatOf>`
    select e.customer_id as "customerId", e.line, e.role, e.seat, e.ordinal, e.from_day::text as "from",
      e.person_id as "personId", e.batch_id as "batchId"
    from (select distinct customer_id, line, role, seat from ledger_entry
      where organization_id = app.organization() and batch_id = ${batchId}) t
    join ledger_entry e using (customer_id, line, role, seat)
    where e.organization_id = app.organization()
    order by e.customer_id, e.line, e.role, e.seat, e.ordinal`.execute(tx)
  return rows
}
