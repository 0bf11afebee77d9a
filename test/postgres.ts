import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binariesIn } from '../src/platform/server/embedded/binaries.ts'
import { startEmbedded } from '../src/platform/server/embedded/start.ts'

/**
 * One PostgreSQL for the whole run, in a temporary folder. RELEVO_TEST_DATABASE_URL tells the tests its address: a role
 * that may create databases and roles but is no superuser. Where it is set already that server is used, and the
 * PostgreSQL in RELEVO_TEST_POSTGRES (such as /usr/lib/postgresql/15) takes the place of the packaged one.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  // The name of this run's template database: on a server that stays, an old one would hold old tables.
  process.env.RELEVO_TEST_RUN ??= randomBytes(4).toString('hex')
  if (process.env.RELEVO_TEST_DATABASE_URL !== undefined) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'relevo-test-'))
  const installed = process.env.RELEVO_TEST_POSTGRES
  const postgres = await startEmbedded(folder, {
    mayCreateDatabases: true,
    ...(installed === undefined ? {} : { binaries: binariesIn(installed) }),
  })
  process.env.RELEVO_TEST_DATABASE_URL = postgres.url
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
