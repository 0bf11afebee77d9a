import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, cp, lchown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { unprivileged, type Account } from './account.ts'
import { binariesIn, type Binaries } from './binaries.ts'
import { homeIn, type Home, type Site } from './home.ts'

type Ids = { readonly uid: number; readonly gid: number }

/** Whether the account gets as far as into this folder: every folder above counts. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { ...account.ids, stdio: 'ignore' }).status === 0
}

/** Changes the owner of the whole home. */
export async function give(home: Home, { uid, gid }: Ids): Promise<void> {
  await chown(home.folder, uid, gid)
  for (const entry of await readdir(home.folder, { recursive: true }))
    await lchown(join(home.folder, entry), uid, gid)
}

/** The same programs at a place where the account can run them: copied when they lie below a private folder. */
export async function reachable(
  account: Account,
  binaries: Binaries,
  publicPlace: string,
): Promise<Binaries> {
  if (canEnter(account, binaries.bin)) return binaries
  const copy = join(publicPlace, `postgresql-${fingerprint(binaries.root)}`)
  await appear(copy, (draft) => cp(binaries.root, draft, { recursive: true, verbatimSymlinks: true }))
  return binariesIn(copy)
}

/**
 * Root's last resort: an unprivileged account runs PostgreSQL. It gets the home; where it can't enter the folder the
 * home moves to the public place, and `postgres-is-in` in the folder tells where.
 */
export async function makeRoomFor(
  folder: string,
  home: Home,
  binaries: Binaries,
  publicPlace: string,
): Promise<Site> {
  const ids = unprivileged()
  const account = { prefix: [], ids }
  const programs = await reachable(account, binaries, publicPlace)
  if (canEnter(account, folder)) {
    if (existsSync(home.folder)) await give(home, ids)
    return { home, binaries: programs, account }
  }
  const moved = homeIn(join(publicPlace, fingerprint(folder)))
  if (existsSync(home.folder)) {
    await appear(moved.folder, (draft) =>
      cp(home.folder, draft, { recursive: true, preserveTimestamps: true }),
    )
    await give(moved, ids)
  }
  await mkdir(publicPlace, { recursive: true, mode: 0o755 })
  await writeFile(join(folder, 'postgres-is-in'), `${moved.folder}\n`)
  if (existsSync(home.folder)) await rename(home.folder, `${home.folder}.moved`)
  return { home: moved, binaries: programs, account }
}

/** Makes a folder under another name and gives it its own in one step, so that half a copy is never taken for a whole. */
async function appear(folder: string, fill: (draft: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return
  await mkdir(dirname(folder), { recursive: true, mode: 0o755 })
  const draft = join(dirname(folder), `${basename(folder)}.new-${process.pid}`)
  await rm(draft, { recursive: true, force: true })
  await fill(draft)
  await rename(draft, folder)
}

function fingerprint(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
