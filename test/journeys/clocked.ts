import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveWeb } from '../../src/program/static.ts'
import { ownServer } from '../database.ts'
import { freePort } from '../program.ts'
import { openBrowser } from './browser.ts'

/** The web app on a server within the test, whose clock is the test's; and a browser. */
export async function openClockedStage(now: () => Date) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const server = await ownServer({ now, url })
  serveWeb(server.app, join(import.meta.dirname, '../../dist/web'))
  const listening = serve({ fetch: server.app.fetch, port, hostname: '127.0.0.1' })
  const browser = await openBrowser()
  return {
    url,
    browser,
    server,
    close: async () => {
      await browser.close()
      await new Promise((resolve) => {
        listening.close(resolve)
        if ('closeAllConnections' in listening) listening.closeAllConnections()
      })
      await server.stop()
    },
  }
}
