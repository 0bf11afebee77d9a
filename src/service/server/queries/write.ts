import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Day } from '../../../values/day.ts'
import type { RaiseComplaint } from '../../schema.ts'

export type Kept = {
  id: string
  customerId: string
  responsibleId: string | null
  dueOn: Day
  raisedOn: Day
  resolvedOn: Day | null
  version: number
}

/** A complaint that the asker sees, locked until the command ends. */
export async function lockComplaint(tx: Tx, id: string): Promise<Kept | null> {
  const { rows } = await sql<Kept>`
    select id, customer_id as "customerId", responsible_id as "responsibleId", due_on as "dueOn",
      raised_on as "raisedOn", resolved_on as "resolvedOn", version
    from complaint where organization_id = app.organization() and id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}

/** What a new complaint names and the asker doesn't see at this customer: the first field; null when all is well. */
export async function unknownAmong(
  tx: Tx,
  customerId: string,
  named: Pick<RaiseComplaint, 'contactId' | 'orderId' | 'productId' | 'visitId' | 'responsibleId'>,
): Promise<string | null> {
  const ours = sql`organization_id = app.organization()`
  const { rows } = await sql<{ field: string }>`
    select field from (values
      (1, 'contactId', ${named.contactId ?? null}::uuid is null or exists (select from contact
        where ${ours} and id = ${named.contactId ?? null} and customer_id = ${customerId})),
      (2, 'orderId', ${named.orderId ?? null}::uuid is null or exists (select from sales_order
        where ${ours} and id = ${named.orderId ?? null} and customer_id = ${customerId})),
      (3, 'productId', ${named.productId ?? null}::uuid is null or exists (select from product
        where ${ours} and id = ${named.productId ?? null})),
      (4, 'visitId', ${named.visitId ?? null}::uuid is null or exists (select from visit
        where ${ours} and id = ${named.visitId ?? null} and customer_id = ${customerId})),
      (5, 'responsibleId', ${named.responsibleId ?? null}::uuid is null or exists (select from person
        where ${ours} and id = ${named.responsibleId ?? null}))
    ) as f (place, field, known) where not known order by place limit 1`.execute(tx)
  return rows[0]?.field ?? null
}

/**
 * Adds a complaint; null. One that is there already, as one sent twice is, stays as it is: its version and its customer, null
 * where that isn't open to the asker.
 */
export async function insertComplaint(
  tx: Tx,
  id: string,
  customerId: string,
  { kind, text, contactId, orderId, productId, visitId, responsibleId }: RaiseComplaint,
  { raisedOn, dueOn }: { raisedOn: Day; dueOn: Day },
): Promise<{ customerId: string; version: number } | null> {
  const { rows: there } = await sql<{ customerId: string; version: number }>`
    select customer_id as "customerId", version from complaint
    where organization_id = app.organization() and id = ${id}`.execute(tx)
  if (there[0] !== undefined) return there[0]
  await sql`
    insert into complaint (organization_id, id, customer_id, kind, text, contact_id, order_id, product_id, visit_id,
      responsible_id, raised_on, due_on, taken_by)
    values (app.organization(), ${id}, ${customerId}, ${kind}, ${text}, ${contactId ?? null}, ${orderId ?? null},
      ${productId ?? null}, ${visitId ?? null}, ${responsibleId ?? null}, ${raisedOn}, ${dueOn}, app.person())`.execute(
    tx,
  )
  return null
}

export async function writePassedOn(
  tx: Tx,
  id: string,
  responsibleId: string | null,
  dueOn: Day,
): Promise<void> {
  await sql`
    update complaint set responsible_id = ${responsibleId}, passed_by = app.person(), due_on = ${dueOn}, version = version + 1, updated_at = now()
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

export async function writeResolved(
  tx: Tx,
  id: string,
  today: Day,
  { cause, remedy }: { cause: string; remedy: string },
): Promise<void> {
  await sql`
    update complaint set cause = ${cause}, remedy = ${remedy}, resolved_on = ${today}, resolved_by = app.person(),
      version = version + 1, updated_at = now()
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** Opens it again: what was said stays until it is resolved anew, the rating does not. */
export async function writeReopened(tx: Tx, id: string, dueOn: Day): Promise<void> {
  await sql`
    update complaint set resolved_on = null, resolved_by = null, rating = null, due_on = ${dueOn},
      reopened = reopened + 1, version = version + 1, updated_at = now()
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

export async function writeRated(tx: Tx, id: string, rating: number): Promise<void> {
  await sql`
    update complaint set rating = ${rating}, version = version + 1, updated_at = now()
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}
