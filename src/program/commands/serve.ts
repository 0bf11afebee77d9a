import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { type Config, readConfig } from '../../platform/server/config.ts'
import { isAlive } from '../../platform/server/database/alive.ts'
import { knowsLetters } from '../../platform/server/database/letters.ts'
import { door } from '../../platform/server/http/door.ts'
import { type Answering, type Listening, choosePort, listen } from '../../platform/server/http/listen.ts'
import { problem } from '../../platform/server/http/problem.ts'
import { type Mail, mailBy } from '../../platform/server/mail/mail.ts'
import { createMetrics, serveMetrics } from '../../platform/server/metrics.ts'
import { type StorageSettings, readStorageSettings } from '../../platform/server/storage/settings.ts'
import { anyAccount } from '../../platform/server/sign-in/accounts.ts'
import type { Command, Io } from '../command.ts'
import { openDatabase } from '../database.ts'
import { createApp } from '../http.ts'
import { startWorker } from '../../imports/server/worker.ts'
import { startDelivering } from '../../webhooks/server/deliverer.ts'
import { importingOf } from '../imports.ts'
import { jobsOf } from '../jobs.ts'
import { openServices } from '../open.ts'
import { serveWeb } from '../static.ts'
import { stopSignal } from '../stop.ts'

export const serve: Command = {
  name: 'serve',
  says: 'start the web server',
  usage: 'relevo serve   (PORT, HOST, RELEVO_DATA, DATABASE_URL, RELEVO_SETUP_CODE)',
  run: async (_args, io) => {
    const stopped = stopSignal()
    const config = readConfig(io.env)
    const storage = readStorageSettings(io.env, config.dataFolder)
    const port = await choosePort(config.port, config.host)
    const entrance = door()
    // The port first: it is what most often can't be had, and the database takes a moment.
    const server = await listen(entrance.answer, { ...config, port })
    try {
      const database = await openDatabase(config, io.complain)
      try {
        const house = { server, open: entrance.open, stopped }
        await serveFrom(database.url, { ...config, port }, storage, io, house)
      } finally {
        await database.stop()
      }
    } finally {
      await server.close(0)
    }
    return 0
  },
}

type House = { server: Listening; open: (answering: Answering) => void; stopped: Promise<void> }

/** Serves until `stopped` settles, then lets requests and the import under way finish. */
async function serveFrom(
  databaseUrl: string,
  config: Config,
  storage: StorageSettings,
  io: Io,
  { server, open, stopped }: House,
): Promise<void> {
  const url = config.publicUrl ?? `http://localhost:${config.port}`
  const { services, pools, close } = await openServices({
    databaseUrl,
    dataFolder: config.dataFolder,
    storage,
    url,
    oidc: config.oidc,
    mail: mailOf(config, url),
    sourceUrl: config.sourceUrl,
    logLevel: config.logLevel,
    privateTargets: config.privateTargets,
  })
  try {
    if (!(await knowsLetters(services.db))) {
      io.complain(
        'This database has the character type "C": searching Chinese and accents fails. Make it anew with C.UTF-8.',
      )
    }
    const setupCode = config.setupCode ?? newSetupCode()
    const metrics = createMetrics(pools, services.jobs)
    const app = createApp(services, {
      setupCode,
      requestsPerMinute: Number(io.env['RELEVO_REQUESTS_PER_MINUTE'] ?? 1200),
      proxies: config.proxies,
      observe: metrics.observe,
    })
    let stopping = false
    app.get('/livez', (c) => c.text('ok'))
    app.get('/readyz', async (c) => {
      if (stopping) return problem(c, 503, 'stopping')
      return (await isAlive(services.db)) ? c.text('ok') : problem(c, 503, 'database-unavailable')
    })
    serveMetrics(app, metrics, config.metricsToken)
    serveWeb(app, join(import.meta.dirname, '../../../dist/web'))
    await services.jobs.work(jobsOf(services))
    const imports = startWorker(importingOf(services))
    const webhooks = startDelivering(services)
    open(app.fetch)
    io.say(`Relevo is at ${url}`)
    if (!(await anyAccount(services.signIn))) {
      io.say(`Set-up code: ${setupCode}`)
      io.say(`Begin at ${url}/welcome#${setupCode}`)
    }
    await stopped
    stopping = true
    await services.live.stop()
    await server.close()
    await imports.stop()
    await webhooks.stop()
  } finally {
    await close()
  }
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
