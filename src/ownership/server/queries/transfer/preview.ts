import { sql } from 'kysely'
import type { Tx } from '../../../../platform/server/database/connect.ts'
import { wholeCustomer } from '../../../ledger.ts'
import type { OpenWorkKind } from '../../../facts.ts'
import type { Caps } from '../../../transfer-preview.ts'
import type { Facts } from '../facts.ts'
import { holdingCapsOf, openWorkOf } from '../together.ts'

/** Lines that are alike, and how many: of them and of the open customers' owner seats among them. */
export type LineCount = {
  readonly formerId: string | null
  readonly successorId: string | null
  readonly tier: 'A' | 'B' | 'C' | null
  readonly lines: number
  /** Open customers whose owner changes. */
  readonly owned: number
  readonly closed: number
}

/** The lines of a transfer counted by who gives, who takes, and tier. */
export async function countLines(tx: Tx, id: string): Promise<LineCount[]> {
  const { rows } = await sql<LineCount>`
    select l.former_id as "formerId", l.successor_id as "successorId", c.tier, count(*)::int as lines,
      count(*) filter (where l.status = 'active' and 'owner' = any (l.roles))::int as owned,
      count(*) filter (where l.status <> 'active')::int as closed
    from transfer_line l
    join customer c on c.organization_id = l.organization_id and c.id = l.customer_id
    where l.organization_id = app.organization() and l.transfer_id = ${id}
    group by 1, 2, 3 order by 1, 2, 3`.execute(tx)
  return rows
}

/** How many open customers each of these people owns today, by tier. */
export async function ownedToday(
  tx: Tx,
  people: readonly string[],
): Promise<{ personId: string; tier: 'A' | 'B' | 'C' | null; customers: number }[]> {
  const { rows } = await sql<{ personId: string; tier: 'A' | 'B' | 'C' | null; customers: number }>`
    select person_id as "personId", tier, customers from app.holdings(${[...people]}::uuid[]) where role = 'owner'`.execute(
    tx,
  )
  return rows
}

export type OpenWorkMoved = {
  readonly kind: OpenWorkKind
  readonly currency: string | null
  readonly count: number
  readonly amountMinor: number
}

/** What is open with the customers that change owner, by kind and currency; null when no source knows any. */
export async function openWorkMoved(tx: Tx, facts: Facts, id: string): Promise<OpenWorkMoved[] | null> {
  const work = openWorkOf(facts)
  if (work === null) return null
  const { rows } = await sql<OpenWorkMoved>`
    select w.kind, w.currency, sum(w.count)::int as count, coalesce(sum(w.amount_minor), 0)::bigint as "amountMinor"
    from (${work}) w
    where w.customer_id in (select l.customer_id from transfer_line l
      where l.organization_id = app.organization() and l.transfer_id = ${id} and 'owner' = any (l.roles))
    group by w.kind, w.currency order by w.kind, w.currency`.execute(tx)
  return rows
}

/** How many customers a person may hold by the company's rules, in all and by tier; nothing where it has none (rule 2.4). */
export async function holdingCaps(tx: Tx, facts: Facts): Promise<Caps> {
  const known = holdingCapsOf(facts)
  if (known === null) return {}
  const { rows } = await sql<{ tier: keyof Caps; most: number }>`
    select k.tier, min(k.most)::int as most from (${known}) k where k.tier in ('all', 'A', 'B', 'C', 'none')
    group by k.tier`.execute(tx)
  return Object.fromEntries(rows.map(({ tier, most }) => [tier, most]))
}

/** How many of the lines give reason to look twice. */
export type LineConcerns = {
  readonly changedLately: number
  readonly withoutBackup: number
  readonly plannedLater: number
}

/**
 * Of the customers that change owner: how many did already in the 90 days before; how many of tier A nobody backs up
 * afterwards (rule 2.2); and of how many another change is recorded for a later day.
 */
export async function lineConcerns(
  tx: Tx,
  id: string,
  { day, staysUntil }: { day: string; staysUntil: string | null },
): Promise<LineConcerns> {
  const ofOwner = sql`e.organization_id = app.organization() and e.customer_id = l.customer_id and e.role = 'owner'
    and e.line = ${wholeCustomer} and e.seat = 0`
  const { rows } = await sql<LineConcerns>`
    select
      count(*) filter (where exists (
        select from ledger_entry e
        cross join lateral (
          select p.person_id from ledger_entry p where p.organization_id = e.organization_id
            and p.customer_id = e.customer_id and p.role = e.role and p.line = e.line and p.seat = e.seat
            and p.from_day < e.from_day
          order by p.from_day desc, p.ordinal desc limit 1
        ) before
        where ${ofOwner} and e.from_day between ${day}::date - 89 and ${day}::date
          and before.person_id is distinct from e.person_id
          and not exists (select from ledger_entry o where o.organization_id = e.organization_id
            and o.customer_id = e.customer_id and o.role = e.role and o.line = e.line and o.seat = e.seat
            and o.from_day = e.from_day and o.ordinal > e.ordinal)
      ))::int as "changedLately",
      count(*) filter (where ${staysUntil}::date is null and c.tier = 'A' and l.status = 'active' and not exists (
        select from holder h where h.organization_id = l.organization_id and h.customer_id = l.customer_id
          and h.line = ${wholeCustomer} and h.role = 'backup' and h.person_id is not null
          and h.person_id is distinct from l.successor_id
      ))::int as "withoutBackup",
      count(*) filter (where exists (
        select from ledger_entry e where ${ofOwner} and e.from_day > ${day}::date
      ))::int as "plannedLater"
    from transfer_line l
    join customer c on c.organization_id = l.organization_id and c.id = l.customer_id
    where l.organization_id = app.organization() and l.transfer_id = ${id} and 'owner' = any (l.roles)`.execute(
    tx,
  )
  return rows[0] ?? { changedLately: 0, withoutBackup: 0, plannedLater: 0 }
}
