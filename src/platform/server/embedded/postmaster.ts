import { readFile, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Endpoint, Home } from './home.ts'
import { run } from './run.ts'
import { settingsFor } from './settings.ts'
import type { Site } from './site.ts'

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
  await forgetStalePid(home)
  await writeSettings(home, endpoint)
  await turnLog(home)
  const logged = await sizeOf(home.log)
  // The data directory comes by environment and the log by a relative path: pg_ctl hands arguments to a shell.
  const args = ['start', '-w', '-t', '600', '-l', 'log']
  const { code, said } = await run(account, join(binaries.bin, 'pg_ctl'), args, {
    cwd: home.folder,
    data: home.data,
  })
  if (code === 0) return null
  const log = await readFile(home.log, 'utf8').catch(() => '')
  return `${said.trim()}\n${log.slice(logged).trim()}`.trim()
}

/** Ends it quickly and cleanly: open transactions are rolled back, everything is written. Throws when it doesn't end. */
export async function stopPostmaster(site: Site): Promise<void> {
  const { home, binaries, account } = site
  const args = ['stop', '-w', '-t', '60', '-m', 'fast']
  const { code, said } = await run(account, join(binaries.bin, 'pg_ctl'), args, {
    cwd: home.folder,
    data: home.data,
  })
  const running = await stat(join(home.data, 'postmaster.pid')).catch(() => null)
  if (code !== 0 && running !== null)
    throw new Error(`PostgreSQL in ${home.folder} did not stop: ${said.trim()}`)
}

/**
 * After a crash of the machine, or in a new container, the number in postmaster.pid may belong to any program by now,
 * and PostgreSQL would refuse to start for its sake. A server works in its data directory: what doesn't isn't ours.
 */
async function forgetStalePid(home: Home): Promise<void> {
  if (process.platform !== 'linux') return
  const lock = join(home.data, 'postmaster.pid')
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0])
  if (!(pid > 0)) return
  const worksIn = await readlink(`/proc/${pid}/cwd`).catch(() => null)
  if (worksIn === null || worksIn === (await realpath(home.data))) return
  await rm(lock, { force: true })
  await rm(join(home.folder, '.s.PGSQL.5432.lock'), { force: true })
}

async function writeSettings(home: Home, endpoint: Endpoint): Promise<void> {
  const path = join(home.data, 'postgresql.conf')
  await writeFile(`${path}.${process.pid}`, settingsFor(endpoint), { mode: 0o644 })
  await rename(`${path}.${process.pid}`, path)
}

/** The log of the time before stays beside it once it is large. */
async function turnLog(home: Home): Promise<void> {
  if ((await sizeOf(home.log)) > 5_000_000) await rename(home.log, `${home.log}.old`)
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0
}
