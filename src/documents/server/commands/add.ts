import type { Readable } from 'node:stream'
import type { Actor } from '../../../platform/server/database/actor.ts'
import { commandAs, readAs } from '../../../platform/server/database/transaction.ts'
import type { Services } from '../../../platform/server/services.ts'
import { type ReceivedFile, receiveFile } from '../../../platform/server/storage/receive.ts'
import { openStore } from '../../../platform/server/storage/settings.ts'
import { newId } from '../../../platform/server/uuid.ts'
import { recordHistory } from '../../../customers/server/queries/history.ts'
import { type Refusal, isRefusal, refuse } from '../../../values/refusal.ts'
import { fileKey, mostBytes, mostPerCustomer, mostThumbnailBytes, thumbnailKey } from '../../keeping.ts'
import type { AddDocument } from '../../schema.ts'
import { type KeptDocument, documentWith, roomFor } from '../queries/document.ts'
import { insertDocument, markThumbnail } from '../queries/write.ts'

/**
 * Keeps a file of a customer. Whether it may be kept at all is asked before a byte is read; then the file is recognised
 * by its content and photos are freed of place and person.
 */
export async function addDocument(
  services: Services,
  actor: Actor,
  input: AddDocument,
  content: Readable,
): Promise<KeptDocument | Refusal> {
  const room = await mayAdd(services, actor, input)
  if (isRefusal(room)) return room
  const file = await receiveFile(content, input.name, { most: mostBytes })
  if (isRefusal(file)) return file
  const id = newId()
  const take = () =>
    commandAs(services.db, actor, 'add-document', async (tx, changes) => {
      const { name, kind, bytes, sha256 } = file
      const { customer, visit = null, note } = input
      await insertDocument(tx, { id, customer, name, kind, bytes, sha256, note: note || null, visit })
      const store = openStore(services.storage, tx, actor.organizationId)
      if (services.storage.in === 'database') await store.put(fileKey(id), file.content, file.contentType)
      const about = { customerId: customer, entity: 'document', entityId: id } as const
      await recordHistory(tx, [{ ...about, act: 'created', fields: { name: [null, name] }, cause: 'added' }])
      changes.add('document', id, customer)
      const document = await documentWith(tx, id, actor)
      return document ?? refuse('not-found')
    })
  const kept = services.storage.in === 'database' ? take() : keptOutside(services, actor, id, file, take)
  return await kept.catch(alreadyThere)
}

/** A folder or bucket knows no transaction: the file goes there first, and away again when it isn't wanted after all. */
async function keptOutside<T>(
  services: Services,
  actor: Actor,
  id: string,
  file: ReceivedFile,
  take: () => Promise<T>,
): Promise<T> {
  const store = openStore(services.storage, services.db, actor.organizationId)
  await store.put(fileKey(id), file.content, file.contentType)
  try {
    const taken = await take()
    if (isRefusal(taken)) await store.remove(fileKey(id))
    return taken
  } catch (error) {
    await store.remove(fileKey(id))
    throw error
  }
}

async function mayAdd(
  services: Services,
  actor: Actor,
  { customer, visit }: Pick<AddDocument, 'customer' | 'visit'>,
): Promise<Refusal | true> {
  if (!actor.may.includes('customers.change')) return refuse('not-allowed')
  const room = await readAs(services.db, actor, (tx) => roomFor(tx, customer, visit ?? null))
  if (room === null) return refuse('not-found')
  if (!room.isItsVisit) return refuse('no-such-visit')
  if (room.status === 'merged' || room.status === 'erased') return refuse(`${room.status}-customer`)
  if (room.documents < mostPerCustomer) return true
  return refuse('too-many-documents', { facts: { most: mostPerCustomer } })
}

function alreadyThere(error: unknown): Refusal {
  const constraint = error instanceof Error && 'constraint' in error ? error.constraint : null
  if (constraint === 'document_once') return refuse('document-already-there')
  throw error
}

/** The small picture of a photo, from whoever sent the photo: this server has no means to make one. */
export async function addThumbnail(
  services: Services,
  actor: Actor,
  id: string,
  content: Readable,
): Promise<{ id: string } | Refusal> {
  const document = await readAs(services.db, actor, (tx) => documentWith(tx, id, actor))
  if (document === null || document.removedAt !== null) return refuse('not-found')
  if (actor.personId === null || document.addedBy?.id !== actor.personId) return refuse('not-allowed')
  if (!document.photo) return refuse('no-photo')
  const picture = await receiveFile(content, 'thumbnail', {
    kinds: ['jpeg'],
    most: mostThumbnailBytes,
  })
  if (isRefusal(picture)) return picture
  return await commandAs(services.db, actor, 'add-thumbnail', async (tx, changes) => {
    const store = openStore(services.storage, tx, actor.organizationId)
    await store.put(thumbnailKey(id), picture.content, picture.contentType)
    await markThumbnail(tx, id)
    changes.add('document', id, document.customerId)
    return { id }
  })
}
