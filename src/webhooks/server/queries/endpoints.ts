import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Role } from '../../../people/permissions.ts'
import type { Endpoint, NewEndpoint } from '../../schema.ts'
import { instant } from './instant.ts'

export async function endpointsHere(tx: Tx): Promise<Endpoint[]> {
  const { rows } = await sql<Endpoint>`
    select e.id, e.url, e.description, e.types, e.enabled, e.off_because as "offBecause",
      ${instant(sql`e.failing_since`)} as "failingSince", e.version,
      (select count(*)::int from webhook_delivery d where d.organization_id = e.organization_id
        and d.endpoint_id = e.id and d.state = 'waiting') as waiting,
      (select ${instant(sql`max(d.last_at)`)} from webhook_delivery d where d.organization_id = e.organization_id
        and d.endpoint_id = e.id and d.state = 'delivered') as "lastDeliveredAt"
    from webhook_endpoint e where e.organization_id = app.organization() order by e.made_at, e.id`.execute(tx)
  return rows
}

export async function endpointExists(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from webhook_endpoint where organization_id = app.organization() and id = ${id}`.execute(tx)
  return rows.length > 0
}

export async function insertEndpoint(tx: Tx, id: string, input: NewEndpoint): Promise<void> {
  await sql`
    insert into webhook_endpoint (organization_id, id, url, description, types, made_by)
    values (app.organization(), ${id}, ${input.url}, ${input.description}, ${input.types}, app.person())`.execute(
    tx,
  )
}

/** The new version; null when the endpoint isn't as it was seen. Switched on again, it begins with a clean slate. */
export async function updateEndpoint(
  tx: Tx,
  id: string,
  { url, description, types, enabled, version }: NewEndpoint & { enabled: boolean; version: number },
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    update webhook_endpoint set url = ${url}, description = ${description}, types = ${types}, enabled = ${enabled},
      off_because = case when ${enabled} then null else coalesce(off_because, 'by-hand') end,
      failing_since = case when ${enabled} and not enabled then null else failing_since end, version = version + 1
    where organization_id = app.organization() and id = ${id} and version = ${version}
    returning version`.execute(tx)
  return rows[0]?.version ?? null
}

/** Has the endpoint's wishes looked up, or no longer; what waits for one that is off has failed. */
export async function setWanted(tx: Tx, id: string, types: readonly string[]): Promise<void> {
  await sql`delete from webhook_wanted where organization_id = app.organization() and endpoint_id = ${id}`.execute(
    tx,
  )
  await sql`
    insert into webhook_wanted (organization_id, type, endpoint_id)
    select app.organization(), t, ${id} from unnest(${[...new Set(types)]}::text[]) as t`.execute(tx)
}

export async function failWaiting(tx: Tx, endpoint: string): Promise<void> {
  await sql`
    update webhook_delivery set state = 'failed', last_error = coalesce(last_error, 'switched-off')
    where organization_id = app.organization() and endpoint_id = ${endpoint} and state = 'waiting'`.execute(
    tx,
  )
}

export async function deleteEndpoint(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from webhook_endpoint where organization_id = app.organization() and id = ${id}`.execute(tx)
  return Number(numAffectedRows ?? 0) > 0
}

export async function insertSecret(
  tx: Tx,
  id: string,
  endpoint: string,
  secret: string,
  at: Date,
): Promise<void> {
  await sql`
    insert into webhook_secret (organization_id, id, endpoint_id, secret, made_at)
    values (app.organization(), ${id}, ${endpoint}, ${secret}, ${at})`.execute(tx)
}

/** Everybody with one of these roles who is still here. */
export async function peopleWithRoles(tx: Tx, roles: readonly Role[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from person_role
    where organization_id = app.organization() and role = any (${[...roles]}::text[])`.execute(tx)
  return rows.map(({ id }) => id)
}
