import { Readable } from 'node:stream'
import { fileTypes } from '../../../imports/server/commands/export.ts'
import { refused } from '../../../platform/server/http/problem.ts'
import { type Routes, newRoutes } from '../../../platform/server/http/routes.ts'
import { dayIn, type Services } from '../../../platform/server/services.ts'
import { isRefusal } from '../../../values/refusal.ts'
import { readListFile } from '../../api/list-file.ts'
import { customerListFile } from '../commands/list-file.ts'

/** The list as a file (rule 10.4). */
export function listFileRoutes(services: Services): Routes {
  return newRoutes().openapi(readListFile, async (c) => {
    const { format, ...filter } = c.req.valid('query')
    const made = await customerListFile(services, c.get('actor'), filter, format)
    if (isRefusal(made)) return refused(c, made) as never
    return c.body(Readable.toWeb(Readable.from(made.bytes)) as ReadableStream, 200, {
      'content-type': fileTypes[format],
      'content-disposition': `attachment; filename="customers-${dayIn('UTC', services.now())}.${format}"`,
      'cache-control': 'no-store',
    }) as never
  }) as unknown as Routes
}
