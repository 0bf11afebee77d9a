import { answer } from '../../../platform/server/http/answer.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import type { Services } from '../../../platform/server/services.ts'
import * as api from '../../api/personal.ts'
import { notePersonal, readPersonal, removePersonal } from '../commands/personal.ts'

/** The personal field group (rule 1.2). */
export function personalRoutes(services: Services): Routes {
  return newRoutes()
    .openapi(api.readPersonal, async (c) =>
      answer(c, await readPersonal(services, c.get('actor'), c.req.valid('param').id)),
    )
    .openapi(api.notePersonal, async (c) =>
      answer(c, await notePersonal(services, c.get('actor'), c.req.valid('param').id, c.req.valid('json'))),
    )
    .openapi(api.removePersonal, async (c) => {
      const { id, factId } = c.req.valid('param')
      return answer(c, await removePersonal(services, c.get('actor'), id, factId))
    }) as unknown as Routes
}
