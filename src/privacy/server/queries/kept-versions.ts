import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { freeTexts } from '../../free-texts.ts'

/** How an order, an invoice or a payment stood before it was changed, or a note beside money handed in: what words it keeps. */
export type KeptWords = {
  readonly table: 'sales_order_version' | 'money_version' | 'hand_in'
  readonly id: string
  /** Of an order, which version. */
  readonly version: number
  readonly customerId: string | null
  readonly values: readonly unknown[]
}

const ofMoney = [...new Set([...freeTexts.receivable, ...freeTexts.payment])]
const ofOrders = [...freeTexts.sales_order]
const here = sql`organization_id = app.organization()`

/** Words kept of these customers' earlier versions, and all notes of money handed in, which name no customer. */
export async function keptWordsAround(tx: Tx, customers: readonly string[]): Promise<KeptWords[]> {
  const ids = [...customers]
  const { rows } = await sql<KeptWords>`
    select 'sales_order_version' as table, order_id as id, version, customer_id as "customerId",
      (select jsonb_agg(w.value) from jsonb_each(was -> 'order') w where w.key = any (${ofOrders}) and w.value <> 'null') as values
    from sales_order_version where ${here} and customer_id = any (${ids}::uuid[])
    union all
    select 'money_version', id, version, customer_id,
      (select jsonb_agg(w.value) from jsonb_each(was) w where w.key = any (${ofMoney}) and w.value <> 'null')
    from money_version where ${here} and customer_id = any (${ids}::uuid[])
    union all
    select 'hand_in', id, version, null, jsonb_build_array(note) from hand_in where ${here} and note is not null
    limit 50000`.execute(tx)
  return rows.filter(({ values }) => values !== null)
}

/** Takes all words out of these; that there was such a version, and what it came to, stays. */
export async function eraseKeptWords(tx: Tx, found: readonly KeptWords[]): Promise<void> {
  const of = (table: KeptWords['table']) => found.filter((one) => one.table === table)
  const ids = (table: KeptWords['table']) => sql`${of(table).map(({ id }) => id)}::uuid[]`
  const orders = of('sales_order_version')
  if (orders.length > 0)
    await sql`
      update sales_order_version v set was = jsonb_set(v.was, '{order}', (v.was -> 'order') - ${ofOrders}::text[])
      from unnest(${ids('sales_order_version')}, ${orders.map(({ version }) => version)}::int[]) as f (id, version)
      where v.organization_id = app.organization() and v.order_id = f.id and v.version = f.version`.execute(
      tx,
    )
  if (of('money_version').length > 0)
    await sql`
      update money_version set was = was - ${ofMoney}::text[] where ${here} and id = any (${ids('money_version')})`.execute(
      tx,
    )
  if (of('hand_in').length > 0)
    await sql`update hand_in set note = null, version = version + 1 where ${here} and id = any (${ids('hand_in')})`.execute(
      tx,
    )
}
