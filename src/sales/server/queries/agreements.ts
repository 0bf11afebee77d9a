import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type AgreementRow = {
  id: string
  list: {
    id: string
    code: string
    name: string
    currency: string
    fromDay: string | null
    toDay: string | null
  } | null
  fromDay: string
  reason: string | null
  by: { id: string; name: string } | null
  at: string
}

/** What was agreed with a customer about prices, in the order of recording. */
export async function agreementsOf(tx: Tx, customerId: string): Promise<AgreementRow[]> {
  const { rows } = await sql<AgreementRow>`
    select a.id, case when l.id is not null then jsonb_build_object('id', l.id, 'code', l.code, 'name', l.name,
        'currency', l.currency, 'fromDay', l.from_day, 'toDay', l.to_day) end as list,
      a.from_day::text as "fromDay", a.reason,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end as by,
      to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from customer_price_list a
    left join price_list l on l.organization_id = a.organization_id and l.id = a.price_list_id
    left join person p on p.organization_id = a.organization_id and p.id = a.agreed_by
    where a.organization_id = app.organization() and a.customer_id = ${customerId}
    order by a.created_at, a.id`.execute(tx)
  return rows
}

export async function insertAgreement(
  tx: Tx,
  agreed: { id: string; customerId: string; listId: string | null; from: string; reason: string },
): Promise<void> {
  await sql`
    insert into customer_price_list (organization_id, id, customer_id, price_list_id, from_day, agreed_by, reason)
    values (app.organization(), ${agreed.id}, ${agreed.customerId}, ${agreed.listId}, ${agreed.from}, app.person(),
      ${agreed.reason})`.execute(tx)
}
