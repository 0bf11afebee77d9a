import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { invoicedOf, stage } from './stage.ts'

export type Outline = {
  orderId: string
  code: string
  kind: string
  stage: string
  customerId: string
  personId: string | null
  orderedOn: string
  goodsMinor: number
  currency: string
  version: number
  source: string
}

/** What other programs are told of orders: ids and facts. */
export async function outlinesOf(tx: Tx, ids: readonly string[]): Promise<Outline[]> {
  const { rows } = await sql<Outline>`
    select o.id as "orderId", o.code, o.kind, ${stage} as stage, o.customer_id as "customerId", o.person_id as "personId",
      o.ordered_on as "orderedOn", o.goods_minor as "goodsMinor", o.currency::text as currency, o.version, o.source
    from sales_order o ${invoicedOf}
    where o.organization_id = app.organization() and o.id = any (${[...ids]}::uuid[]) order by o.id`.execute(
    tx,
  )
  return rows
}
