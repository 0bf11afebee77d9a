import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { forgetLetters, removeNotices } from '../queries/tidy.ts'

/** How long notices are kept. */
const keptDays = 90
/** So many in one transaction, so that none of them holds others up. */
const atOnce = 5000

/** Throws away a company's notices that are old enough, read or not. */
export async function tidyNotices(
  { db, now }: Services,
  organizationId: string,
  signal?: AbortSignal,
): Promise<void> {
  const before = new Date(now().getTime() - keptDays * 86_400_000)
  const actor = programActor(organizationId)
  const removeSome = () =>
    commandAs(db, actor, 'tidy-notices', async (tx, changes) => {
      const ids = await removeNotices(tx, before, atOnce)
      changes.addAll(
        'notice',
        ids.map((id) => ({ id })),
        true,
      )
      return ids.length
    })
  while ((await removeSome()) === atOnce) if (signal?.aborted === true) return
  await commandAs(db, actor, 'tidy-letters', (tx) => forgetLetters(tx, before))
}
