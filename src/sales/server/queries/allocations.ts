import { sql } from 'kysely'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** Which money settles which invoice by how much; negative takes an earlier one back. */
export type Allocating = {
  readonly customerId: string
  readonly receivableId: string
  readonly paymentId: string | null
  readonly creditId: string | null
  readonly amountMinor: number
}

/**
 * Writes allocations and, in the same transaction, what of invoices, credit notes and payments they settle. Their rows must
 * be locked; the database refuses more than there is. One statement a table, however many there are.
 */
export async function allocate(
  tx: Tx,
  changes: Changes,
  allocating: readonly Allocating[],
  { on, by }: { on: string; by: string | null },
): Promise<void> {
  if (allocating.length === 0) return
  const given = sql`jsonb_to_recordset(${JSON.stringify(allocating)}::jsonb) as a ("customerId" uuid, "receivableId" uuid,
    "paymentId" uuid, "creditId" uuid, "amountMinor" bigint)`
  await sql`
    insert into allocation (organization_id, id, customer_id, receivable_id, payment_id, credit_id, amount_minor,
      allocated_on, recorded_by)
    select app.organization(), app.new_id(), a."customerId", a."receivableId", a."paymentId", a."creditId", a."amountMinor",
      ${on}, ${by} from ${given}`.execute(tx)
  const { rows: settled } = await sql<{ id: string; customerId: string }>`
    update receivable r set settled_minor = r.settled_minor + s.minor, version = r.version + 1, updated_at = now()
    from (select id, sum(minor)::bigint as minor from (
      select a."receivableId" as id, a."amountMinor" as minor from ${given}
      union all select a."creditId", -a."amountMinor" from ${given} where a."creditId" is not null) x group by id) s
    where r.organization_id = app.organization() and r.id = s.id returning r.id, r.customer_id as "customerId"`.execute(
    tx,
  )
  changes.addAll('receivable', settled)
  if (allocating.every(({ paymentId }) => paymentId === null)) return
  const { rows: used } = await sql<{ id: string; customerId: string }>`
    update payment p set used_minor = p.used_minor + s.minor, version = p.version + 1, updated_at = now()
    from (select a."paymentId" as id, sum(a."amountMinor")::bigint as minor from ${given}
      where a."paymentId" is not null group by 1) s
    where p.organization_id = app.organization() and p.id = s.id returning p.id, p.customer_id as "customerId"`.execute(
    tx,
  )
  changes.addAll('payment', used)
}

export type Made = Allocating & { readonly lastAt: string }

/** What these receivables or payments are settled by or settle, taken back ones subtracted, in the order they were made. */
export async function allocationsOf(
  tx: Tx,
  of: { receivables?: readonly string[]; payments?: readonly string[] },
): Promise<Made[]> {
  const receivables = sql`${[...(of.receivables ?? [])]}::uuid[]`
  const { rows } = await sql<Made>`
    select customer_id as "customerId", receivable_id as "receivableId", payment_id as "paymentId", credit_id as "creditId",
      sum(amount_minor)::bigint as "amountMinor", max(recorded_at)::text as "lastAt"
    from allocation where organization_id = app.organization()
      and (receivable_id = any (${receivables}) or credit_id = any (${receivables})
        or payment_id = any (${[...(of.payments ?? [])]}::uuid[]))
    group by 1, 2, 3, 4 having sum(amount_minor) <> 0 order by max(recorded_at), receivable_id`.execute(tx)
  return rows
}
