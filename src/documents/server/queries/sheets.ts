import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Sheet } from '../../sheet-page.ts'

export type Wanted = {
  readonly customer?: string | undefined
  readonly territory?: string | undefined
  readonly person?: string | undefined
}
const most = 2000

/** Outlets for printing, by name: one, those of an area, or those that a person owns; what the asker may see of them. */
export async function sheetsFor(tx: Tx, { customer, territory, person }: Wanted): Promise<Sheet[]> {
  const which =
    customer !== undefined
      ? sql`c.id = ${customer}`
      : territory !== undefined
        ? sql`c.territory_id = ${territory} and c.status = 'active'`
        : sql`o.person_id = ${person ?? null} and c.status = 'active'`
  const { rows } = await sql<Sheet>`
    select c.code, c.name, c.tier, concat_ws(', ', c.street, concat_ws(' ', c.postal_code, c.city), c.region, c.country) as address,
      c.latitude, c.longitude, coalesce(c.located_by = 'approximate', false) as approximate,
      coalesce(c.phone, c.phone_e164) as phone, c.email, p.name as owner, c.note,
      coalesce((select string_agg(concat(h ->> 'day', ': ', h ->> 'from', '–', h ->> 'to'), '; ')
        from jsonb_array_elements(c.opening_hours) h), '') as hours,
      coalesce((select jsonb_agg(jsonb_build_object('name', k.name, 'title', k.title, 'phone', coalesce(k.phone, k.phone_e164),
          'inCharge', k.in_charge) order by k.in_charge desc, lower(k.name))
        from contact k where k.organization_id = c.organization_id and k.customer_id = c.id), '[]') as contacts
    from customer c
    left join holder o on o.organization_id = c.organization_id and o.customer_id = c.id and o.line = 'all'
      and o.role = 'owner' and o.seat = 0
    left join person p on p.organization_id = c.organization_id and p.id = o.person_id
    where c.organization_id = app.organization() and ${which} order by lower(c.name), c.id limit ${most}`.execute(
    tx,
  )
  return rows
}
