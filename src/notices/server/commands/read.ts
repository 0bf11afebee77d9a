import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import type { NoticeSettings, ReadNotices } from '../../schema.ts'
import { lockUnread, markRead } from '../queries/notices.ts'
import { saveSettings } from '../queries/settings.ts'

/** Notes that the asker has read some of their notices; answers how many weren't read before. */
export async function markNoticesRead(
  services: Services,
  actor: Actor,
  which: ReadNotices,
): Promise<{ read: number } | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'read-notices', async (tx, changes) => {
    const ids = await lockUnread(tx, personId, which)
    if (ids.length === 0) return { read: 0 }
    await markRead(tx, ids, services.now())
    changes.addAll(
      'notice',
      ids.map((id) => ({ id })),
    )
    return { read: ids.length }
  })
}

/** Changes how the asker is told by mail. */
export async function changeSettings(
  services: Services,
  actor: Actor,
  settings: NoticeSettings,
): Promise<NoticeSettings | Refusal> {
  const { personId } = actor
  if (personId === null) return refuse('not-allowed')
  return await commandAs(services.db, actor, 'change-notice-settings', async (tx) => {
    await saveSettings(tx, personId, settings)
    return settings
  })
}
