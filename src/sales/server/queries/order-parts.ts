import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export type Asked = {
  customerId: string
  personId: string | null
  visitId: string | null
  priceListId: string | null
  products: readonly string[]
}
export type Found = {
  status: string | null
  person: boolean
  visit: boolean
  priceListCurrency: string | null
  products: number
}

/** Whether everything that an order names is there, as the asker sees it: the visit must be of the same customer. */
export async function partsOf(tx: Tx, asked: Asked): Promise<Found> {
  const { customerId, personId, visitId, priceListId, products } = asked
  const { rows } = await sql<Found>`
    select (select c.status from customer c where c.organization_id = app.organization() and c.id = ${customerId}) as status,
      exists (select from person p where p.organization_id = app.organization() and p.id = ${personId}::uuid) as person,
      exists (select from visit v where v.organization_id = app.organization() and v.id = ${visitId}::uuid
        and v.customer_id = ${customerId}) as visit,
      (select l.currency::text from price_list l where l.organization_id = app.organization()
        and l.id = ${priceListId}::uuid) as "priceListCurrency",
      (select count(*)::int from product g where g.organization_id = app.organization()
        and g.id = any (${[...products]}::uuid[])) as products`.execute(tx)
  const found = rows[0]
  if (found === undefined) throw new Error('a select without from has one row')
  return found
}
