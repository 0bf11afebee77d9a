import { type RawBuilder, sql } from 'kysely'
import type { Check } from '../../../platform/server/database/check.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Found = { checked: number; bad: string | null }

/** One statement that counts what it looked at and names the first that is wrong. */
const check = (name: string, query: RawBuilder<Found>): Check => ({
  name,
  look: async (tx: Tx) => {
    const { rows } = await query.execute(tx)
    return { checked: rows[0]?.checked ?? 0, firstBad: rows[0]?.bad ?? null }
  },
})

/**
 * Every seal is what its batch and entries say, and follows the one before (rule 2.8). Each batch is hashed anew, whole; the
 * hashes kept of single entries then tell which of them isn't what was sealed.
 */
export const sealsHold = check(
  'ledger-is-as-sealed',
  sql<Found>`
    with content as materialized (
      select e.batch_id, count(*)::int as entries, string_agg(app.ledger_leaf(e), ''::bytea order by e.id) as leaves
      from ledger_entry e group by e.batch_id
    ), seal as (
      select s.*, lag(s.hash, 1, ''::bytea) over chain as before, lag(s.number, 1, 0::bigint) over chain as number_before,
        lag(s.sealed_at) over chain as sealed_before, coalesce(c.entries, 0) as found,
        coalesce(c.leaves, ''::bytea) as found_leaves, b.id as batch, b as row_of_batch
      from ledger_seal s
      left join ledger_batch b on b.organization_id = s.organization_id and b.id = s.batch_id
      left join content c on c.batch_id = s.batch_id
      window chain as (order by s.number)
    ), wrong as (
      select number, batch_id, leaves, found_leaves, case
          when number <> number_before + 1 then 'a seal is missing before it'
          when batch is null then 'its batch is missing'
          when found_leaves <> leaves then 'entries'
          when previous <> before then 'it does not follow the seal before'
          when sealed_at <= sealed_before then 'it is older than the seal before'
          when hash <> app.ledger_hash(row_of_batch, number, sealed_at, entries, previous, leaves) then 'its batch was changed'
          when found <> entries then 'entries'
        end as what
      from seal
    ), first as materialized (
      select * from wrong where what is not null order by number limit 1
    )
    select (select coalesce(sum(entries), 0)::int from content) as checked, (
      select 'batch ' || f.number || ' (' || f.batch_id || '): ' || case when f.what <> 'entries' then f.what else coalesce(
        (select 'entry ' || e.id || ' is not what was sealed' from ledger_entry e
          where e.batch_id = f.batch_id and app.ledger_leaf(e) not in (
            select substring(f.leaves from n * 16 + 1 for 16) from generate_series(0, length(f.leaves) / 16 - 1) n)
          order by e.id limit 1),
        case when length(f.found_leaves) < length(f.leaves) then 'an entry is missing' else 'its seal was changed' end) end
      from first f
    ) as bad`,
)

/** Every batch is sealed and every entry is in one; the change feed knows none that is gone. */
export const everyBatchIsSealed = check(
  'ledger-batches-are-sealed',
  sql<Found>`
    select (select count(*)::int from ledger_batch) as checked, coalesce(
      (select 'batch ' || b.id || ': not sealed' from ledger_batch b
        where not exists (select from ledger_seal s where s.organization_id = b.organization_id and s.batch_id = b.id)
        order by b.id limit 1),
      (select 'batch ' || c.entity_id || ': gone, the change feed knows it' from change c
        where c.entity = 'ledger_batch' and not exists (select from ledger_batch b
          where b.organization_id = c.organization_id and b.id = c.entity_id)
        order by c.revision limit 1),
      (select 'entry ' || e.id || ': belongs to no batch' from ledger_entry e
        where not exists (select from ledger_batch b where b.organization_id = e.organization_id and b.id = e.batch_id)
        order by e.id limit 1)) as bad`,
)

/** Entries of a seat are numbered 1, 2, 3 …: none was taken away, none put in between. */
export const seatsAreDense = check(
  'ledger-seats-are-dense',
  sql<Found>`
    with seat as (
      select customer_id, line, role, seat, count(*) as entries, max(ordinal) as last
      from ledger_entry group by customer_id, line, role, seat
    )
    select (select count(*)::int from seat) as checked,
      (select 'customer ' || customer_id || ' ' || role || ' ' || seat || ': ' || (last - entries) || ' of ' || last || ' entries missing'
        from seat where last <> entries order by customer_id, role, seat limit 1) as bad`,
)
