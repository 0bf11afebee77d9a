import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Confirmation = { readonly id: string; readonly was: string | null; readonly is: string | null }

/** Sets the freshness of these customers to today. Answers those that changed, with what it was. */
export async function confirmOn(tx: Tx, ids: readonly string[], today: string): Promise<Confirmation[]> {
  const { rows } = await sql<Confirmation>`
    with before as (
      select id, confirmed_on as was from customer
      where organization_id = app.organization() and id = any (${[...ids]}::uuid[])
        and status in ('active', 'closed') and confirmed_on is distinct from ${today}::date
      order by id for update
    )
    update customer c set confirmed_on = ${today}, version = version + 1, updated_at = now()
    from before where c.organization_id = app.organization() and c.id = before.id
    returning c.id, before.was, c.confirmed_on as is`.execute(tx)
  return rows
}

/** Puts back what a batch of confirmations had set, where it still stands. Answers the customers that changed. */
export async function unconfirm(tx: Tx, batch: string): Promise<Confirmation[]> {
  const { rows } = await sql<Confirmation>`
    with told as (
      select customer_id as id, fields #>> '{confirmed_on,0}' as was, fields #>> '{confirmed_on,1}' as is
      from customer_history where organization_id = app.organization() and batch_id = ${batch} and cause = 'confirmed'
    )
    update customer c set confirmed_on = told.was::date, version = version + 1, updated_at = now()
    from told where c.organization_id = app.organization() and c.id = told.id and c.confirmed_on = told.is::date
    returning c.id, told.is::date as was, c.confirmed_on as is`.execute(tx)
  return rows
}
