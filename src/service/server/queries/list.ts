import { type RawBuilder, sql } from 'kysely'
import { personJson } from '../../../customers/server/queries/instant.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Complaint, ComplaintsQuery } from '../../schema.ts'

type Row = Omit<Complaint, 'may' | 'state'> & { next: string }

const whose = (filter: ComplaintsQuery): RawBuilder<unknown>[] => [
  sql`c.organization_id = app.organization()`,
  ...(filter.customerId === undefined ? [] : [sql`c.customer_id = ${filter.customerId}`]),
  ...(filter.responsibleId === undefined
    ? []
    : [sql`coalesce(c.responsible_id, h.person_id) = ${filter.responsibleId}`]),
]
const states = (today: string) => ({
  open: sql`c.resolved_on is null`,
  overdue: sql`c.resolved_on is null and c.due_on < ${today}`,
  resolved: sql`c.resolved_on is not null`,
  all: sql`true`,
})
const answering = sql`complaint c
  left join holder h on h.organization_id = c.organization_id and h.customer_id = c.customer_id
    and h.line = 'all' and h.role = 'owner' and h.seat = 0`

/** Complaints that the asker may see, open ones by the day they are due, then resolved ones, the latest first. */
export async function listComplaints(
  tx: Tx,
  filter: ComplaintsQuery,
  today: string,
): Promise<{ rows: Omit<Row, 'next'>[]; next: string | null }> {
  const size = filter.size ?? 50
  const place = sql`case when c.resolved_on is null then c.due_on - date '2000-01-01'
    else 1000000 - (c.resolved_on - date '2000-01-01') end`
  const [at, id] = (filter.after ?? '').split(' ')
  const after =
    /^-?\d{1,9}$/.test(at ?? '') && /^[\da-f-]{36}$/.test(id ?? '')
      ? [sql`(${place}, c.id) > (${at}::int, ${id}::uuid)`]
      : []
  const { rows } = await sql<Row>`
    select c.id, jsonb_build_object('id', c.customer_id, 'name', k.name, 'code', k.code) as customer, c.kind, c.text,
      case when ct.id is not null then jsonb_build_object('id', ct.id, 'name', ct.name) end as contact,
      case when o.id is not null then jsonb_build_object('id', o.id, 'code', o.code) end as order,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as product,
      c.raised_on as "raisedOn", ${personJson('t')} as "takenBy", ${personJson('r')} as responsible,
      c.responsible_id is not null as named, c.due_on as "dueOn", c.cause, c.remedy, c.resolved_on as "resolvedOn",
      ${personJson('b')} as "resolvedBy", c.rating, c.reopened, c.version, ${place} || ' ' || c.id as next
    from ${answering}
    left join customer k on k.organization_id = c.organization_id and k.id = c.customer_id
    left join contact ct on ct.organization_id = c.organization_id and ct.id = c.contact_id
    left join sales_order o on o.organization_id = c.organization_id and o.id = c.order_id
    left join product p on p.organization_id = c.organization_id and p.id = c.product_id
    left join person t on t.organization_id = c.organization_id and t.id = c.taken_by
    left join person r on r.organization_id = c.organization_id and r.id = coalesce(c.responsible_id, h.person_id)
    left join person b on b.organization_id = c.organization_id and b.id = c.resolved_by
    where ${sql.join([...whose(filter), states(today)[filter.state ?? 'open'], ...after], sql` and `)}
    order by ${place}, c.id limit ${size + 1}`.execute(tx)
  const shown = rows.slice(0, size)
  return {
    rows: shown.map(({ next: _next, ...row }) => row),
    next: rows.length > size ? (shown.at(-1)?.next ?? null) : null,
  }
}

/** How many are open and overdue, of all that the filter by customer and person lets through. */
export async function countComplaints(
  tx: Tx,
  filter: ComplaintsQuery,
  today: string,
): Promise<{ open: number; overdue: number }> {
  const { rows } = await sql<{ open: number; overdue: number }>`
    select count(*)::int as open, (count(*) filter (where c.due_on < ${today}))::int as overdue
    from ${answering} where ${sql.join(whose(filter), sql` and `)} and c.resolved_on is null`.execute(tx)
  return rows[0] ?? { open: 0, overdue: 0 }
}
