import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import type { Row } from './save.ts'

/** What an outlet carries of a product, locked; null when nothing. */
export async function lockCarried(tx: Tx, customer: string, product: string): Promise<Row | null> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(k) as row from carried_product k
    where k.customer_id = ${customer} and k.product_id = ${product} for update`.execute(tx)
  return rows[0]?.row ?? null
}

/** Writes what an outlet carries and answers the row's id; null when there is no such product. */
export async function putCarried(
  tx: Tx,
  customer: string,
  product: string,
  { quantity, facings }: Readonly<Record<string, unknown>>,
  since: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into carried_product (organization_id, id, customer_id, product_id, quantity, facings, since_day)
    select app.organization(), ${newId()}, ${customer}, p.id, ${quantity ?? null}, ${facings ?? null}, ${since}
    from product p where p.id = ${product}
    on conflict (organization_id, customer_id, product_id) do update
      set quantity = excluded.quantity, facings = excluded.facings, version = carried_product.version + 1
    returning id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function removeCarried(tx: Tx, id: string): Promise<void> {
  await sql`delete from carried_product where id = ${id}`.execute(tx)
}
