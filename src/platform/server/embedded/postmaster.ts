import { randomBytes } from 'node:crypto'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { own } from './account.ts'
import { forgetDeadPostmaster } from './lockfile.ts'
import type { Endpoint, Home, Site } from './home.ts'
import { run } from './run.ts'
import { settingsFor } from './settings.ts'

/** Where the server that holds this data listens, by its own postmaster.pid; null when there is none or not yet. */
export async function runningEndpoint(home: Home): Promise<Endpoint | null> {
  const lines = (await readFile(join(home.data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const port = Number(lines[3] ?? 0)
  const socketFolder = lines[4] ?? ''
  if (port === 0) return null
  return socketFolder === '' ? { port } : { socketFolder }
}

/**
 * Starts the server and waits until it accepts connections. Null when it runs, else what it said: "lock file already
 * exists" for a moment after a kill -9, or when another program was faster.
 */
export async function startPostmaster(site: Site, endpoint: Endpoint): Promise<string | null> {
  const { home, binaries, account } = site
  forgetDeadPostmaster(home)
  await writeSettings(site, endpoint)
  await turnLog(home)
  const logged = await sizeOf(home.log)
  // The data directory comes by environment and the log by a relative path: pg_ctl hands arguments to a shell.
  const args = ['start', '-w', '-t', '600', '-l', 'log']
  const { code, said } = await run(account, join(binaries.bin, 'pg_ctl'), args, {
    cwd: home.folder,
    data: home.data,
  })
  if (code === 0) return null
  const log = await readFile(home.log).catch(() => Buffer.alloc(0))
  return `${said.trim()}\n${log.subarray(logged).toString().trim()}`.trim()
}

/** Ends it quickly and cleanly: open transactions are rolled back, everything is written. Throws when it doesn't end. */
export async function stopPostmaster(site: Site): Promise<void> {
  const { home, binaries, account } = site
  const pid = await postmasterPid(home)
  if (pid === null) return
  const args = ['stop', '-W', '-m', 'fast']
  const { said } = await run(account, join(binaries.bin, 'pg_ctl'), args, {
    cwd: home.folder,
    data: home.data,
  })
  // Not pg_ctl's own waiting: should another program start a new server meanwhile, it would wait for that one to end.
  const deadline = Date.now() + 60_000
  while ((await postmasterPid(home)) === pid) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL in ${home.folder} did not stop: ${said.trim()}`)
    await wait(10)
  }
}

async function postmasterPid(home: Home): Promise<string | null> {
  const lines = await readFile(join(home.data, 'postmaster.pid'), 'utf8').catch(() => null)
  return lines?.split('\n')[0] ?? null
}

async function writeSettings({ home, account }: Site, endpoint: Endpoint): Promise<void> {
  const path = join(home.data, 'postgresql.conf')
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, settingsFor(endpoint), { mode: 0o644 })
  await own(account, draft)
  await rename(draft, path)
}

/** The log of the time before stays beside it once it is large. */
async function turnLog(home: Home): Promise<void> {
  if ((await sizeOf(home.log)) > 5_000_000) await rename(home.log, `${home.log}.old`)
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0
}
