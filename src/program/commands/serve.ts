import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { serve as listen } from '@hono/node-server'
import { type Config, readConfig } from '../../platform/server/config.ts'
import { isAlive } from '../../platform/server/database/alive.ts'
import { knowsLetters } from '../../platform/server/database/letters.ts'
import { startEmbedded } from '../../platform/server/embedded/start.ts'
import { problem } from '../../platform/server/http/problem.ts'
import { type Mail, mailBy } from '../../platform/server/mail/mail.ts'
import { readStorageSettings } from '../../platform/server/storage/settings.ts'
import { anyAccount } from '../../platform/server/sign-in/accounts.ts'
import type { Command } from '../command.ts'
import { createApp } from '../http.ts'
import { startWorker } from '../../imports/server/worker.ts'
import { importingOf } from '../imports.ts'
import { jobsOf } from '../jobs.ts'
import { openServices } from '../services.ts'
import { serveWeb } from '../static.ts'

export const serve: Command = {
  name: 'serve',
  says: 'start the web server',
  usage: 'relevo serve   (PORT, HOST, RELEVO_DATA, DATABASE_URL, RELEVO_SETUP_CODE)',
  run: async (_args, io) => {
    const config = readConfig(io.env)
    const embedded = config.databaseUrl === null ? await startEmbedded(config.dataFolder) : null
    const url = config.publicUrl ?? `http://localhost:${config.port}`
    const { services, close } = await openServices({
      databaseUrl: config.databaseUrl ?? embedded?.url ?? '',
      dataFolder: config.dataFolder,
      storage: readStorageSettings(io.env, config.dataFolder),
      url,
      oidc: config.oidc,
      mail: mailOf(config, url),
      logLevel: config.logLevel,
    })
    if (!(await knowsLetters(services.db))) {
      io.complain(
        'This database has the character type "C": searching Chinese and accents fails. Make it anew with C.UTF-8.',
      )
    }
    const setupCode = config.setupCode ?? newSetupCode()
    const app = createApp(services, {
      setupCode,
      requestsPerMinute: Number(io.env['RELEVO_REQUESTS_PER_MINUTE'] ?? 1200),
    })
    app.get('/livez', (c) => c.text('ok'))
    app.get('/readyz', async (c) =>
      (await isAlive(services.db)) ? c.text('ok') : problem(c, 503, 'database-unavailable'),
    )
    serveWeb(app, join(import.meta.dirname, '../../../dist/web'))
    await services.jobs.work(jobsOf(services))
    const imports = startWorker(importingOf(services))
    const server = listen({ fetch: app.fetch, port: config.port, hostname: config.host }, () => {
      io.say(`Relevo is at ${url}`)
    })
    if (!(await anyAccount(services.signIn))) io.say(`Set-up code: ${setupCode}`)
    await new Promise<void>((resolve) => {
      const stop = () => server.close(() => resolve())
      process.once('SIGTERM', stop)
      process.once('SIGINT', stop)
    })
    await imports.stop()
    await close()
    await embedded?.stop()
    return 0
  },
}

function mailOf({ smtpUrl, mailFrom }: Config, url: string): Mail | null {
  return smtpUrl === null ? null : mailBy(smtpUrl, mailFrom ?? `Relevo <relevo@${new URL(url).hostname}>`)
}

/** Ten characters without look-alikes, in two groups. */
function newSetupCode(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const five = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return `${five()}-${five()}`
}
