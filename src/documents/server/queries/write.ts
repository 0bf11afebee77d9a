import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

export async function insertDocument(
  tx: Tx,
  document: {
    id: string
    customer: string
    name: string
    kind: string
    bytes: number
    sha256: string
    note: string | null
    visit: string | null
  },
): Promise<void> {
  const { id, customer, name, kind, bytes, sha256, note, visit } = document
  await sql`
    insert into document (organization_id, id, customer_id, name, kind, bytes, sha256, note, visit_id, added_by)
    values (app.organization(), ${id}, ${customer}, ${name}, ${kind}, ${bytes}, ${sha256}, ${note}, ${visit}, app.person())`.execute(
    tx,
  )
}

export async function markThumbnail(tx: Tx, id: string): Promise<void> {
  await sql`update document set has_thumbnail = true, version = version + 1
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

export async function markRemoved(tx: Tx, id: string): Promise<void> {
  await sql`update document set removed_at = now(), removed_by = app.person(), version = version + 1
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

export async function markRestored(tx: Tx, id: string): Promise<void> {
  await sql`update document set removed_at = null, removed_by = null, version = version + 1
    where organization_id = app.organization() and id = ${id}`.execute(tx)
}

/** Removed documents whose content is to be deleted: removed before this moment, at most so many. */
export async function longRemoved(
  tx: Tx,
  before: Date,
  most: number,
): Promise<{ id: string; customerId: string }[]> {
  const { rows } = await sql<{ id: string; customerId: string }>`
    select id, customer_id as "customerId" from document
    where organization_id = app.organization() and removed_at < ${before} and gone_at is null
    order by removed_at limit ${most} for update skip locked`.execute(tx)
  return rows
}

export async function markGone(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update document set gone_at = now(), has_thumbnail = false, version = version + 1
    where organization_id = app.organization() and id = any (${[...ids]}::uuid[])`.execute(tx)
}
