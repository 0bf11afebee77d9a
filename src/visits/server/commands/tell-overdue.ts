import { tell } from '../../../notices/server/commands/tell.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { takeOverdue } from '../queries/overdue.ts'

const atOnce = 5000

/** Tells each person once how many promises to their customers have become overdue: one notice a person and run. */
export async function tellOverdue(services: Services, organizationId: string): Promise<number> {
  return await commandAs(services.db, programActor(organizationId), 'tell-overdue', async (tx, changes) => {
    const overdue = await takeOverdue(tx, atOnce)
    if (overdue.length === 0) return 0
    changes.addAll('promise', overdue)
    const about = newId()
    const byPerson = Map.groupBy(overdue, ({ personId }) => personId)
    const tellings = [...byPerson].flatMap(([personId, own]) =>
      personId === null
        ? []
        : [{ personId, kind: 'promises-overdue' as const, about, facts: { count: own.length } }],
    )
    await tell(tx, changes, tellings)
    return overdue.length
  })
}
