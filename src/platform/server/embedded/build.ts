import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { own } from './account.ts'
import { homeIn, isBuilt, type Site } from './home.ts'
import { makeKeys, writeKeys, type Keys } from './keys.ts'
import { run } from './run.ts'

/**
 * Makes the home of a new PostgreSQL: initdb, the role and the database, the keys. It is made under another name and
 * renamed when it is complete, so that a kill in the middle leaves nothing that looks ready; of two programs that
 * start at once the slower one finds the other's home and drops its own.
 */
export async function build(site: Site, options: { mayCreateDatabases: boolean }): Promise<void> {
  const { account, home } = site
  const { folder } = home
  await sweepDrafts(folder)
  const draft = { ...site, home: homeIn(`${folder}.new-${randomBytes(4).toString('hex')}`) }
  const keys = makeKeys()
  try {
    await mkdir(draft.home.folder, { mode: 0o700 })
    await own(account, draft.home.folder)
    await initialise(draft, keys)
    await createRole(draft, keys, options)
    await writeKeys(draft.home.keys, keys)
    await own(account, draft.home.keys)
    await rename(draft.home.folder, folder)
  } catch (error) {
    await rm(draft.home.folder, { recursive: true, force: true })
    if (isBuilt(home)) return
    if (existsSync(folder))
      throw new Error(`${folder} is in the way: it is not a database of Relevo.`, { cause: error })
    throw error
  }
}

async function initialise(site: Site, keys: Keys): Promise<void> {
  const { home, binaries, account } = site
  const passwordFile = join(home.folder, 'password')
  await writeFile(passwordFile, keys.postgres, { mode: 0o600 })
  await own(account, passwordFile)
  const initdb = join(binaries.bin, 'initdb')
  const version = await run(account, initdb, ['--version'], { cwd: home.folder })
  const major = Number(/ (\d+)/.exec(version.said)?.[1] ?? 0)
  const common = [
    `--pgdata=${home.data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--text-search-config=simple',
    '--data-checksums',
    ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
  ]
  let said = ''
  // What counts as a letter (for pg_trgm) still comes from the system; which names it knows differs.
  for (const letters of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    const outcome = await run(account, initdb, [...common, `--lc-ctype=${letters}`], { cwd: home.folder })
    if (outcome.code === 0) return await rm(passwordFile)
    said ||= outcome.said
  }
  throw new Error(`PostgreSQL could not make its data directory in ${home.data}:\n${said.trim()}`)
}

/** In single-user mode: no superuser ever signs in while the server runs. */
async function createRole(site: Site, keys: Keys, options: { mayCreateDatabases: boolean }): Promise<void> {
  const { home, binaries, account } = site
  const may = options.mayCreateDatabases ? 'createdb createrole' : 'createrole'
  const input = `create role relevo login ${may} password '${keys.relevo}'\ncreate database relevo owner relevo\n`
  const args = [
    '--single',
    '-D',
    home.data,
    '-c',
    'exit_on_error=on',
    '-c',
    'log_min_error_statement=panic',
    'postgres',
  ]
  const outcome = await run(account, join(binaries.bin, 'postgres'), args, { cwd: home.folder, input })
  if (outcome.code !== 0)
    throw new Error(`PostgreSQL could not make its role and database:\n${outcome.said.trim()}`)
}

/** What a killed start has left: nobody needs longer than ten minutes. */
async function sweepDrafts(folder: string): Promise<void> {
  const parent = dirname(folder)
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(folder)}.new-`)) continue
    const { mtimeMs } = await stat(join(parent, name))
    if (mtimeMs < Date.now() - 600_000) await rm(join(parent, name), { recursive: true, force: true })
  }
}
