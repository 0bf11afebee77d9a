import type { Actor } from '../../platform/server/database/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import type { Services } from '../../platform/server/services.ts'
import { linkOf } from '../phrase.ts'
import type { NoticePage, NoticeQuery } from '../schema.ts'
import { type Namers, withNames } from './names.ts'
import { countUnread, noticesOf } from './queries/notices.ts'

const pageSize = 50

/** A page of the asker's notices. */
export async function noticePage(
  services: Services,
  namers: Namers,
  actor: Actor,
  { unread, before }: NoticeQuery,
): Promise<NoticePage> {
  const person = actor.personId ?? ''
  return await readAs(services.db, actor, async (tx) => {
    const found = await noticesOf(tx, person, { unread: unread === 'true', before, size: pageSize + 1 })
    const page = found.slice(0, pageSize)
    const named = await withNames(tx, namers, page)
    return {
      notices: named.map((notice) => ({ ...notice, link: linkOf(notice) })),
      unread: await countUnread(tx, person),
      next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    }
  })
}
