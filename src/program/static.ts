import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Routes } from '../platform/server/http/routes.ts'

/**
 * The web app: files with a hash in their name are kept for a year; every other path is the page itself, with the
 * nonce of this answer for the styles. `folder` is where the build lies.
 */
export function serveWeb(app: Routes, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) return
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  app.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/assets/*', serveStatic({ root: folder, precompressed: true }))
  app.get(
    '*',
    serveStatic({
      root: folder,
      rewriteRequestPath: (path) => (path === '/' || path === '/index.html' ? '/none' : path),
    }),
  )
  app.get('*', (c, next) => {
    if (c.req.path.startsWith('/api/') || c.req.path.startsWith('/assets/')) return next()
    c.header('cache-control', 'no-cache')
    return c.html(page.replaceAll('%NONCE%', c.get('secureHeadersNonce' as never) ?? ''))
  })
}
