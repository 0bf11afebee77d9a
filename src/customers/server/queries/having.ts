import { type RawBuilder, sql } from 'kysely'
import type { havings } from '../../schema/filter.ts'

const holder = (role: string) =>
  sql`exists (select 1 from holder h where h.organization_id = c.organization_id and h.customer_id = c.id
    and h.line = 'all' and h.role = ${sql.lit(role)} and h.person_id is not null)`

/** Whether `customer c` has it, as SQL. */
export const havingSql: Record<(typeof havings)[number], RawBuilder<unknown>> = {
  owner: holder('owner'),
  backup: holder('backup'),
  sponsor: holder('sponsor'),
  location: sql`(c.latitude is not null and c.located_by <> 'approximate')`,
  contact: sql`exists (select 1 from contact k where k.organization_id = c.organization_id and k.customer_id = c.id)`,
  phone: sql`c.phone is not null`,
  email: sql`c.email is not null`,
  'tax-id': sql`c.tax_id is not null`,
  products: sql`exists (select 1 from carried_product k
    where k.organization_id = c.organization_id and k.customer_id = c.id)`,
  parent: sql`c.parent_id is not null`,
  closures: sql`jsonb_array_length(coalesce(c.closures, '[]')) > 0`,
  note: sql`c.note is not null`,
  request: sql`exists (select 1 from change_request r where r.organization_id = c.organization_id
    and r.customer_id = c.id and r.state = 'waiting')`,
}
