import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** Whom a customer's money concerns: its owner and that one's manager; the principals where nobody owns it. */
export async function concernedBy(
  tx: Tx,
  customers: readonly string[],
  today: string,
): Promise<{ customerId: string; personId: string }[]> {
  if (customers.length === 0) return []
  const { rows } = await sql<{ customerId: string; personId: string }>`
    with owner as (
      select c.id, h.person_id from unnest(${[...customers]}::uuid[]) c (id)
      left join holder h on h.organization_id = app.organization() and h.customer_id = c.id and h.role = 'owner' and h.line = 'all'
    )
    select id as "customerId", person_id as "personId" from owner where person_id is not null
    union
    select o.id, p.manager_id from owner o join app.posts_on(${today}::date) p on p.person_id = o.person_id
    where p.manager_id is not null
    union
    select o.id, r.person_id from owner o join person_role r on r.organization_id = app.organization() and r.role = 'principal'
    where o.person_id is null`.execute(tx)
  return rows
}

export async function principals(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from person_role where organization_id = app.organization() and role = 'principal'`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
