import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { TierRules } from '../../tier-rules.ts'
import type { SoldSpan } from './sold.ts'
import { verdictSql } from './tier-sql.ts'

/** Writes the head of a run; `sealTierRun` completes it. */
export async function insertTierRun(tx: Tx, id: string, rules: TierRules, span: SoldSpan): Promise<void> {
  await sql`
    insert into tier_run (organization_id, id, as_of, rules, customers, moved, sales_minor, currency, made_by)
    values (app.organization(), ${id}, ${span.to}, ${JSON.stringify(rules)}::jsonb, 0, 0, 0, ${span.currency}, app.person())`.execute(
    tx,
  )
}

export type Applied = { customers: number; salesMinor: string; moved: string[] }

const moving = sql`
  update customer c set tier = v.after, tier_by = 'computed', tier_reason = null, version = c.version + 1, updated_at = now()
  from verdict v
  where v.before is distinct from v.after and c.organization_id = v.organization_id and c.id = v.id
    and c.tier is not distinct from v.before and (c.tier is null or c.tier_by = 'computed')
  returning c.organization_id, c.id, v.before, v.after, v.tier_by as by_before, v.tier_reason as reason_before`
/** A table that isn't changed must not be written to either: every write to it has to say whom it changed. */
const nobody = sql`
  select v.organization_id, v.id, v.before, v.after, v.tier_by as by_before, v.tier_reason as reason_before
  from verdict v where false`

/**
 * Gives every customer its tier by the rules in one statement: the customers that move, why, their history, and where
 * everybody stands now. A customer whose tier somebody set in this very moment is left as it is. `moves`: somebody moves.
 */
export async function applyTiers(
  tx: Tx,
  run: string,
  rules: TierRules,
  span: SoldSpan,
  moves: boolean,
): Promise<Applied> {
  const { rows } = await sql<Applied>`
    with ${verdictSql(rules, span)},
    changed as (${moves ? moving : nobody}),
    history as (
      insert into customer_history (organization_id, id, customer_id, entity, entity_id, act, fields, cause, batch_id, person_id)
      select h.organization_id, app.new_id(), h.id, 'customer', h.id, 'changed',
        jsonb_build_object('tier', jsonb_build_array(h.before, h.after))
          || case when h.by_before is null then jsonb_build_object('tier_by', jsonb_build_array(null, 'computed')) else '{}' end
          || case when h.reason_before is null then '{}'
            else jsonb_build_object('tier_reason', jsonb_build_array(h.reason_before, null)) end,
        'tiers-computed', ${run}, app.person()
      from changed h
    ),
    moves as (
      insert into tier_move (organization_id, id, run_id, customer_id, before, after, sales_minor, cumulative_ppm, rank,
        because, base_before, base_after)
      select v.organization_id, app.new_id(), ${run}, v.id, v.before,
        case when c.id is null then v.before else v.after end, v.sales, v.ppm, v.rank, v.because, v.was, v.base
      from verdict v left join changed c on c.id = v.id
      where c.id is not null or v.was is distinct from v.base
    ),
    standing as (
      insert into tier_standing (organization_id, customer_id, run_id, base, sales_minor, cumulative_ppm, rank)
      select v.organization_id, v.id, ${run}, v.base, v.sales, v.ppm, v.rank from verdict v
      on conflict (organization_id, customer_id) do update set run_id = excluded.run_id, base = excluded.base,
        sales_minor = excluded.sales_minor, cumulative_ppm = excluded.cumulative_ppm, rank = excluded.rank
    )
    select (select count(*)::int from verdict) as customers,
      (select coalesce(sum(greatest(sales, 0)), 0)::text from verdict) as "salesMinor",
      (select coalesce(array_agg(id order by id), '{}') from changed) as moved`.execute(tx)
  const applied = rows[0]
  if (applied === undefined) throw new Error('a count without a row')
  return applied
}

/** Completes a run with what it came to. */
export async function sealTierRun(
  tx: Tx,
  id: string,
  { customers, salesMinor, moved }: Applied,
): Promise<void> {
  await sql`
    update tier_run set customers = ${customers}, moved = ${moved.length}, sales_minor = ${salesMinor}::bigint
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

export type RunKept = { id: string; asOf: string; undone: boolean; latest: boolean }

/** A run, and whether it is the last one that still stands and moved somebody; null when there is none. */
export async function tierRunKept(tx: Tx, id: string): Promise<RunKept | null> {
  const { rows } = await sql<RunKept>`
    select r.id, r.as_of as "asOf", r.undone_at is not null as undone, not exists (
      select from tier_run l where l.organization_id = r.organization_id and l.undone_at is null and l.moved > 0
        and (l.made_at, l.id) > (r.made_at, r.id)) as latest
    from tier_run r where r.organization_id = app.organization() and r.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

/** Whether tiers were computed up to this day or later, also when it was taken back since. */
export async function hasTierRun(tx: Tx, asOf: string): Promise<boolean> {
  const { rows } = await sql`
    select from tier_run where organization_id = app.organization() and as_of >= ${asOf} limit 1`.execute(tx)
  return rows.length > 0
}

/** Customers that a run moved and that are still as it left them, locked. */
export async function stillAsComputed(tx: Tx, run: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from tier_move m
    join customer c on c.organization_id = m.organization_id and c.id = m.customer_id
    where m.organization_id = app.organization() and m.run_id = ${run} and m.before is distinct from m.after
      and c.status in ('active', 'closed') and c.tier = m.after and c.tier_by = 'computed'
    order by c.id for no key update of c`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Gives these customers the tier that they had before the run. */
export async function restoreTiers(tx: Tx, run: string, customers: readonly string[]): Promise<void> {
  await sql`
    with back as (
      update customer c set tier = m.before, tier_by = case when m.before is not null then 'computed' end,
        version = c.version + 1, updated_at = now()
      from tier_move m
      where m.organization_id = app.organization() and m.run_id = ${run} and m.customer_id = any (${[...customers]}::uuid[])
        and c.organization_id = m.organization_id and c.id = m.customer_id
      returning c.organization_id, c.id, m.before, m.after
    )
    insert into customer_history (organization_id, id, customer_id, entity, entity_id, act, fields, cause, batch_id, person_id)
    select b.organization_id, app.new_id(), b.id, 'customer', b.id, 'changed',
      jsonb_build_object('tier', jsonb_build_array(b.after, b.before))
        || case when b.before is null then jsonb_build_object('tier_by', jsonb_build_array('computed', null)) else '{}' end,
      'tiers-undone', ${run}, app.person()
    from back b`.execute(tx)
}

/** Marks a run as taken back; the next computation starts from where this one started. */
export async function closeTierRun(tx: Tx, run: string): Promise<void> {
  await sql`
    with bases as (
      update tier_standing s set base = m.base_before from tier_move m
      where m.organization_id = app.organization() and m.run_id = ${run} and s.organization_id = m.organization_id
        and s.customer_id = m.customer_id and s.base = m.base_after and m.base_before is distinct from m.base_after
    )
    update tier_run set undone_at = clock_timestamp(), undone_by = app.person()
    where organization_id = app.organization() and id = ${run}`.execute(tx)
}
