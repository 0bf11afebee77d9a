import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { openStore } from '../../../platform/server/storage/settings.ts'
import { programActor } from '../../../people/server/queries/actor.ts'
import { recordHistory } from '../../../customers/server/queries/history.ts'
import { type Refusal, refuse } from '../../../values/refusal.ts'
import { daysToRestore, fileKey, thumbnailKey } from '../../keeping.ts'
import { documentWith } from '../queries/document.ts'
import { longRemoved, markGone, markRemoved, markRestored } from '../queries/write.ts'

/** Removes a document, or brings a removed one back; the history keeps both. */
export async function removeDocument(
  services: Services,
  actor: Actor,
  id: string,
  action: 'remove' | 'restore',
): Promise<{ id: string } | Refusal> {
  const work = commandAs(services.db, actor, `${action}-document`, async (tx, changes) => {
    const document = await documentWith(tx, id, actor)
    if (document === null) return refuse('not-found')
    if (!document.may.includes(action)) {
      const already = action === 'remove' ? document.removedAt !== null : document.removedAt === null
      return refuse(document.gone ? 'document-gone' : already ? `already-${action}d` : 'not-allowed')
    }
    await (action === 'remove' ? markRemoved : markRestored)(tx, id)
    const { customerId, name } = document
    const fields = { name: action === 'remove' ? ([name, null] as const) : ([null, name] as const) }
    const about = { customerId, entity: 'document', entityId: id, fields } as const
    const act = action === 'remove' ? 'removed' : 'created'
    await recordHistory(tx, [{ ...about, act, cause: action === 'remove' ? 'removed' : 'restored' }])
    changes.add('document', id, customerId, action === 'remove')
    return { id }
  })
  return await work.catch((error: unknown) => {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : null
    if (constraint === 'document_once') return refuse('document-already-there')
    throw error
  })
}

/** Deletes the content of documents that were removed long ago. Safe to run twice: a file that is gone is no error. */
export async function deleteLongRemoved(services: Services, organizationId: string): Promise<number> {
  const before = new Date(services.now().getTime() - daysToRestore * 86_400_000)
  return await commandAs(
    services.db,
    programActor(organizationId),
    'delete-removed-documents',
    async (tx, changes) => {
      const documents = await longRemoved(tx, before, 200)
      if (documents.length === 0) return 0
      await deleteContent(services, tx, organizationId, documents)
      changes.addAll('document', documents, true)
      return documents.length
    },
  )
}

/** Deletes the files of these documents and marks them. */
export async function deleteContent(
  services: Services,
  tx: Parameters<typeof markGone>[0],
  organizationId: string,
  documents: readonly { id: string }[],
): Promise<void> {
  const store = openStore(services.storage, tx, organizationId)
  for (const { id } of documents) {
    await store.remove(fileKey(id))
    await store.remove(thumbnailKey(id))
  }
  await markGone(
    tx,
    documents.map((document) => document.id),
  )
}
