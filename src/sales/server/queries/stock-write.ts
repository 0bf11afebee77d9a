import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type StockTable = 'stock_count' | 'write_off'

/** Which of the ids are recorded already, among those of the customer. */
export async function recordedBefore(
  tx: Tx,
  table: StockTable,
  customerId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where organization_id = app.organization() and customer_id = ${customerId}
      and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

export type NewCount = { id: string; productId: string; quantity: number; facings: number | null }

/** Answers the ids that were written: one that somebody else uses already is not. */
export async function insertCounts(
  tx: Tx,
  at: { customerId: string; day: string; visitId: string | null },
  counts: readonly NewCount[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into stock_count (organization_id, id, customer_id, product_id, counted_on, quantity, facings, counted_by, visit_id)
    select app.organization(), c.id, ${at.customerId}, c."productId", ${at.day}::date, c.quantity, c.facings, app.person(),
      ${at.visitId}::uuid
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb)
      as c(id uuid, "productId" uuid, quantity numeric, facings integer)
    on conflict do nothing returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

export type NewLoss = { id: string; productId: string; quantity: number; reason: string; note: string | null }

export async function insertWriteOff(
  tx: Tx,
  at: { customerId: string; day: string; visitId: string | null },
  loss: NewLoss,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into write_off (organization_id, id, customer_id, product_id, day, quantity, reason, note, recorded_by, visit_id)
    values (app.organization(), ${loss.id}, ${at.customerId}, ${loss.productId}, ${at.day}::date, ${loss.quantity},
      ${loss.reason}, ${loss.note}, app.person(), ${at.visitId}::uuid)
    on conflict do nothing returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Whose a count or write-off is and whether it is withdrawn, locked; null when the asker sees none. */
export async function lockStock(
  tx: Tx,
  table: StockTable,
  id: string,
): Promise<{ customerId: string; withdrawn: boolean } | null> {
  const { rows } = await sql<{ customerId: string; withdrawn: boolean }>`
    select customer_id as "customerId", withdrawn_at is not null as withdrawn from ${sql.table(table)}
    where organization_id = app.organization() and id = ${id} for update`.execute(tx)
  return rows[0] ?? null
}

export async function setWithdrawn(tx: Tx, table: StockTable, id: string, withdrawn: boolean): Promise<void> {
  await sql`
    update ${sql.table(table)} set version = version + 1,
      withdrawn_at = ${withdrawn ? sql`now()` : sql`null`}, withdrawn_by = ${withdrawn ? sql`app.person()` : sql`null`}
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** Whether the visit was made, or is to be made, at the customer. */
export async function isVisitOf(tx: Tx, visitId: string, customerId: string): Promise<boolean> {
  const { rows } = await sql`
    select from visit where organization_id = app.organization() and id = ${visitId}
      and customer_id = ${customerId}`.execute(tx)
  return rows.length > 0
}
