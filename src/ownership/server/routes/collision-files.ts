import { Readable } from 'node:stream'
import { readAs } from '../../../platform/server/database/transaction.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import { downloadHeaders } from '../../../platform/server/storage/download.ts'
import type { FileKind } from '../../../platform/server/storage/kind.ts'
import { openStore } from '../../../platform/server/storage/settings.ts'
import { isRefusal, refuse } from '../../../values/refusal.ts'
import { lacks } from '../../../people/permissions.ts'
import * as api from '../../api/collisions.ts'
import { addCaseFile, evidenceKey } from '../commands/collisions/add-file.ts'
import { fileOf } from '../queries/collision-events.ts'

/** Files that are evidence in a case: read by whoever may read the case. */
export function collisionFileRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.addFile, async (c) => {
      const { body } = c.req.raw
      const sent =
        body === null ? Readable.from([]) : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
      const { name } = c.req.valid('query')
      const done = await addCaseFile(services, c.get('actor'), c.req.valid('param').id, name, sent)
      return isRefusal(done) ? (refused(c, done) as never) : c.json(done, 200)
    })
    .openapi(api.readCollisionFile, async (c) => {
      const actor = c.get('actor')
      const no = lacks(actor, 'customers.read')
      if (no !== null) return refused(c, no) as never
      const found = await readAs(services.db, actor, async (tx) => {
        const file = await fileOf(tx, c.req.valid('param').id)
        if (file === null) return null
        const store = openStore(services.storage, tx, actor.organizationId)
        const content = await store.get(evidenceKey(file.eventId))
        return content === null ? null : { file, content }
      })
      if (found === null) return refused(c, refuse('not-found')) as never
      const headers = downloadHeaders(found.file.name, found.file.kind as FileKind)
      return c.body(Readable.toWeb(found.content) as ReadableStream, 200, headers) as never
    }) as unknown as Routes
}
