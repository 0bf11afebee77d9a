import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { AccessLogFilter } from '../../schema/access-log.ts'

type Entry = {
  id: string
  at: Date
  personId: string | null
  personName: string | null
  action: string
  entity: string | null
  entityId: string | null
  entityName: string | null
  rowCount: number | null
  detail: Record<string, string | number | boolean | null>
}

/** Entries of the access log, the newest first; days are the company's. */
export async function accessEntries(tx: Tx, filter: AccessLogFilter, limit: number): Promise<Entry[]> {
  const day = sql`(l.at at time zone o.time_zone)::date`
  const wanted: RawBuilder<unknown>[] = [sql`true`]
  if (filter.person !== undefined) wanted.push(sql`l.person_id = ${filter.person}::uuid`)
  if (filter.about !== undefined) wanted.push(sql`l.entity_id = ${filter.about}::uuid`)
  if (filter.action !== undefined) wanted.push(sql`l.action = ${filter.action}`)
  if (filter.from !== undefined) wanted.push(sql`${day} >= ${filter.from}::date`)
  if (filter.to !== undefined) wanted.push(sql`${day} <= ${filter.to}::date`)
  if (filter.before !== undefined) wanted.push(sql`l.id < ${filter.before}::uuid`)
  const { rows } = await sql<Entry>`
    select l.id, l.at, l.person_id as "personId", p.name as "personName", l.action, l.entity,
      l.entity_id as "entityId", e.name as "entityName", l.row_count as "rowCount", l.detail
    from access_log l
    join organization o on o.id = l.organization_id
    left join person p on p.organization_id = l.organization_id and p.id = l.person_id
    left join person e on l.entity = 'person' and e.organization_id = l.organization_id and e.id = l.entity_id
    where ${sql.join(wanted, sql` and `)}
    order by l.id desc limit ${limit}`.execute(tx)
  return rows
}
