import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'

/** Removes the oldest notices from before a moment, at most so many; answers which. */
export async function removeNotices(tx: Tx, before: Date, most: number): Promise<string[]> {
  const { rows: old } = await sql<{ id: string }>`
    select id from notice where organization_id = app.organization() and at < ${before}
    order by at limit ${most}`.execute(tx)
  if (old.length === 0) return []
  const ids = old.map(({ id }) => id)
  await sql`delete from notice where organization_id = app.organization() and id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return ids
}

/** Forgets letters from before a moment that no notice belongs to any more. */
export async function forgetLetters(tx: Tx, before: Date): Promise<void> {
  await sql`
    delete from notice_mail m where m.organization_id = app.organization() and m.at < ${before}
      and not exists (select from notice_mailed s
        where s.organization_id = m.organization_id and s.mail_id = m.id)`.execute(tx)
}
