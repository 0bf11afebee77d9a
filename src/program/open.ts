import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { pino } from 'pino'
import { aboutOf, ownManifest } from '../platform/server/about.ts'
import { type Database, connect, clocks } from '../platform/server/database/connect.ts'
import { reactions } from '../platform/server/database/reactions.ts'
import { migrate } from '../platform/server/database/migrate.ts'
import { openJobs } from '../platform/server/jobs/jobs.ts'
import { openLive } from '../platform/server/live/live.ts'
import { type Mail } from '../platform/server/mail/mail.ts'
import type { Services } from '../platform/server/services.ts'
import { type OidcSettings, createSignIn } from '../platform/server/sign-in/auth.ts'
import type { StorageSettings } from '../platform/server/storage/settings.ts'
import { keep } from '../platform/server/sign-in/kept.ts'
import { reactionsOfAll } from './reactions.ts'

export type ServiceOptions = {
  databaseUrl: string
  dataFolder: string
  url: string
  logLevel: string
  oidc?: OidcSettings | null
  mail?: Mail | null
  /** Where the source of this installation is, when it isn't where the package says. */
  sourceUrl?: string | null
  /** In the database unless said otherwise. */
  storage?: StorageSettings
  connections?: number
  privateTargets?: boolean
  now?: () => Date
}

/** Connects, migrates, and makes what the parts of the server share. `close()` when done. */
export async function openServices(options: ServiceOptions): Promise<{
  services: Services
  /** The connections, for those who count them. */
  pools: Record<'requests' | 'sign-in', Pool>
  close: () => Promise<void>
}> {
  const { pool, db } = connect(options.databaseUrl, { max: options.connections ?? 10 })
  if (options.now !== undefined) clocks.set(db, options.now)
  reactions.set(db, reactionsOfAll)
  await migrate(pool, new URL('../../migrations', import.meta.url).pathname)
  const signInPool = connect(options.databaseUrl, { max: 4, searchPath: 'sign_in' })
  // To standard error, because standard output belongs to what a command prints.
  const log = pino({ level: options.logLevel, redact: ['email', 'phone', 'password'] }, pino.destination(2))
  const jobs = openJobs(options.databaseUrl, log)
  const live = openLive(options.databaseUrl, log)
  const services: Services = {
    db,
    signIn: createSignIn({
      pool: signInPool.pool,
      secret: await secretOf(db),
      url: options.url,
      oidc: options.oidc ?? null,
      mail: options.mail ?? null,
    }),
    jobs,
    live,
    mail: options.mail ?? null,
    provider: options.oidc?.name ?? null,
    about: aboutOf(ownManifest(), options.sourceUrl ?? null),
    log,
    now: options.now ?? (() => new Date()),
    privateTargets: options.privateTargets ?? false,
    url: options.url,
    storage: options.storage ?? { in: 'database' },
    dataFolder: options.dataFolder,
  }
  return {
    services,
    pools: { requests: pool, 'sign-in': signInPool.pool },
    close: async () => {
      await live.stop()
      await jobs.stop()
      // Kysely ends a pool only if it was itself used, and leaves ten seconds of idle connections otherwise.
      await signInPool.pool.end()
      await pool.end()
    },
  }
}

async function secretOf(db: Database): Promise<string> {
  return await keep(db, 'secret', () => randomBytes(32).toString('base64url'))
}
