import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { debtorTable } from './debtors.ts'
import { roundedBy } from './rates.ts'

/**
 * Customers that owe more than their limit, as a select of ids, by the rule of `credit-limit.ts`. `owed` gives customer_id,
 * currency and owed; a currency without a rate makes it unknown, which is not over.
 */
export function overLimitOf(
  actor: Pick<Actor, 'may'>,
  owed: RawBuilder<unknown>,
  rates: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select c.id from ${debtorTable(actor)} c
    join ${rates} l on l.currency = c.currency
    join ${owed} o on o.customer_id = c.id
    left join ${rates} t on t.currency = o.currency
    where c.credit_limit_minor is not null
    group by c.id, c.credit_limit_minor
    having not bool_or(t.currency is null and o.owed <> 0)
      and sum(${roundedBy('o.owed', 't.n * l.d', 't.d * l.n')}) > c.credit_limit_minor`
}

/** What these customers owe by currency: open items less money not used yet. */
const owedBy = (customers: RawBuilder<unknown>) => sql`(
  select customer_id, currency, sum(minor)::bigint as owed from (
    select r.customer_id, r.currency, r.amount_minor - r.settled_minor as minor from receivable r
    where r.organization_id = app.organization() and r.customer_id in (${customers}) and r.cancelled_on is null
      and r.settled_minor <> r.amount_minor
    union all
    select p.customer_id, p.currency, p.used_minor - p.amount_minor from payment p
    where p.organization_id = app.organization() and p.customer_id in (${customers}) and p.voided_on is null
      and p.used_minor < p.amount_minor) x group by 1, 2)`

/** Which of these customers owe more than their limit, and which don't know: no rate for something they owe. */
export async function againstLimits(
  tx: Tx,
  actor: Pick<Actor, 'may'>,
  customers: readonly string[],
  rates: RawBuilder<unknown>,
): Promise<{ over: Set<string>; unknown: Set<string> }> {
  if (customers.length === 0) return { over: new Set(), unknown: new Set() }
  const asked = sql`select unnest(${[...customers]}::uuid[])`
  const { rows } = await sql<{ id: string; over: boolean }>`
    with owed as materialized (select * from ${owedBy(asked)} o)
    select id, true as over from (${overLimitOf(actor, sql`owed`, rates)}) x
    union all
    select distinct o.customer_id, false from owed o left join ${rates} t on t.currency = o.currency
    where t.currency is null and o.owed <> 0`.execute(tx)
  const of = (over: boolean) => new Set(rows.filter((row) => row.over === over).map(({ id }) => id))
  return { over: of(true), unknown: of(false) }
}

/** Marks these customers as over their limit from a day, and the others as within; answers those that weren't over before. */
export async function markOverLimit(
  tx: Tx,
  customers: readonly string[],
  over: readonly string[],
  today: string,
): Promise<string[]> {
  await sql`delete from over_limit where organization_id = app.organization()
    and customer_id = any (${[...customers]}::uuid[]) and customer_id <> all (${[...over]}::uuid[])`.execute(
    tx,
  )
  const { rows } = await sql<{ id: string }>`
    insert into over_limit (organization_id, customer_id, since_day)
    select app.organization(), c, ${today} from unnest(${[...over]}::uuid[]) c
    on conflict do nothing returning customer_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}
