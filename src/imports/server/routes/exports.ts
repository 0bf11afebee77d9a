import { Readable } from 'node:stream'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import { isRefusal } from '../../../values/refusal.ts'
import { exportData } from '../../api.ts'
import { type Exporting, exportFile, fileTypes } from '../commands/export.ts'

/** Handing data out as files (rules 10.2 and 10.4). */
export function exportRoutes(exporting: Exporting): Routes {
  return newRoutes().openapi(exportData, async (c) => {
    const { entity } = c.req.valid('param')
    const { format } = c.req.valid('query')
    const made = await exportFile(exporting, c.get('actor'), entity, format)
    if (isRefusal(made)) return refused(c, made) as never
    return c.body(Readable.toWeb(Readable.from(made.bytes)) as ReadableStream, 200, {
      'content-type': fileTypes[format],
      'content-disposition': `attachment; filename="${entity}.${format}"`,
      'cache-control': 'no-store',
    }) as never
  }) as unknown as Routes
}
