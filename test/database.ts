import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Mail } from '../src/platform/server/mail/mail.ts'
import type { StorageSettings } from '../src/platform/server/storage/settings.ts'
import { createApp } from '../src/program/http.ts'
import { openServices } from '../src/program/open.ts'

/** The address of a role that may create databases; the test run's set-up provides it. */
function serverUrl(): string {
  const url = process.env['RELEVO_TEST_DATABASE_URL']
  if (url === undefined || url === '')
    throw new Error('RELEVO_TEST_DATABASE_URL is not set: run the tests with npm test')
  return url
}

function named(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

async function onServer(text: string): Promise<void> {
  const client = new Client({ connectionString: named('postgres') })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/** A migrated database, made once per run under a lock and cloned for every file. */
async function template(): Promise<string> {
  const name = `relevo_template_${process.env['RELEVO_TEST_RUN'] ?? 'dev'}`
  const client = new Client({ connectionString: named('postgres') })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(420017)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      await client.query(`create database ${name}_making`)
      const { close } = await openServices({
        databaseUrl: named(`${name}_making`),
        dataFolder: '',
        url: 'http://localhost',
        logLevel: 'silent',
      })
      await close()
      await client.query(`alter database ${name}_making rename to ${name}`)
    }
  } finally {
    await client.end()
  }
  return name
}

/**
 * Autovacuum may be at work in it, as a role that ours may not end; a plain drop sends it away and waits for it, yet
 * doesn't end connections that a test left behind. Either may have to be asked again.
 */
async function dropDatabase(name: string): Promise<void> {
  for (const ways of ['with (force)', '', 'with (force)', '']) {
    try {
      await onServer(`drop database if exists ${name} ${ways}`)
      return
    } catch (error) {
      const { code } = error as { code?: string }
      if (code !== '42501' && code !== '55006') throw error
    }
  }
  throw new Error(`the database ${name} is still in use`)
}

/** A database of one's own with every migration applied; `drop()` when done. */
export async function ownDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `relevo_test_${randomBytes(6).toString('hex')}`
  const from = await template()
  await onServer(`create database ${name} template ${from}`)
  return { url: named(name), drop: () => dropDatabase(name) }
}

/** Services and the web server on a database of one's own; `now` is the test's clock. */
export async function ownServer(
  more: {
    now?: () => Date
    url?: string
    dataFolder?: string
    storage?: StorageSettings
    requestsPerMinute?: number
    privateTargets?: boolean
    mail?: Mail
  } = {},
) {
  const database = await ownDatabase()
  const { services, close } = await openServices({
    databaseUrl: database.url,
    dataFolder: more.dataFolder ?? '',
    url: more.url ?? 'http://localhost',
    logLevel: 'silent',
    ...(more.now === undefined ? {} : { now: more.now }),
    ...(more.privateTargets === undefined ? {} : { privateTargets: more.privateTargets }),
    ...(more.mail === undefined ? {} : { mail: more.mail }),
    ...(more.storage === undefined ? {} : { storage: more.storage }),
  })
  const app = createApp(services, { setupCode: 'TEST-CODE', requestsPerMinute: more.requestsPerMinute ?? 0 })
  return {
    services,
    app,
    url: database.url,
    stop: async () => {
      await close()
      await database.drop()
    },
  }
}
