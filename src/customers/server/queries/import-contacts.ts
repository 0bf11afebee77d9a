import { sql } from 'kysely'
import type { ChangedRecord, NewRecord } from '../../../imports/server/target.ts'
import type { Values } from '../../../imports/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { contactColumns, isAnotherPerson } from '../../import-values.ts'
import type { HistoryEntry } from './history.ts'

type Columns = Record<string, unknown>
type NewContact = { id: string; customer_id: string; in_charge: boolean } & Columns
type Present = { id: string; customer_id: string; name: string; in_charge: boolean; batch: boolean }

/** The person in charge that a row names; one without a name is reached under the outlet's. */
function contactOf(values: Values, customerId: string, outlet: string): NewContact | null {
  const given = Object.entries(contactColumns).filter(([name]) => (values[name] ?? null) !== null)
  if (given.length === 0) return null
  const columns = Object.fromEntries(given.map(([name, column]) => [column, values[name]]))
  const named = 'name' in columns
  return { name: outlet, ...columns, id: newId(), customer_id: customerId, in_charge: named }
}

async function insertContacts(tx: Tx, changes: Changes, contacts: readonly NewContact[]): Promise<void> {
  if (contacts.length === 0) return
  await sql`
    insert into contact (organization_id, id, customer_id, name, title, in_charge, phone, phone_e164, email, messaging)
    select app.organization(), r.* from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as r(id uuid,
      customer_id uuid, name text, title text, in_charge boolean, phone text, phone_e164 text, email text,
      messaging text)`.execute(tx)
  changes.addAll(
    'contact',
    contacts.map((contact) => ({ id: contact.id, customerId: contact.customer_id })),
  )
}

/** The people in charge of new customers. */
export async function createContacts(tx: Tx, changes: Changes, created: readonly NewRecord[]): Promise<void> {
  const contacts = created.flatMap(
    ({ id, values }) => contactOf(values, id, String(values['name'] ?? '')) ?? [],
  )
  await insertContacts(tx, changes, contacts)
}

/** Contacts of these customers: the one that files speak of first. `batch`: made by the import with this id. */
async function presentContacts(
  tx: Tx,
  customers: readonly string[],
  importId: string,
): Promise<Map<string, Present[]>> {
  const { rows } = await sql<Present>`
    select k.id, k.customer_id, k.name, k.in_charge, exists (select from customer_history h
      where h.organization_id = k.organization_id and h.batch_id = ${importId} and h.entity_id = k.id
        and h.entity = 'contact' and h.act = 'created') as batch
    from contact k where k.customer_id = any (${[...customers]}::uuid[])
    order by k.in_charge desc, k.created_at, k.id`.execute(tx)
  const found = new Map<string, Present[]>()
  for (const row of rows) found.set(row.customer_id, [...(found.get(row.customer_id) ?? []), row])
  return found
}

type Plan = {
  insert: NewContact[]
  set: { id: string; customer_id: string; set: Columns }[]
  remove: { id: string; customer_id: string }[]
  history: Omit<HistoryEntry, 'cause' | 'batchId'>[]
}

/**
 * Changes of the person in charge. Another person is another contact: the former one stays, no longer in charge, with what
 * the team knows of them. Undoing puts the former back in charge and takes the import's away.
 */
export async function changeContacts(
  tx: Tx,
  changes: Changes,
  updated: readonly ChangedRecord[],
  how: { readonly importId: string; readonly undoing: boolean },
): Promise<Plan['history']> {
  const rows = updated.filter(({ fields }) => Object.keys(contactColumns).some((name) => name in fields))
  if (rows.length === 0) return []
  const present = await presentContacts(
    tx,
    rows.map((row) => row.id),
    how.importId,
  )
  const names = await outletNames(
    tx,
    rows.map((row) => row.id),
  )
  const plan: Plan = { insert: [], set: [], remove: [], history: [] }
  for (const row of rows) planOne(plan, row, present.get(row.id) ?? [], names.get(row.id) ?? '', how.undoing)
  await carryOut(tx, changes, plan)
  return plan.history
}

function planOne(
  plan: Plan,
  row: ChangedRecord,
  contacts: readonly Present[],
  outlet: string,
  undoing: boolean,
): void {
  const [current] = contacts
  const columns = Object.fromEntries(
    Object.entries(contactColumns).flatMap(([name, column]) => {
      const change = row.fields[name]
      return change === undefined ? [] : [[column, change] as const]
    }),
  )
  const name = columns['name']
  const of = (id: string) => ({ customerId: row.id, entity: 'contact' as const, entityId: id })
  const switches = name !== undefined && isAnotherPerson(name[0], name[1])
  const former =
    undoing && switches ? contacts.find((one) => one.name === name[1] && one !== current) : undefined
  if (current !== undefined && former !== undefined) {
    setCharge(plan, current, false)
    setCharge(plan, former, true)
    if (current.batch) removeContact(plan, current)
    return
  }
  if (current !== undefined && name !== undefined && name[1] === null) {
    removeContact(plan, current)
    return
  }
  if (current === undefined || switches) {
    const values = Object.fromEntries(Object.entries(row.fields).map(([field, [, now]]) => [field, now]))
    const contact = contactOf(values, row.id, outlet)
    if (contact === null) return
    if (current?.in_charge === true) setCharge(plan, current, false)
    plan.insert.push(contact)
    plan.history.push({ ...of(contact.id), act: 'created' })
    return
  }
  const set = Object.fromEntries(Object.entries(columns).map(([column, [, now]]) => [column, now]))
  plan.set.push({ id: current.id, customer_id: row.id, set })
  plan.history.push({ ...of(current.id), act: 'changed', fields: columns })
}

function setCharge(plan: Plan, { id, customer_id }: Present, charge: boolean): void {
  plan.set.push({ id, customer_id, set: { in_charge: charge } })
  const fields = { in_charge: [!charge, charge] as const }
  plan.history.push({ customerId: customer_id, entity: 'contact', entityId: id, act: 'changed', fields })
}

function removeContact(plan: Plan, { id, customer_id }: Present): void {
  plan.remove.push({ id, customer_id })
  plan.history.push({ customerId: customer_id, entity: 'contact', entityId: id, act: 'removed' })
}

async function outletNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from customer where id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}

const leads = (one: Plan['set'][number]) => one.set['in_charge'] === true

/** Removals first, then those who cease to be in charge: one customer has at most one. */
async function carryOut(tx: Tx, changes: Changes, plan: Plan): Promise<void> {
  const gone = new Set(plan.remove.map((one) => one.id))
  if (gone.size > 0) await sql`delete from contact where id = any (${[...gone]}::uuid[])`.execute(tx)
  const staying = plan.set.filter((one) => !gone.has(one.id))
  await setContacts(
    tx,
    staying.filter((one) => !leads(one)),
  )
  await setContacts(tx, staying.filter(leads))
  changes.addAll(
    'contact',
    staying.map((one) => ({ id: one.id, customerId: one.customer_id })),
  )
  changes.addAll(
    'contact',
    plan.remove.map((one) => ({ id: one.id, customerId: one.customer_id })),
    true,
  )
  await insertContacts(tx, changes, plan.insert)
}

async function setContacts(tx: Tx, rows: Plan['set']): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update contact k set name = n.name, title = n.title, in_charge = n.in_charge, phone = n.phone,
      phone_e164 = n.phone_e164, email = n.email, messaging = n.messaging, version = k.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb)
    join contact o on o.organization_id = app.organization() and o.id = r.id
    cross join lateral jsonb_populate_record(o, r.set) n
    where k.organization_id = app.organization() and k.id = r.id`.execute(tx)
}
