import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { readAs } from '../../platform/server/database/transaction.ts'
import { refused } from '../../platform/server/http/problem.ts'
import { type HttpEnv, type Routes, newRoutes } from '../../platform/server/http/routes.ts'
import type { Services } from '../../platform/server/services.ts'
import { downloadHeaders } from '../../platform/server/storage/download.ts'
import type { FileKind } from '../../platform/server/storage/kind.ts'
import { openStore } from '../../platform/server/storage/settings.ts'
import { isRefusal, refuse } from '../../values/refusal.ts'
import { lacks } from '../../people/permissions.ts'
import * as api from '../api.ts'
import { fileKey, thumbnailKey } from '../keeping.ts'
import { addDocument, addThumbnail } from './commands/add.ts'
import { printSheets } from './commands/sheets.ts'
import { removeDocument } from './commands/remove.ts'
import { documentWith, documentsOf, roomFor } from './queries/document.ts'

/** Documents and photos of customers. */
export function documentRoutes(services: Services): Routes {
  const { db } = services
  return newRoutes()
    .openapi(api.listDocuments, async (c) => {
      const actor = c.get('actor')
      const { id } = c.req.valid('param')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return refused(c, no) as never
      const listed = await readAs(db, actor, async (tx) => {
        const room = await roomFor(tx, id)
        if (room === null) return null
        const alive = room.status === 'active' || room.status === 'closed'
        const mayAdd = alive && actor.may.includes('customers.change')
        return { documents: await documentsOf(tx, id, actor), mayAdd }
      })
      return listed === null ? (refused(c, refuse('not-found')) as never) : c.json(listed, 200)
    })
    .openapi(api.addDocument, async (c) => {
      const added = await addDocument(services, c.get('actor'), c.req.valid('query'), sent(c))
      return isRefusal(added) ? (refused(c, added) as never) : c.json(added, 200)
    })
    .openapi(api.addThumbnail, async (c) => {
      const { id } = c.req.valid('param')
      const added = await addThumbnail(services, c.get('actor'), id, sent(c))
      return isRefusal(added) ? (refused(c, added) as never) : c.json(added, 200)
    })
    .openapi(api.printSheets, async (c) => {
      const printed = await printSheets(services, c.get('actor'), c.req.valid('query'))
      if (isRefusal(printed)) return refused(c, printed) as never
      c.header('content-disposition', `attachment; filename="${printed.fileName}"`)
      c.header('cache-control', 'private, no-store')
      return c.html(printed.html, 200) as never
    })
    .openapi(api.readFile, (c) => give(services, c, c.req.valid('param').id, 'file'))
    .openapi(api.readThumbnail, (c) => give(services, c, c.req.valid('param').id, 'thumbnail'))
    .openapi(api.removeDocument, async (c) => {
      const done = await removeDocument(services, c.get('actor'), c.req.valid('param').id, 'remove')
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.restoreDocument, async (c) => {
      const done = await removeDocument(services, c.get('actor'), c.req.valid('param').id, 'restore')
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    }) as unknown as Routes
}

function sent(c: Context<HttpEnv>): Readable {
  const { body } = c.req.raw
  return body === null ? Readable.from([]) : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
}

/** Sends a file. A removed document's content is for whoever may bring it back. */
async function give(services: Services, c: Context<HttpEnv>, id: string, which: 'file' | 'thumbnail') {
  const actor = c.get('actor')
  const no = lacks(actor, 'customers.read')
  if (no !== null) return refused(c, no) as never
  const found = await readAs(services.db, actor, async (tx) => {
    const document = await documentWith(tx, id, actor)
    if (document === null || document.gone) return null
    if (document.removedAt !== null && !document.may.includes('restore')) return null
    if (which === 'thumbnail' && !document.hasThumbnail) return null
    const store = openStore(services.storage, tx, actor.organizationId)
    const content = await store.get(which === 'file' ? fileKey(id) : thumbnailKey(id))
    return content === null ? null : { document, content }
  })
  if (found === null) return refused(c, refuse('not-found')) as never
  const kind = which === 'file' ? found.document.kind : 'jpeg'
  const headers = downloadHeaders(found.document.name, kind as FileKind)
  return c.body(Readable.toWeb(found.content) as ReadableStream, 200, headers) as never
}
