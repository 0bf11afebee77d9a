import { sql } from 'kysely'
import type { ChangedRecord, ImportContext, NewRecord } from '../../../imports/server/target.ts'
import type { FieldChanges } from '../../../imports/target.ts'
import type { Changes } from '../../../platform/server/database/changes.ts'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { customerColumns } from '../../import-values.ts'
import { type RegisterSettings, settingsFrom } from '../../settings.ts'
import { rescore } from './completeness.ts'
import { type HistoryEntry, recordHistory } from './history.ts'
import { createAreas } from './import-areas.ts'
import { changeContacts, createContacts } from './import-contacts.ts'
import { putCustomerWords } from './words.ts'

/** One customer for one person, or the pool, from a day. */
export type OwnerOf = { readonly customerId: string; readonly personId: string | null; readonly from: string }
/** Who makes people responsible; a later feature, so it is handed in. */
export type AssignOwners = (
  tx: Tx,
  changes: Changes,
  owners: readonly OwnerOf[],
  cause: string,
) => Promise<void>

export type WriteContext = ImportContext & { readonly undoing: boolean }
type Rows = { readonly created: readonly NewRecord[]; readonly updated: readonly ChangedRecord[] }

/** Writes new customers and changes with history, contacts, owners, completeness, search words and change feed. */
export async function writeCustomers(
  tx: Tx,
  changes: Changes,
  { created, updated }: Rows,
  context: WriteContext,
  assign: AssignOwners,
): Promise<void> {
  const ids = [...created, ...updated].map((row) => row.id)
  if (ids.length === 0) return
  const cause = context.undoing ? 'import-undone' : 'import'
  if (!context.undoing) await createAreas(tx, changes, { created, updated }, context)
  await insert(tx, created, context)
  await createContacts(tx, changes, created)
  await update(tx, updated, context)
  const contactHistory = await changeContacts(tx, changes, updated, context)
  await assign(tx, changes, [...firstOwners(created, context), ...newOwners(updated, context)], cause)
  const history = [...created.map(createdEntry), ...updated.flatMap(changedEntry), ...contactHistory]
  await recordHistory(
    tx,
    history.map((entry) => ({ ...entry, cause, batchId: context.importId })),
  )
  await rescore(tx, ids, (await settings(tx)).weights)
  await putCustomerWords(tx, ids)
  changes.addAll(
    'customer',
    ids.map((id) => ({ id, customerId: id })),
  )
}

async function settings(tx: Tx): Promise<RegisterSettings> {
  const { rows } = await sql<{ kept: Partial<RegisterSettings> | null }>`
    select settings -> 'customers' as kept from organization where id = app.organization()`.execute(tx)
  return settingsFrom(rows[0]?.kept ?? undefined)
}

async function insert(tx: Tx, created: readonly NewRecord[], context: WriteContext): Promise<void> {
  if (created.length === 0) return
  const rows = created.map(({ id, values }) => {
    const looked = values['latitude'] === undefined && values['approx_latitude'] !== undefined
    const place = looked
      ? {
          latitude: values['approx_latitude'],
          longitude: values['approx_longitude'],
          accuracy_m: values['approx_accuracy_m'],
          located_by: 'approximate',
        }
      : {}
    return { country: context.country, registered_on: context.today, tags: [], ...values, ...place, id }
  })
  await sql`
    insert into customer (organization_id, id, code, name, legal_name, tax_id, parent_id, channel, tier, street, city,
      region, postal_code, country, territory_id, latitude, longitude, accuracy_m, located_by, phone, phone_e164, fax,
      email, website, credit_limit_minor, currency, payment_days, tags, note, registered_on, registered_by, confirmed_on,
      source)
    select app.organization(), r.id, coalesce(r.code, app.next_customer_code()), r.name, r.legal_name, r.tax_id, p.id,
      r.channel, r.tier, r.street, r.city, r.region, r.postal_code, r.country, r.territory_id, r.latitude, r.longitude,
      r.accuracy_m, r.located_by, r.phone, r.phone_e164, r.fax, r.email, r.website, r.credit_limit_minor,
      case when r.credit_limit_minor is not null then r.currency end, r.payment_days, coalesce(r.tags, '{}'), r.note,
      r.registered_on, app.person(), ${context.today}::date, 'import'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, code text, name text, legal_name text,
      tax_id text, parent text, channel text, tier text, street text, city text, region text, postal_code text,
      country text, territory_id uuid, latitude double precision, longitude double precision, accuracy_m integer,
      located_by text, phone text, phone_e164 text, fax text, email text, website text, credit_limit_minor bigint,
      currency text, payment_days integer, tags text[], note text, registered_on date)
    left join customer p on p.organization_id = app.organization() and p.code = r.parent`.execute(tx)
}

const plain = new Set<string>(customerColumns)

/** The changed columns with their new values; the parent, which files name by code, apart. */
function setOf(fields: FieldChanges): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => plain.has(name))
      .map(([name, [, now]]) => [name, name === 'tags' ? (now ?? []) : now]),
  )
}

async function update(tx: Tx, updated: readonly ChangedRecord[], context: WriteContext): Promise<void> {
  if (updated.length === 0) return
  const rows = updated.map(({ id, fields }) => ({
    id,
    set: setOf(fields),
    parent: fields['parent']?.[1] ?? null,
    moves: fields['parent'] !== undefined,
  }))
  const columns = customerColumns.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`)
  await sql`
    update customer c set ${sql.join(columns)}, version = c.version + 1, updated_at = now(),
      confirmed_on = greatest(c.confirmed_on, ${context.today}::date),
      parent_id = case when r.moves and (r.parent is null or p.id is not null) then p.id else c.parent_id end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, set jsonb, parent text, moves boolean)
    join customer o on o.organization_id = app.organization() and o.id = r.id
    cross join lateral jsonb_populate_record(o, r.set) n
    left join customer p on p.organization_id = app.organization() and p.code = r.parent
    where c.organization_id = app.organization() and c.id = r.id`.execute(tx)
}

type Entry = Omit<HistoryEntry, 'cause' | 'batchId'>

function createdEntry({ id }: NewRecord): Entry {
  return { customerId: id, entity: 'customer', entityId: id, act: 'created' }
}

/** History speaks of columns; what belongs to contacts and owners has a history of its own. */
function changedEntry({ id, fields }: ChangedRecord): Entry[] {
  const own = Object.entries(fields).filter(([name]) => plain.has(name) || name === 'parent')
  if (own.length === 0) return []
  return [
    { customerId: id, entity: 'customer', entityId: id, act: 'changed', fields: Object.fromEntries(own) },
  ]
}

/** Every customer has an owner from the day of its registration (rule 2.2); an evidenced earlier day counts (rule 2.3). */
function firstOwners(created: readonly NewRecord[], { today }: ImportContext): OwnerOf[] {
  return created.map(({ id, values }) => ({
    customerId: id,
    personId: (values['owner_id'] as string | undefined) ?? null,
    from: (values['registered_on'] as string | undefined) ?? today,
  }))
}

function newOwners(updated: readonly ChangedRecord[], { today }: ImportContext): OwnerOf[] {
  return updated.flatMap(({ id, fields }) => {
    const owner = fields['owner_id']
    return owner === undefined ? [] : [{ customerId: id, personId: owner[1] as string | null, from: today }]
  })
}
