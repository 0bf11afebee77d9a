import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import { type Moved, plainParts, unversioned } from '../../moving.ts'

const ours = sql`r.organization_id = app.organization()`

/** What of one kind moves, as rows `id, customer (it hangs on)`; `from` are the dropped customers in their order. */
function going(entity: Moved['entity'], from: readonly string[], kept: string): RawBuilder<unknown> {
  const ids = [...from]
  const theirs = sql`${ours} and r.customer_id = any (${ids}::uuid[])`
  if (entity === 'child') {
    return sql`select r.id, r.parent_id as customer from customer r
      where ${ours} and r.parent_id = any (${ids}::uuid[]) and r.id <> ${kept} and r.id <> all (${ids}::uuid[])`
  }
  // A product that the kept entry carries already stays where it is, so that nothing is counted twice.
  if (entity === 'carried_product') {
    return sql`select distinct on (r.product_id) r.id, r.customer_id as customer from carried_product r
      where ${theirs} and not exists (select from carried_product x
        where x.organization_id = r.organization_id and x.customer_id = ${kept} and x.product_id = r.product_id)
      order by r.product_id, array_position(${ids}::uuid[], r.customer_id)`
  }
  // So does a channel that reaches the kept entry already.
  if (entity === 'customer_channel') {
    return sql`select distinct on (r.kind, r.value) r.id, r.customer_id as customer from customer_channel r
      where ${theirs} and not exists (select from customer_channel x where x.organization_id = r.organization_id
        and x.customer_id = ${kept} and x.kind = r.kind and x.value = r.value)
      order by r.kind, r.value, array_position(${ids}::uuid[], r.customer_id)`
  }
  // A file that the kept entry has already stays; so does the second of two that are the same.
  if (entity === 'document') {
    return sql`select distinct on (case when r.removed_at is null then r.sha256 else r.id::text end) r.id, r.customer_id as customer
      from document r where ${theirs} and (r.removed_at is not null or not exists (select from document x
        where x.organization_id = r.organization_id and x.customer_id = ${kept} and x.sha256 = r.sha256 and x.removed_at is null))`
  }
  // Decided requests are history.
  const more = entity === 'change_request' ? sql`and r.state = 'waiting'` : sql``
  return sql`select r.id, r.customer_id as customer from ${sql.table(entity)} r where ${theirs} ${more}`
}

const versioned = sql`version = r.version + 1`

function setOn(entity: Moved['entity'], kept: string): RawBuilder<unknown> {
  if (entity === 'child') return sql`parent_id = ${kept}, ${versioned}, updated_at = now()`
  if (entity === 'personal_fact' || unversioned.includes(entity)) return sql`customer_id = ${kept}`
  // One about the entry itself is about the kept one from now on.
  if (entity === 'change_request') {
    return sql`customer_id = ${kept},
      entity_id = case when r.entity = 'customer' then ${kept}::uuid else r.entity_id end`
  }
  return sql`customer_id = ${kept}, ${versioned}`
}

const tableOf = (entity: Moved['entity']) => sql.table(entity === 'child' ? 'customer' : entity)

async function move(
  tx: Tx,
  entity: Moved['entity'],
  from: readonly string[],
  kept: string,
): Promise<Moved[]> {
  const { rows } = await sql<{ id: string; customer: string }>`${going(entity, from, kept)}`.execute(tx)
  // Even a statement that touches no row would count as a write of its table.
  if (rows.length === 0) return []
  await sql`update ${tableOf(entity)} r set ${setOn(entity, kept)}
    where ${ours} and r.id = any (${rows.map((row) => row.id)}::uuid[])`.execute(tx)
  return rows.map(({ id, customer }) => ({ entity, id, from: customer }))
}

/** Notes about a contact that stays, because the kept entry has the same one, are about that one from now on. */
async function passNotes(
  tx: Tx,
  moved: readonly Moved[],
  same: ReadonlyMap<string, string>,
): Promise<Moved[]> {
  if (moved.length === 0) return []
  const ids = moved.map((one) => one.id)
  const { rows } = await sql<{ id: string; contact: string }>`
    select id, contact_id as contact from personal_fact r where ${ours} and id = any (${ids}::uuid[])`.execute(
    tx,
  )
  await sql`
    update personal_fact r set contact_id = s.kept
    from unnest(${[...same.keys()]}::uuid[], ${[...same.values()]}::uuid[]) as s (dropped, kept)
    where ${ours} and r.id = any (${ids}::uuid[]) and r.contact_id = s.dropped`.execute(tx)
  const contacts = new Map(rows.map((row) => [row.id, row.contact]))
  return moved.map((one) => {
    const contact = contacts.get(one.id)
    return contact === undefined ? one : { ...one, contact }
  })
}

/** Moves what hangs on these customers to the kept one, but for contacts, which are moved before. */
export async function moveRest(
  tx: Tx,
  from: readonly string[],
  kept: string,
  sameContacts: ReadonlyMap<string, string>,
): Promise<Moved[]> {
  const facts = await move(tx, 'personal_fact', from, kept)
  const parts: Moved[] = []
  for (const part of plainParts) parts.push(...(await move(tx, part, from, kept)))
  return [
    ...(await passNotes(tx, facts, sameContacts)),
    ...(await move(tx, 'carried_product', from, kept)),
    ...(await move(tx, 'change_request', from, kept)),
    ...(await move(tx, 'document', from, kept)),
    ...(await move(tx, 'customer_channel', from, kept)),
    ...parts,
    ...(await move(tx, 'child', from, kept)),
  ]
}
