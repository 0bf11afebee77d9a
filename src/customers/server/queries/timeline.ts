import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { changesShown } from '../../changes-shown.ts'
import type { TimelineEntry } from '../../schema/timeline.ts'
import type { TimelineSource } from './timeline-source.ts'
import { instant, personJson } from './instant.ts'

type Wanted = { kind?: readonly string[] | undefined; before?: string | undefined; size: number }
type Row = Omit<TimelineEntry, 'changes'> & { fields: Record<string, [unknown, unknown]>; next: string }

/**
 * Where entries come from: each gives the same columns, of one customer. What a contact or product was called is still
 * known from the entry of its removal.
 */
const fromHistory = sql`
  select h.id, h.customer_id, h.at, case
      when h.cause in ('import', 'import-undone') then 'import'
      when h.cause in ('merge', 'unmerge') then 'merge'
      when h.entity = 'contact' then 'contact'
      when h.entity = 'document' then 'document'
      when h.entity = 'carried_product' then 'product'
      when h.fields ?| array['tier', 'tier_by', 'tier_shift'] then 'tier' else 'profile' end as kind,
    case when h.cause in ('merge', 'unmerge') and h.fields ? 'merged_into' then h.cause || '-into'
      when h.cause in ('merge', 'unmerge') then h.cause || '-of' else h.act end as what, h.person_id, h.cause, h.batch_id, h.fields,
    case when h.cause in ('merge', 'unmerge') then other.name else case h.entity when 'contact' then coalesce(k.name, gone.fields -> 'name' ->> 0) when 'carried_product' then p.name
      when 'document' then d.name end end as subject,
    jsonb_build_object('entity', h.entity, 'entityId', h.entity_id) as facts
  from customer_history h
  left join contact k on h.entity = 'contact' and k.organization_id = h.organization_id and k.id = h.entity_id
  left join document d on h.entity = 'document' and d.organization_id = h.organization_id and d.id = h.entity_id
  left join carried_product cp on h.entity = 'carried_product' and cp.organization_id = h.organization_id
    and cp.id = h.entity_id
  left join lateral (select x.fields from customer_history x where x.organization_id = h.organization_id
    and x.customer_id = h.customer_id and x.entity_id = h.entity_id and x.act = 'removed' and h.entity <> 'customer'
    order by x.at desc limit 1) gone on true
  left join product p on p.organization_id = h.organization_id
    and p.id = coalesce(cp.product_id, (gone.fields -> 'product_id' ->> 0)::uuid)
  left join lateral (select string_agg(format('%s (%s)', o.name, o.code), ', ' order by o.code) as name
    from customer_merge m join customer o on o.organization_id = m.organization_id
      and case when m.kept_id = h.customer_id then o.id = any (m.dropped_ids) else o.id = m.kept_id end
    where h.cause in ('merge', 'unmerge') and m.organization_id = h.organization_id and m.id = h.batch_id) other on true
  where h.customer_id = any `
const requestFields = sql`jsonb_build_object(q.field, jsonb_build_array(q.from_value, q.to_value)) as fields,
    k.name as subject, jsonb_build_object('requestId', q.id, 'state', q.state, 'reason', q.reason,
      'note', q.decision_note) as facts
  from change_request q
  left join contact k on q.entity = 'contact' and k.organization_id = q.organization_id and k.id = q.entity_id`
const asked = sql`
  select q.id, q.customer_id, q.requested_at as at, 'request' as kind, 'requested' as what, q.requested_by as person_id,
    'request' as cause, null::uuid as batch_id, ${requestFields} where q.customer_id = any `
const decided = sql`
  select q.id, q.customer_id, q.decided_at as at, 'request' as kind, q.state as what, q.decided_by as person_id,
    'request' as cause, null::uuid as batch_id, ${requestFields} where q.state <> 'waiting' and q.customer_id = any `
const responsible = sql`
  select e.id, e.customer_id, b.recorded_at as at, 'ownership' as kind, 'assigned' as what, b.recorded_by as person_id, e.cause,
    e.batch_id, '{}'::jsonb as fields, p.name as subject,
    jsonb_build_object('role', e.role, 'fromDay', e.from_day, 'to', ${personJson('p')}, 'reason', n.note) as facts
  from ledger_entry e
  join ledger_batch b on b.organization_id = e.organization_id and b.id = e.batch_id
  left join ledger_note n on n.organization_id = e.organization_id and n.batch_id = e.batch_id
  left join person p on p.organization_id = e.organization_id and p.id = e.person_id
  where e.customer_id = any `

/** A customer and the entries merged into it: one outlet has one timeline (rule 1.7). */
async function withMerged(tx: Tx, customer: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select customer_id as id from merged_customer
    where organization_id = app.organization() and kept_id = ${customer}`.execute(tx)
  return [customer, ...rows.map((row) => row.id)]
}

/** Everything that happened to a customer, newest first. `next` asks for what came before; null at the beginning. */
export async function timelineOf(
  tx: Tx,
  customer: string,
  wanted: Wanted,
  others: readonly TimelineSource[] = [],
): Promise<{ entries: TimelineEntry[]; next: string | null }> {
  const family = await withMerged(tx, customer)
  const sources = [fromHistory, asked, decided, responsible, ...others].map(
    (source) => sql`${source}(${family}::uuid[])`,
  )
  // A merge stands in the history of both: the kept one's line says it.
  const conditions: RawBuilder<unknown>[] = [
    sql`(x.customer_id = ${customer} or x.what not in ('merge-into', 'unmerge-into'))`,
  ]
  const [at, id] = (wanted.before ?? '').split(' ')
  if (at !== undefined && id !== undefined)
    conditions.push(sql`(x.at, x.id) < (${at}::timestamptz, ${id}::uuid)`)
  if (wanted.kind !== undefined) conditions.push(sql`x.kind = any (${[...wanted.kind]}::text[])`)
  const { rows } = await sql<Row>`
    select x.id, ${instant(sql`x.at`)} as at, x.kind, x.what, ${personJson('a')} as person, x.cause,
      x.batch_id as "batchId", x.subject, x.fields, x.facts, to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ' ' || x.id as next
    from (${sql.join(sources, sql` union all `)}) x
    left join person a on a.organization_id = app.organization() and a.id = x.person_id
    where ${sql.join(conditions, sql` and `)}
    order by x.at desc, x.id desc limit ${wanted.size + 1}`.execute(tx)
  const shown = rows.slice(0, wanted.size)
  const last = rows.length > wanted.size ? shown.at(-1) : undefined
  return { entries: shown.map(entryOf), next: last?.next ?? null }
}

/** The sentence of a merge says what became of whom: its columns would only repeat that with an id. */
function entryOf({ fields, next: _next, ...row }: Row): TimelineEntry {
  return { ...row, changes: row.what.endsWith('-into') ? [] : changesShown(fields) }
}
