import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chown } from 'node:fs/promises'
import { userInfo } from 'node:os'

/** Under which account PostgreSQL runs: through another program (`unshare …`), or with other ids, or as we do. */
export type Account = {
  readonly prefix: readonly string[]
  readonly ids: { readonly uid: number; readonly gid: number } | Record<string, never>
}

export const ourselves: Account = { prefix: [], ids: {} }

/** PostgreSQL refuses to run as root, and its initdb where the account has no name (`docker run --user 12345`). */
export function canRunPostgres(): boolean {
  if (process.platform === 'win32') return true
  return process.getuid?.() !== 0 && hasName()
}

function hasName(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

/**
 * A user namespace in which we seem to be an ordinary account: outside of it every file stays ours, nothing is copied
 * and a private home is no obstacle. Null where the system forbids it (a container's seccomp profile, some kernels).
 */
export function disguise(): Account | null {
  const { uid, gid } = unprivileged()
  const args = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']
  const works = spawnSync('unshare', [...args, 'true'], { stdio: 'ignore' }).status === 0
  return works ? { prefix: ['unshare', ...args], ids: {} } : null
}

/** Gives a file that we made to the account, where that isn't ours. */
export async function own(account: Account, path: string): Promise<void> {
  const { uid, gid } = account.ids
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

/** An account of the system without power: PostgreSQL's own where there is one. */
export function unprivileged(): { uid: number; gid: number } {
  return pickUnprivileged(readFileSync('/etc/passwd', 'utf8'))
}

/** Picks from the text of /etc/passwd: `postgres`, else `nobody`, else the first that isn't root. */
export function pickUnprivileged(passwd: string): { uid: number; gid: number } {
  const accounts = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid ?? 0), gid: Number(gid ?? 0) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0)
  const best = ['postgres', 'nobody'].map((wanted) => accounts.find(({ name }) => name === wanted))
  const { uid, gid } = [...best, accounts[0]].find((account) => account !== undefined) ?? {
    uid: 65534,
    gid: 65534,
  }
  return { uid, gid }
}
