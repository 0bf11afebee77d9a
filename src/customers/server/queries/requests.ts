import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../platform/server/database/actor.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { actionsOn } from '../../requests.ts'
import type { ChangeRequest } from '../../schema/request.ts'
import { instant, personJson } from './instant.ts'

export type RequestsWanted = {
  id?: string
  ids?: readonly string[]
  customer?: string
  state?: ChangeRequest['state']
  askedBy?: string
  offset?: number
  size?: number
}
type Row = Omit<ChangeRequest, 'may'>

function conditions(wanted: RequestsWanted): RawBuilder<unknown> {
  const all = [sql`q.organization_id = app.organization()`]
  if (wanted.id !== undefined) all.push(sql`q.id = ${wanted.id}`)
  if (wanted.ids !== undefined) all.push(sql`q.id = any (${[...wanted.ids]}::uuid[])`)
  if (wanted.customer !== undefined) all.push(sql`q.customer_id = ${wanted.customer}`)
  if (wanted.state !== undefined) all.push(sql`q.state = ${wanted.state}`)
  if (wanted.askedBy !== undefined) all.push(sql`q.requested_by = ${wanted.askedBy}`)
  return sql.join(all, sql` and `)
}

/** What the register holds now of the field that a request is about, as the contract gives it. */
const current = sql`case
  when q.entity = 'contact' then case q.field
    when 'removed' then to_jsonb(k.id is null)
    when 'inCharge' then (select to_jsonb(i.id) from contact i
      where i.organization_id = q.organization_id and i.customer_id = q.customer_id and i.in_charge)
    else to_jsonb(k) -> q.field end
  when q.field = 'location' then case when c.latitude is not null then jsonb_build_object('latitude', c.latitude,
    'longitude', c.longitude, 'accuracyM', c.accuracy_m, 'locatedBy', c.located_by) end
  when q.field = 'creditLimit' then case when c.credit_limit_minor is not null
    then jsonb_build_object('minor', c.credit_limit_minor, 'currency', c.currency) end
  when q.field = 'legalName' then to_jsonb(c.legal_name)
  when q.field = 'taxId' then to_jsonb(c.tax_id)
  when q.field = 'paymentDays' then to_jsonb(c.payment_days)
  else to_jsonb(c) -> q.field end`

/** Requests that the asker may see, the oldest waiting first, with what the asker can do about each. */
export async function requestsOf(tx: Tx, wanted: RequestsWanted, actor: Actor): Promise<ChangeRequest[]> {
  const { rows } = await sql<Row>`
    select q.id, jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name) as customer, q.entity,
      q.entity_id as "entityId", k.name as "contactName", q.field, q.from_value as "from", q.to_value as "to",
      coalesce(${current}, 'null') as current, q.reason, q.state, ${personJson('a')} as "requestedBy",
      ${instant(sql`q.requested_at`)} as "requestedAt", ${personJson('d')} as "decidedBy",
      ${instant(sql`q.decided_at`)} as "decidedAt", q.decision_note as "decisionNote"
    from change_request q
    join customer c on c.organization_id = q.organization_id and c.id = q.customer_id
    left join contact k on q.entity = 'contact' and k.organization_id = q.organization_id and k.id = q.entity_id
    left join person a on a.organization_id = q.organization_id and a.id = q.requested_by
    left join person d on d.organization_id = q.organization_id and d.id = q.decided_by
    where ${conditions(wanted)}
    order by (q.state = 'waiting') desc, case when q.state = 'waiting' then q.requested_at end, q.requested_at desc, q.id
    limit ${wanted.size ?? 200} offset ${wanted.offset ?? 0}`.execute(tx)
  return rows.map((row) => ({
    ...row,
    may: actionsOn({ state: row.state, requestedBy: row.requestedBy?.id ?? null }, actor),
  }))
}

export async function countRequests(tx: Tx, wanted: RequestsWanted): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from change_request q where ${conditions(wanted)}`.execute(tx)
  return rows[0]?.total ?? 0
}
