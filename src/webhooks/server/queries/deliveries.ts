import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Delivery } from '../../schema.ts'
import { instant } from './instant.ts'

/** What was sent to an endpoint, the newest first. */
export async function deliveriesOf(
  tx: Tx,
  endpoint: string,
  before: string | undefined,
  size: number,
): Promise<Delivery[]> {
  const { rows } = await sql<Delivery>`
    select d.id, d.message_id as "messageId", m.type, ${instant(sql`m.at`)} as at, m.data, d.state, d.attempts,
      case when d.state = 'waiting' then ${instant(sql`d.due_at`)} end as "dueAt",
      ${instant(sql`d.last_at`)} as "lastAt", d.last_status as "lastStatus", d.last_error as "lastError",
      d.last_ms as "lastMs"
    from webhook_delivery d
    join webhook_message m on m.organization_id = d.organization_id and m.id = d.message_id
    where d.organization_id = app.organization() and d.endpoint_id = ${endpoint}
      ${before === undefined ? sql`` : sql`and d.id < ${before}`}
    order by d.id desc limit ${size}`.execute(tx)
  return rows
}

/** Has a delivery made again from the start; 'off' when its endpoint is switched off. */
export async function redoDelivery(tx: Tx, id: string, at: Date): Promise<'redone' | 'off' | 'unknown'> {
  const { rows } = await sql<{ enabled: boolean }>`
    select e.enabled from webhook_delivery d
    join webhook_endpoint e on e.organization_id = d.organization_id and e.id = d.endpoint_id
    where d.organization_id = app.organization() and d.id = ${id} for update of d`.execute(tx)
  const [found] = rows
  if (found === undefined) return 'unknown'
  if (!found.enabled) return 'off'
  await sql`
    update webhook_delivery set state = 'waiting', attempts = 0, due_at = ${at}
    where organization_id = app.organization() and id = ${id}`.execute(tx)
  return 'redone'
}

export type Claimed = {
  id: string
  messageId: string
  type: string
  at: string
  data: object
  endpointId: string
  url: string
  attempts: number
  secrets: string[]
}

/**
 * Takes deliveries that are due at endpoints that are on, so that nobody else does until `until`: whoever dies with them in hand only delays them.
 * Each with the secrets it is signed by: the newest, and those superseded later than `overlap`.
 */
export async function claimDue(
  tx: Tx,
  { now, until, overlap, most }: { now: Date; until: Date; overlap: Date; most: number },
): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with due as (
      select d.id from webhook_delivery d
      join webhook_endpoint e on e.organization_id = d.organization_id and e.id = d.endpoint_id and e.enabled
      where d.organization_id = app.organization() and d.state = 'waiting' and d.due_at <= ${now}
      order by d.due_at limit ${most} for update of d skip locked
    ), taken as (
      update webhook_delivery d set due_at = ${until}, attempts = d.attempts + 1 from due
      where d.organization_id = app.organization() and d.id = due.id
      returning d.id, d.message_id, d.endpoint_id, d.attempts
    )
    select t.id, t.message_id as "messageId", m.type, ${instant(sql`m.at`)} as at, m.data, e.id as "endpointId",
      e.url, t.attempts,
      array(select s.secret from (
        select x.secret, x.made_at, lag(x.made_at) over (order by x.made_at desc) as superseded_at
        from webhook_secret x where x.organization_id = e.organization_id and x.endpoint_id = e.id
      ) s where s.superseded_at is null or s.superseded_at > ${overlap} order by s.made_at desc) as secrets
    from taken t
    join webhook_message m on m.organization_id = app.organization() and m.id = t.message_id
    join webhook_endpoint e on e.organization_id = app.organization() and e.id = t.endpoint_id`.execute(tx)
  return rows
}

export type Outcome = {
  id: string
  endpointId: string
  state: 'waiting' | 'delivered' | 'failed'
  dueAt: Date
  status: number | null
  error: string | null
  ms: number
}

/** Notes how deliveries went; what was given up meanwhile, its endpoint being switched off, waits no more. */
export async function noteOutcomes(tx: Tx, outcomes: readonly Outcome[], at: Date): Promise<void> {
  await sql`
    update webhook_delivery d set state = o.state, due_at = o."dueAt", last_at = ${at}, last_status = o.status,
      last_error = o.error, last_ms = o.ms
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as o (id uuid, state text, "dueAt" timestamptz, status integer, error text, ms integer)
    where d.organization_id = app.organization() and d.id = o.id
      and (d.state = 'waiting' or o.state = 'delivered')`.execute(tx)
}

/** Notes on the endpoints whether things arrive; answers since when (in milliseconds) nothing does, for those where it is so. */
export async function noteHealth(
  tx: Tx,
  { well, ill, at }: { well: readonly string[]; ill: readonly string[]; at: Date },
): Promise<Map<string, number>> {
  if (well.length > 0)
    await sql`
      update webhook_endpoint set failing_since = null
      where organization_id = app.organization() and id = any (${[...well]}::uuid[]) and failing_since is not null`.execute(
      tx,
    )
  if (ill.length === 0) return new Map()
  const { rows } = await sql<{ id: string; since: number }>`
    update webhook_endpoint set failing_since = coalesce(failing_since, ${at})
    where organization_id = app.organization() and id = any (${[...ill]}::uuid[]) and enabled
    returning id, (extract(epoch from failing_since) * 1000)::float8 as since`.execute(tx)
  return new Map(rows.map(({ id, since }) => [id, since]))
}

/** Switches an endpoint off; the program's own doing. */
export async function switchOff(tx: Tx, id: string, because: 'failing' | 'gone'): Promise<void> {
  await sql`
    update webhook_endpoint set enabled = false, off_because = ${because}, version = version + 1
    where organization_id = app.organization() and id = ${id} and enabled`.execute(tx)
}

/** When the next delivery is due; null when none waits at an endpoint that is on. */
export async function nextDue(tx: Tx): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(d.due_at) as at from webhook_delivery d
    join webhook_endpoint e on e.organization_id = d.organization_id and e.id = d.endpoint_id and e.enabled
    where d.organization_id = app.organization() and d.state = 'waiting'`.execute(tx)
  return rows[0]?.at ?? null
}

/** Forgets messages from before a moment, with their deliveries, and secrets that were superseded before another. */
export async function forgetOld(tx: Tx, before: Date, overlap: Date): Promise<void> {
  await sql`delete from webhook_message where organization_id = app.organization() and at < ${before}`.execute(
    tx,
  )
  await sql`
    delete from webhook_secret s where s.organization_id = app.organization() and exists (
      select from webhook_secret n where n.organization_id = s.organization_id and n.endpoint_id = s.endpoint_id
        and n.made_at > s.made_at and n.made_at < ${overlap})`.execute(tx)
}
