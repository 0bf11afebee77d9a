import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Moved, type PlainPart, plainParts, unversioned } from '../../moving.ts'

type Entity = Moved['entity']

const plain = Object.fromEntries(
  plainParts.map((part) => [part, (kept: string) => plainBack(part, kept)]),
) as Record<PlainPart, (kept: string) => RawBuilder<unknown>>

function plainBack(part: PlainPart, kept: string): RawBuilder<unknown> {
  const version = unversioned.includes(part) ? sql`` : sql`, version = r.version + 1`
  return sql`update ${sql.table(part)} r set customer_id = b.target ${version}
    from b where r.organization_id = app.organization() and r.id = b.id and r.customer_id = ${kept}`
}

/** For each kind of row, the statement that puts rows `b (id, target, contact)` back if they still hang on the kept entry. */
const back: Record<Entity, (kept: string) => RawBuilder<unknown>> = {
  contact: (
    kept,
  ) => sql`update contact r set customer_id = b.target, version = r.version + 1, updated_at = now(),
      -- One that somebody put in charge since finds another in charge at home.
      in_charge = r.in_charge and not exists (select from contact x
        where x.organization_id = r.organization_id and x.customer_id = b.target and x.in_charge)
    from b where r.organization_id = app.organization() and r.id = b.id and r.customer_id = ${kept}`,
  carried_product: (kept) => sql`update carried_product r set customer_id = b.target, version = r.version + 1
    from b where r.organization_id = app.organization() and r.id = b.id and r.customer_id = ${kept}`,
  change_request: (kept) => sql`update change_request r set customer_id = b.target,
      entity_id = case when r.entity = 'customer' then b.target else r.entity_id end
    from b where r.organization_id = app.organization() and r.id = b.id and r.customer_id = ${kept}`,
  personal_fact: (
    kept,
  ) => sql`update personal_fact r set customer_id = b.target, contact_id = coalesce(b.contact, r.contact_id)
    from b where r.organization_id = app.organization() and r.id = b.id and r.customer_id = ${kept}`,
  document: (kept) => sql`update document r set customer_id = b.target, version = r.version + 1
    from b where r.organization_id = app.organization() and r.id = b.id and r.customer_id = ${kept}`,
  customer_channel: (
    kept,
  ) => sql`update customer_channel r set customer_id = b.target, version = r.version + 1
    from b where r.organization_id = app.organization() and r.id = b.id and r.customer_id = ${kept}`,
  ...plain,
  child: (kept) => sql`update customer r set parent_id = b.target, version = r.version + 1, updated_at = now()
    from b where r.organization_id = app.organization() and r.id = b.id and r.parent_id = ${kept}`,
}

/** Puts moved rows of one kind back. Answers the ids of those that were where the merge had put them. */
export async function moveBack(
  tx: Tx,
  entity: Entity,
  moved: readonly Moved[],
  kept: string,
): Promise<Set<string>> {
  if (moved.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    with b as (select * from unnest(${moved.map((one) => one.id)}::uuid[], ${moved.map((one) => one.from)}::uuid[],
      ${moved.map((one) => one.contact ?? null)}::uuid[]) as b (id, target, contact))
    ${back[entity](kept)} returning r.id`.execute(tx)
  return new Set(rows.map((row) => row.id))
}

/** Whether money of one customer would pay for another if these went back: an invoice and what settled it on both sides. */
export async function moneyCrosses(tx: Tx, moved: readonly Moved[], kept: string): Promise<boolean> {
  const money = moved.filter(({ entity }) => entity === 'receivable' || entity === 'payment')
  const { rows } = await sql`
    with m as (select * from unnest(${money.map((one) => one.id)}::uuid[], ${money.map((one) => one.from)}::uuid[]) as m (id, home))
    select from allocation a
    left join m i on i.id = a.receivable_id
    left join m p on p.id = coalesce(a.payment_id, a.credit_id)
    where a.organization_id = app.organization() and a.customer_id = ${kept} and i.home is distinct from p.home
    group by a.receivable_id, coalesce(a.payment_id, a.credit_id) having sum(a.amount_minor) <> 0 limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
