import type { Readable } from 'node:stream'
import type { Actor } from '../../../../platform/server/database/actor.ts'
import { readAs } from '../../../../platform/server/database/transaction.ts'
import type { Services } from '../../../../platform/server/services.ts'
import { receiveFile } from '../../../../platform/server/storage/receive.ts'
import { openStore } from '../../../../platform/server/storage/settings.ts'
import { type Refusal, isRefusal, refuse } from '../../../../values/refusal.ts'
import { mostBytes } from '../../../../documents/keeping.ts'
import { registerFacts } from '../../../../customers/server/queries/company.ts'
import { mayAct, maySee } from '../../../collision.ts'
import { addEvent, insertFile } from '../../queries/collision-write.ts'
import { caseOn, onCase } from './on-case.ts'

/** Under which key a file that is evidence lies in the store. */
export function evidenceKey(eventId: string): string {
  return `collisions/${eventId}/file`
}

/** Adds a file as evidence. Whether it may be added is asked before a byte is read, and again when it is there. */
export async function addCaseFile(
  services: Services,
  actor: Actor,
  id: string,
  name: string,
  content: Readable,
): Promise<{ id: string } | Refusal> {
  const no = await readAs(services.db, actor, async (tx) => {
    if (!actor.may.includes('customers.read')) return refuse('not-allowed')
    const { today } = await registerFacts(tx, actor, services.now)
    const known = await caseOn(tx, id, today)
    if (known === null || !maySee(known.standing, actor)) return refuse('not-found')
    return mayAct('add-evidence', known.standing, actor)
  })
  if (no !== null) return no
  const file = await receiveFile(content, name, { most: mostBytes })
  if (isRefusal(file)) return file
  return await onCase(
    services,
    actor,
    'add-collision-file',
    'add-evidence',
    id,
    async ({ tx, changes, facts, known }) => {
      const eventId = await addEvent(tx, changes, known, {
        act: 'evidence',
        evidence: 'file',
        today: facts.today,
      })
      await insertFile(tx, eventId, file)
      // Last, because a folder or bucket knows no transaction: what was refused until here was never put there.
      const store = openStore(services.storage, tx, actor.organizationId)
      await store.put(evidenceKey(eventId), file.content, file.contentType)
      return { id }
    },
  )
}
