import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/database/connect.ts'
import type { NoticeSettings } from '../../schema.ts'

/** How a person is told by mail; daily unless they said otherwise. */
export async function settingsOf(tx: Tx, person: string): Promise<NoticeSettings> {
  const { rows } = await sql<NoticeSettings>`
    select mail from notice_setting where organization_id = app.organization() and person_id = ${person}`.execute(
    tx,
  )
  return { mail: rows[0]?.mail ?? 'daily' }
}

export async function saveSettings(tx: Tx, person: string, { mail }: NoticeSettings): Promise<void> {
  await sql`
    insert into notice_setting (organization_id, person_id, mail) values (app.organization(), ${person}, ${mail})
    on conflict (organization_id, person_id) do update set mail = excluded.mail`.execute(tx)
}
