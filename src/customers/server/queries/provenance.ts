import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { fieldOfColumn } from '../../fields.ts'
import type { Customer } from '../../schema/detail.ts'
import { instant, personJson } from './instant.ts'

type Row = {
  entity: string
  entityId: string
  column: string
  at: string
  person: Customer['provenance'][string]['person']
  cause: string
}

/**
 * Who last changed each field and when (rule 1.3): the newest history entry that names it. `created` stands for every
 * field that was never changed since; those of contacts and products are 'contact/<id>/<field>'.
 */
export async function provenanceOf(tx: Tx, customer: string): Promise<Customer['provenance']> {
  const { rows } = await sql<Row>`
    with named as (
      select h.entity, h.entity_id, f.name as column, h.at, h.id, h.person_id, h.cause
      from customer_history h cross join lateral (
        select jsonb_object_keys(h.fields) as name where h.act = 'changed'
        union all select 'created' where h.act = 'created') f
      where h.customer_id = ${customer}
    )
    select distinct on (n.entity, n.entity_id, n.column) n.entity, n.entity_id as "entityId", n.column,
      ${instant(sql`n.at`)} as at, ${personJson('p')} as person, n.cause
    from named n left join person p on p.organization_id = app.organization() and p.id = n.person_id
    order by n.entity, n.entity_id, n.column, n.at desc, n.id desc`.execute(tx)
  const found: Customer['provenance'] = {}
  for (const { entity, entityId, column, ...who } of rows) {
    const field = fieldOfColumn(column)
    found[entity === 'customer' ? field : `${entity}/${entityId}/${field}`] = who
  }
  return found
}
