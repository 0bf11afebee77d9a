import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

type Span = { readonly from: string; readonly to: string }

/** Visits that a person makes or goes along to, planned for some days and not cancelled. */
export async function plannedFor(
  tx: Tx,
  person: string,
  { from, to }: Span,
): Promise<{ id: string; day: string; at: string | null; customer: string; city: string | null }[]> {
  const { rows } = await sql<{
    id: string
    day: string
    at: string | null
    customer: string
    city: string | null
  }>`
    select v.id, v.planned_on as day, to_char(v.planned_at, 'HH24:MI') as at, c.name as customer, c.city
    from visit v join customer c on c.organization_id = v.organization_id and c.id = v.customer_id
    where v.organization_id = app.organization() and v.cancelled_at is null
      and v.planned_on between ${from}::date and ${to}::date
      and (v.person_id = ${person} or exists (select from visit_companion k
        where k.organization_id = v.organization_id and k.visit_id = v.id and k.person_id = ${person}))
    order by v.planned_on, v.planned_at nulls last, v.position nulls last, v.id limit 3000`.execute(tx)
  return rows
}

/** Open promises due in some days that a person made or whose customer they serve. */
export async function promisesDue(
  tx: Tx,
  person: string,
  { from, to }: Span,
): Promise<{ id: string; customerId: string; dueOn: string; customer: string; text: string }[]> {
  const { rows } = await sql<{
    id: string
    customerId: string
    dueOn: string
    customer: string
    text: string
  }>`
    select m.id, m.customer_id as "customerId", m.due_on as "dueOn", c.name as customer, left(m.text, 120) as text
    from promise m join customer c on c.organization_id = m.organization_id and c.id = m.customer_id
    where m.organization_id = app.organization() and m.kept_on is null and m.withdrawn_on is null
      and m.due_on between ${from}::date and ${to}::date
      and (m.made_by = ${person} or exists (select from holder h where h.organization_id = m.organization_id
        and h.customer_id = m.customer_id and h.person_id = ${person} and h.role in ('owner', 'cover')))
    order by m.due_on, m.id limit 1000`.execute(tx)
  return rows
}
