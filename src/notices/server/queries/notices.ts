import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { Facts } from '../../kinds.ts'

export type Kept = {
  id: string
  kind: string
  aboutId: string
  facts: Facts
  at: string
  day: string
  readAt: string | null
}

const columns = sql`n.id, n.kind, n.about_id as "aboutId", n.facts,
  to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  (n.at at time zone (select time_zone from organization where id = app.organization()))::date as day,
  to_char(n.read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "readAt"`

/** The asker's notices, the newest first. */
export async function noticesOf(
  tx: Tx,
  person: string,
  { unread, before, size }: { unread: boolean; before?: string | undefined; size: number },
): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select ${columns} from notice n
    where n.organization_id = app.organization() and n.person_id = ${person}
      ${unread ? sql`and n.read_at is null` : sql``} ${before === undefined ? sql`` : sql`and n.id < ${before}`}
    order by n.id desc limit ${size}`.execute(tx)
  return rows
}

/** These notices of the asker, in the order in which they were told. */
export async function noticesById(tx: Tx, ids: readonly string[]): Promise<Kept[]> {
  const { rows } = await sql<Kept>`
    select ${columns} from notice n
    where n.organization_id = app.organization() and n.id = any (${[...ids]}::uuid[]) order by n.id`.execute(
    tx,
  )
  return rows
}

export async function countUnread(tx: Tx, person: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from notice n
    where n.organization_id = app.organization() and n.person_id = ${person} and n.read_at is null`.execute(
    tx,
  )
  return rows[0]?.unread ?? 0
}

/** The unread ones among these, or all up to one, locked. */
export async function lockUnread(
  tx: Tx,
  person: string,
  which: { ids: readonly string[] } | { upTo: string },
): Promise<string[]> {
  const chosen = 'ids' in which ? sql`n.id = any (${[...which.ids]}::uuid[])` : sql`n.id <= ${which.upTo}`
  const { rows } = await sql<{ id: string }>`
    select n.id from notice n
    where n.organization_id = app.organization() and n.person_id = ${person} and n.read_at is null and ${chosen}
    order by n.id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function markRead(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update notice set read_at = ${at} where organization_id = app.organization() and id = any (${[...ids]}::uuid[])`.execute(
    tx,
  )
}

/** Whom the notices changed in these revisions concern. */
export async function concernedBy(tx: Tx, from: number, to: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct n.person_id as id from change c
    join notice n on n.organization_id = c.organization_id and n.id = c.entity_id
    where c.organization_id = app.organization() and c.revision between ${from} and ${to} and c.entity = 'notice'`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
