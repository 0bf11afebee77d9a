import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { HistoryFields } from '../../blank.ts'

const here = sql`organization_id = app.organization()`
const none = (ids: readonly unknown[]) => ids.length === 0

/** Contacts that are to go, locked, with the customer each hangs on. */
export async function lockContacts(
  tx: Tx,
  ids: readonly string[],
): Promise<
  { id: string; customerId: string; name: string; email: string | null; phones: (string | null)[] }[]
> {
  const { rows } = await sql<{
    id: string
    customerId: string
    name: string
    email: string | null
    phones: (string | null)[]
  }>`
    select id, customer_id as "customerId", name, email, array[phone, phone_e164, messaging] as phones from contact
    where ${here} and id = any (${[...ids]}::uuid[]) order by id for update`.execute(tx)
  return rows
}

/** Customers that are to go, locked, with what they are recognised by and their contacts. */
export async function lockCustomers(
  tx: Tx,
  ids: readonly string[],
): Promise<
  { id: string; name: string; email: string | null; phones: (string | null)[]; contacts: string[] }[]
> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string | null
    phones: (string | null)[]
    contacts: string[]
  }>`
    select c.id, coalesce(c.legal_name, c.name) as name, c.email, array[c.phone, c.phone_e164] as phones,
      coalesce((select array_agg(k.id order by k.id) from contact k
        where k.organization_id = c.organization_id and k.customer_id = c.id), '{}') as contacts
    from customer c where c.${here} and c.id = any (${[...ids]}::uuid[]) and c.status not in ('erased', 'removed')
    order by c.id for update`.execute(tx)
  return rows
}

export async function countNotes(tx: Tx, contacts: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from personal_fact
    where ${here} and contact_id = any (${[...contacts]}::uuid[])`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Rewrites history entries without the erased values; the database lets nothing but an erasure do this. */
export async function blankHistory(
  tx: Tx,
  entries: readonly { id: string; fields: HistoryFields }[],
): Promise<void> {
  if (none(entries)) return
  await sql`
    update customer_history h set fields = e.fields
    from unnest(${entries.map((one) => one.id)}::uuid[],
      ${entries.map((one) => JSON.stringify(one.fields))}::jsonb[]) as e (id, fields)
    where h.organization_id = app.organization() and h.id = e.id`.execute(tx)
}

export async function rewriteNotes(
  tx: Tx,
  notes: readonly { customerId: string; note: string }[],
): Promise<void> {
  if (none(notes)) return
  await sql`
    update customer c set note = nullif(n.note, ''), version = c.version + 1, updated_at = now()
    from unnest(${notes.map((one) => one.customerId)}::uuid[], ${notes.map((one) => one.note)}::text[]) as n (id, note)
    where c.organization_id = app.organization() and c.id = n.id`.execute(tx)
}

/** Takes what change requests say; those that wait end withdrawn, because nobody can decide them any more. */
export async function blankRequests(tx: Tx, ids: readonly string[]): Promise<void> {
  if (none(ids)) return
  await sql`
    update change_request set from_value = 'null', to_value = 'null', reason = null, decision_note = null,
      state = case when state = 'waiting' then 'withdrawn' else state end, decided_at = coalesce(decided_at, now())
    where ${here} and id = any (${[...ids]}::uuid[])`.execute(tx)
}

/** A merge whose values are gone can no longer be taken back. */
export async function blankMerges(tx: Tx, ids: readonly string[]): Promise<void> {
  if (none(ids)) return
  await sql`update customer_merge set record = '{}', conflicts = null, erased_at = now()
    where ${here} and id = any (${[...ids]}::uuid[])`.execute(tx)
}

/** Deletes contacts; the personal notes about them go too. */
export async function deleteContacts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (none(ids)) return
  await sql`delete from personal_fact where ${here} and contact_id = any (${[...ids]}::uuid[])`.execute(tx)
  await sql`delete from contact where ${here} and id = any (${[...ids]}::uuid[])`.execute(tx)
}

/** What is left of customers that were a person: the code, where they belong, and who served them. */
export async function blankCustomers(tx: Tx, ids: readonly string[]): Promise<void> {
  if (none(ids)) return
  await sql`
    update customer set name = code, legal_name = null, tax_id = null, street = null, postal_code = null,
      latitude = null, longitude = null, accuracy_m = null, located_by = null, phone = null, phone_e164 = null, fax = null,
      email = null, website = null, opening_hours = null, visit_hours = null, closures = null, tags = '{}', note = null,
      tier_reason = null, tier_shift = 0, tier_shift_reason = null, visit_weeks_reason = null, status = 'erased', merged_into = null, completeness = 0, version = version + 1, updated_at = now()
    where ${here} and id = any (${[...ids]}::uuid[])`.execute(tx)
  await sql`delete from merged_customer where ${here} and customer_id = any (${[...ids]}::uuid[])`.execute(tx)
}

/** Documents lose name and note; their content is deleted from the store by whoever calls this. */
export async function blankDocuments(tx: Tx, ids: readonly string[]): Promise<void> {
  if (none(ids)) return
  await sql`
    update document set name = regexp_replace(name, '^.*(\.[a-z0-9]+)$', '–\1'), note = null, removed_by = app.person(),
      removed_at = coalesce(removed_at, now()), version = version + 1
    where ${here} and id = any (${[...ids]}::uuid[])`.execute(tx)
}

/** Search and duplicate search forget them at once, not when the job next comes by. */
export async function dropKeys(tx: Tx, customers: readonly string[]): Promise<void> {
  await sql`delete from outlet_key where ${here} and customer_id = any (${[...customers]}::uuid[])`.execute(
    tx,
  )
  await sql`delete from outlet_name where ${here} and customer_id = any (${[...customers]}::uuid[])`.execute(
    tx,
  )
}

/** Rows of imported files lose what stood in them; that there was such a row stays. */
export async function blankImportRows(
  tx: Tx,
  found: readonly { importId: string; row: number }[],
): Promise<void> {
  if (none(found)) return
  await sql`
    update import_row r set cells = '[]', values = '{}', changes = null, candidate = null, problems = null, key = null
    from unnest(${found.map((one) => one.importId)}::uuid[], ${found.map((one) => one.row)}::int[]) as f (id, row)
    where r.organization_id = app.organization() and r.import_id = f.id and r.row = f.row`.execute(tx)
}

/** What the law or the work of others keeps: orders, and who of the company was responsible when. */
export async function lawfulRecords(
  tx: Tx,
  customers: readonly string[],
): Promise<{ ledger: number; orders: number }> {
  const ids = [...customers]
  const { rows } = await sql<{ ledger: number; orders: number }>`
    select (select count(*)::int from ledger_entry where ${here} and customer_id = any (${ids}::uuid[])) as ledger,
      (select count(*)::int from sales_order where ${here} and customer_id = any (${ids}::uuid[])) as orders`.execute(
    tx,
  )
  return rows[0] ?? { ledger: 0, orders: 0 }
}
