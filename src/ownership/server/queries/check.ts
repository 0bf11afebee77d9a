import { sql } from 'kysely'
import type { Check } from '../../../platform/server/database/check.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

async function firstOf(tx: Tx, query: ReturnType<typeof sql<{ bad: string }>>): Promise<string | null> {
  const { rows } = await query.execute(tx)
  return rows[0]?.bad ?? null
}

async function countOf(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx)
  return rows[0]?.n ?? 0
}

/** What holds today is what the ledger says: of each seat the newest entry begun by today, the later recorded one on the same day. */
export const holdersEqualLedger: Check = {
  name: 'holders-equal-ledger',
  look: async (tx) => ({
    checked: await countOf(tx, 'holder'),
    firstBad: await firstOf(
      tx,
      sql<{ bad: string }>`
        with says as (
          select distinct on (customer_id, line, role, seat) customer_id, line, role, seat, person_id, from_day, id
          from ledger_entry e where from_day <= app.today() and not exists (
            select from ledger_due d where d.organization_id = e.organization_id and d.customer_id = e.customer_id
              and d.line = e.line and d.role = e.role and d.seat = e.seat and d.due_day = e.from_day)
          order by customer_id, line, role, seat, from_day desc, ordinal desc
        )
        select coalesce(h.customer_id, s.customer_id)::text || ' ' || coalesce(h.role, s.role) as bad
        from holder h full join says s using (customer_id, line, role, seat)
        where (h.customer_id is null and (s.role = 'owner' or s.person_id is not null))
          or s.customer_id is null
          or h.person_id is distinct from s.person_id or h.since_day <> s.from_day
        order by 1 limit 1`,
    ),
  }),
}

/** Every customer has exactly one owner: a person or the pool (rule 2.2). The key forbids two; this finds none. */
export const everyCustomerHasAnOwner: Check = {
  name: 'every-customer-has-an-owner',
  look: async (tx) => ({
    checked: await countOf(tx, 'customer'),
    firstBad: await firstOf(
      tx,
      sql<{ bad: string }>`
        select c.id::text as bad from customer c
        where c.status in ('active', 'closed') and not exists (select from holder h
          where h.organization_id = c.organization_id and h.customer_id = c.id and h.role = 'owner')
        order by c.id limit 1`,
    ),
  }),
}

/** Nobody who has left is responsible for a customer (rule 2.9). */
export const noLeaverHolds: Check = {
  name: 'no-leaver-holds-a-customer',
  look: async (tx) => ({
    checked: await countOf(tx, 'holder'),
    firstBad: await firstOf(
      tx,
      sql<{ bad: string }>`
        select h.customer_id::text || ' ' || h.role as bad from holder h
        join person p on p.organization_id = h.organization_id and p.id = h.person_id
        where p.left_on < app.today() order by 1 limit 1`,
    ),
  }),
}
