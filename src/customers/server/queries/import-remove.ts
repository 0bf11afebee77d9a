import { sql } from 'kysely'
import type { ImportContext } from '../../../imports/server/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { recordHistory } from './history.ts'
import type { AssignOwners } from './import-write.ts'

type Reason = 'changed-since' | 'has-later-work'

/** Customers that were changed after the import, given to somebody else, or worked with. */
async function kept(tx: Tx, ids: readonly string[], importId: string): Promise<Map<string, Reason>> {
  const { rows } = await sql<{ id: string; why: Reason }>`
    with asked as (select unnest(${[...ids]}::uuid[]) as id)
    select distinct on (id) id, why from (
      select w.id, 'has-later-work' as why from app.customers_with_later_work(${[...ids]}::uuid[]) as w(id)
      union all
      select a.id, 'changed-since' from asked a where exists (select from customer_history h
        where h.organization_id = app.organization() and h.customer_id = a.id and h.batch_id is distinct from ${importId})
      union all
      select a.id, 'changed-since' from asked a join ledger_entry e
        on e.organization_id = app.organization() and e.customer_id = a.id
      group by a.id having count(*) > 1
    ) as found order by id, why desc`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.why]))
}

/**
 * Takes away customers that an import made, with their contacts and everything they said; answers those that stay, and why.
 * What is left is an empty shell for the ledger's sake, which nobody sees.
 */
export async function removeCustomers(
  tx: Tx,
  changes: Changes,
  ids: readonly string[],
  context: ImportContext,
  assign: AssignOwners,
): Promise<Map<string, Reason>> {
  const staying = await kept(tx, ids, context.importId)
  const leaving = ids.filter((id) => !staying.has(id)).toSorted()
  if (leaving.length === 0) return staying
  const { rows: contacts } = await sql<{ id: string; customerId: string }>`
    select id, customer_id as "customerId" from contact where customer_id = any (${leaving}::uuid[])`.execute(
    tx,
  )
  if (contacts.length > 0)
    await sql`delete from contact where id = any (${contacts.map((one) => one.id)}::uuid[])`.execute(tx)
  changes.addAll('contact', contacts, true)
  await sql`
    update customer set code = '~' || id, name = '~', status = 'removed', legal_name = null, tax_id = null,
      parent_id = null, channel = null, tier = null, tier_reason = null, street = null, city = null, region = null,
      postal_code = null, country = null, territory_id = null, latitude = null, longitude = null, accuracy_m = null,
      located_by = null, phone = null, phone_e164 = null, fax = null, email = null, website = null,
      opening_hours = null, visit_hours = null, closures = null, credit_limit_minor = null, currency = null,
      payment_days = null, tags = '{}', note = null, completeness = 0, confirmed_on = null,
      version = version + 1, updated_at = now()
    where id = any (${leaving}::uuid[])`.execute(tx)
  const pool = leaving.map((customerId) => ({ customerId, personId: null, from: context.today }))
  await assign(tx, changes, pool, 'import-undone')
  await recordHistory(
    tx,
    leaving.map((id) => ({
      customerId: id,
      entity: 'customer' as const,
      entityId: id,
      act: 'removed' as const,
      cause: 'import-undone',
      batchId: context.importId,
    })),
  )
  await sql`select app.drop_search_text('customer', ${leaving}::uuid[])`.execute(tx)
  changes.addAll(
    'customer',
    leaving.map((id) => ({ id, customerId: id })),
    true,
  )
  return staying
}

/** Parents that stood further down in the file. */
export async function linkParents(
  tx: Tx,
  changes: Changes,
  rows: readonly { readonly id: string; readonly parent: string }[],
): Promise<void> {
  const { rows: linked } = await sql<{ id: string; parent: string }>`
    select c.id, p.id as parent from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, parent text)
    join customer c on c.organization_id = app.organization() and c.id = r.id
    join customer p on p.organization_id = app.organization() and p.code = r.parent
    where c.parent_id is distinct from p.id and p.id <> c.id`.execute(tx)
  if (linked.length === 0) return
  await sql`
    update customer c set parent_id = n.parent, version = c.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(linked)}::jsonb) as n(id uuid, parent uuid)
    where c.organization_id = app.organization() and c.id = n.id`.execute(tx)
  changes.addAll(
    'customer',
    linked.map(({ id }) => ({ id, customerId: id })),
  )
}
