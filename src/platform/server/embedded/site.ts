import { access, constants, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { canRunPostgres, disguise, ourselves, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { canEnter, give, makeRoomFor, reachable } from './handover.ts'
import { homeIn, type Home, type Site } from './home.ts'

/** What root can count on. An argument, so that a test can play a system that forbids namespaces. */
export type System = {
  disguise(): Account | null
  /** A folder that every account can enter, or that root can make. */
  readonly publicPlace: string
}

const thisSystem: System = { disguise, publicPlace: '/var/lib/relevo' }

/**
 * Decides where PostgreSQL lives and as whom it runs. An ordinary account runs it itself. Root uses, in this order:
 * the account that owns the data already, a user namespace, an unprivileged account to which the data is handed.
 */
export async function chooseSite(folder: string, binaries: Binaries, system = thisSystem): Promise<Site> {
  await makeFolder(folder)
  const home = await findHome(folder)
  const owner = await ownerOf(home)
  const us = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const foreign = owner !== null && owner.uid !== us.uid && process.platform !== 'win32'
  if (canRunPostgres()) {
    if (foreign) throw new Error(belongsToAnother(home))
    return { home, binaries, account: ourselves }
  }
  if (foreign && us.uid === 0) {
    const account = { prefix: [], ids: owner }
    if (canEnter(account, home.folder))
      return { home, binaries: await reachable(account, binaries, system.publicPlace), account }
  }
  const disguised = system.disguise()
  if (disguised !== null) {
    if (foreign) await give(home, us)
    return { home, binaries, account: disguised }
  }
  if (us.uid !== 0) throw new Error(nameless)
  return await makeRoomFor(folder, home, binaries, system.publicPlace)
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    const reason = (error as Error).message
    throw new Error(
      `${folder} can't hold the data of Relevo (${reason}). Choose another folder with RELEVO_DATA.`,
      {
        cause: error,
      },
    )
  }
}

async function findHome(folder: string): Promise<Home> {
  const elsewhere = await readFile(join(folder, 'postgres-is-in'), 'utf8').catch(() => null)
  return homeIn(elsewhere?.trim() ?? join(folder, 'postgres'))
}

async function ownerOf(home: Home): Promise<{ uid: number; gid: number } | null> {
  try {
    const { uid, gid } = await stat(home.folder)
    return { uid, gid }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Error(belongsToAnother(home), { cause: error })
  }
}

function belongsToAnother(home: Home): string {
  return (
    `The database in ${home.folder} belongs to another account of this machine. ` +
    'Start Relevo under that account, or choose another folder with RELEVO_DATA.'
  )
}

const nameless =
  'The account that runs Relevo has no name on this machine, and PostgreSQL insists on one. ' +
  'Use an account that is listed in /etc/passwd, or set DATABASE_URL to a PostgreSQL of your own (version 15 or later).'
