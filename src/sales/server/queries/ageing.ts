import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Bucket } from '../../ageing.ts'
import type { Buckets } from '../../schema/money-values.ts'
import type { AgeingPage } from '../../schema/receivables.ts'
import { containing, debtorTable } from './debtors.ts'
import { overLimitOf } from './owed.ts'
import { roundedBy } from './rates.ts'

export type AgeingAsked = {
  readonly q?: string | undefined
  readonly person?: string | undefined
  readonly team?: string | undefined
  readonly territory?: string | undefined
  readonly currency?: string | undefined
  readonly bucket?: Bucket | 'overdue' | undefined
  readonly overLimit?: 'yes' | undefined
  readonly page: number
  readonly size: number
}
type Row = Omit<AgeingPage['rows'][number], 'overLimit'>
type Total = AgeingPage['totals'][number]

const columns: Readonly<Record<Bucket | 'overdue', string>> = {
  notDue: 'b0',
  upTo30: 'b1',
  upTo60: 'b2',
  upTo90: 'b3',
  over90: 'b4',
  overdue: '(open - b0)',
}
const shown = (of: string) =>
  sql.raw(`${of}.b0 as "notDue", ${of}.b1 as "upTo30", ${of}.b2 as "upTo60", ${of}.b3 as "upTo90",
  ${of}.b4 as "over90", ${of}.open, ${of}.unused`)
const summed = sql.raw(
  ['b0', 'b1', 'b2', 'b3', 'b4', 'open', 'unused'].map((one) => `sum(${one})::bigint as ${one}`).join(', '),
)

/** Sums of `value` by how late an item is, as `ageing.ts` says it. */
const inBuckets = (value: string, today: string) => sql`
  coalesce(sum(${sql.raw(value)}) filter (where r.due_on >= ${today}::date), 0)::bigint as b0,
  coalesce(sum(${sql.raw(value)}) filter (where r.due_on < ${today}::date and r.due_on >= ${today}::date - 30), 0)::bigint as b1,
  coalesce(sum(${sql.raw(value)}) filter (where r.due_on < ${today}::date - 30 and r.due_on >= ${today}::date - 60), 0)::bigint as b2,
  coalesce(sum(${sql.raw(value)}) filter (where r.due_on < ${today}::date - 60 and r.due_on >= ${today}::date - 90), 0)::bigint as b3,
  coalesce(sum(${sql.raw(value)}) filter (where r.due_on < ${today}::date - 90), 0)::bigint as b4,
  sum(${sql.raw(value)})::bigint as open`
const openItems = sql`r.organization_id = app.organization() and r.cancelled_on is null and r.settled_minor <> r.amount_minor`

/** Which customers are meant, as a condition on `<of>.customer_id`; nothing where all are. */
function whose(actor: Actor, asked: AgeingAsked, of: string): RawBuilder<unknown> {
  const id = sql.raw(`${of}.customer_id`)
  const owned = (people: RawBuilder<unknown>) => sql` and ${id} in (select h.customer_id from holder h
    where h.organization_id = app.organization() and h.role = 'owner' and h.line = 'all' and h.person_id in (${people}))`
  const parts = [
    asked.person === undefined ? sql`` : owned(sql`select ${asked.person}::uuid`),
    asked.team === undefined
      ? sql``
      : owned(sql`select p.person_id from app.posts_on(app.today()) p where p.team_id = ${asked.team}::uuid`),
    asked.territory === undefined
      ? sql``
      : sql` and ${id} in (select c.id from ${debtorTable(actor)} c where c.territory_id = ${asked.territory}::uuid)`,
    asked.q === undefined || asked.q === ''
      ? sql``
      : sql` and ${id} in (select c.id from ${debtorTable(actor)} c
          where c.name ilike ${containing(asked.q)} or c.code ilike ${containing(asked.q)})`,
    asked.currency === undefined ? sql`` : sql` and ${sql.raw(of)}.currency = ${asked.currency}`,
  ]
  return sql`${sql.join(parts, sql``)}`
}

/** Everybody's sums by customer and currency, as the CTE `sums`. */
const sumsOf = (actor: Actor, asked: AgeingAsked, today: string, rates: RawBuilder<unknown>) => sql`
  items as (
    select r.customer_id, r.currency, ${inBuckets('r.amount_minor - r.settled_minor', today)}, min(r.due_on) as oldest
    from receivable r where ${openItems} ${whose(actor, asked, 'r')} group by r.customer_id, r.currency
  ), waiting as (
    select p.customer_id, p.currency, sum(p.amount_minor - p.used_minor)::bigint as unused from payment p
    where p.organization_id = app.organization() and p.voided_on is null and p.used_minor < p.amount_minor
      ${whose(actor, asked, 'p')} group by p.customer_id, p.currency
  ), all_sums as materialized (
    select coalesce(i.customer_id, w.customer_id) as customer_id, coalesce(i.currency, w.currency) as currency,
      coalesce(i.b0, 0) as b0, coalesce(i.b1, 0) as b1, coalesce(i.b2, 0) as b2, coalesce(i.b3, 0) as b3,
      coalesce(i.b4, 0) as b4, coalesce(i.open, 0) as open, coalesce(w.unused, 0) as unused, i.oldest
    from items i full join waiting w on w.customer_id = i.customer_id and w.currency = i.currency
  ), sums as (
    select * from all_sums s where true
      ${asked.bucket === undefined ? sql`` : sql`and ${sql.raw(columns[asked.bucket])} <> 0`}
      ${asked.overLimit === undefined ? sql`` : sql`and s.customer_id in (${overLimitOf(actor, sql`(select customer_id, currency, open - unused as owed from all_sums)`, rates)})`}
  )`

/** A page of who owes what since when, the most overdue first, and the totals of everything found. */
export async function readAgeing(
  tx: Tx,
  actor: Actor,
  asked: AgeingAsked,
  today: string,
  rates: RawBuilder<unknown>,
): Promise<{ rows: Row[]; total: number; totals: Total[] }> {
  const { rows } = await sql<{ rows: Row[] | null; total: number; totals: Total[] | null }>`
    with ${sumsOf(actor, asked, today, rates)}, page as (
      select s.*, row_number() over (order by ((s.open - s.b0) * coalesce(t.n / t.d, 1)) desc, s.open desc, s.customer_id, s.currency) as place
      from sums s left join ${rates} t on t.currency = s.currency
      order by place limit ${asked.size} offset ${asked.size * (asked.page - 1)}
    ), totals as (
      select s.currency::text as currency, count(*)::int as customers, ${summed} from sums s group by s.currency
    )
    select (select jsonb_agg(to_jsonb(x) - 'place' order by x.place) from (
        select jsonb_build_object('id', g.customer_id, 'code', c.code, 'name', c.name) as customer, g.currency::text as currency,
          ${shown('g')}, g.oldest as "oldestDueOn", g.place,
          case when c.credit_limit_minor is not null
            then jsonb_build_object('minor', c.credit_limit_minor, 'currency', c.currency) end as "limit"
        from page g left join ${debtorTable(actor)} c on c.id = g.customer_id) x) as rows,
      (select coalesce(sum(customers), 0)::int from totals) as total,
      (select jsonb_agg(x order by x.currency) from (select t.currency, t.customers, ${shown('t')} from totals t) x) as totals`.execute(
    tx,
  )
  const found = rows[0]
  return { rows: found?.rows ?? [], total: found?.total ?? 0, totals: found?.totals ?? [] }
}

/** The same totals of other currencies in the company's: each item rounded half up once, then added (rule 5.2). */
export async function convertedAgeing(
  tx: Tx,
  actor: Actor,
  asked: AgeingAsked,
  { today, home, rates }: { today: string; home: string; rates: RawBuilder<unknown> },
): Promise<Buckets> {
  const value = roundedBy('(r.amount_minor - r.settled_minor)', 't.n', 't.d')
  const { rows } = await sql<Buckets>`
    with ${sumsOf(actor, asked, today, rates)}, converted as (
      select r.due_on, r.customer_id, ${value} as amount from receivable r join ${rates} t on t.currency = r.currency
      where ${openItems} and r.currency <> ${home}
        and (r.customer_id, r.currency) in (select s.customer_id, s.currency from sums s)
    ), waiting_converted as (
      select coalesce(sum(${roundedBy('(p.amount_minor - p.used_minor)', 't.n', 't.d')}), 0)::bigint as unused
      from payment p join ${rates} t on t.currency = p.currency
      where p.organization_id = app.organization() and p.voided_on is null and p.used_minor < p.amount_minor
        and p.currency <> ${home} and (p.customer_id, p.currency) in (select s.customer_id, s.currency from sums s)
    )
    select ${shown('x')} from (
      select ${inBuckets('r.amount', today)}, (select unused from waiting_converted) as unused from converted r) x`.execute(
    tx,
  )
  const none = { notDue: 0, upTo30: 0, upTo60: 0, upTo90: 0, over90: 0, open: 0, unused: 0 }
  return { ...none, ...rows[0], open: rows[0]?.open ?? 0 }
}
