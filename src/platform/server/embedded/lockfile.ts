import { readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from './home.ts'

/** No process ever has this number: Linux ends at 4,194,304. */
const nobody = 2_147_483_647

/**
 * postmaster.pid names a process, and PostgreSQL refuses to start while any process has that number: some other program
 * after a crash of the machine or in a new container, or the server's own remains that nobody has collected after a
 * kill -9. The number is replaced; the rest of the file stays, because with it PostgreSQL finds connections that are
 * still at work on the data. All at once, without letting anything else run: another program may start one right now.
 */
export function forgetDeadPostmaster(home: Home): void {
  if (process.platform !== 'linux') return
  const path = join(home.data, 'postmaster.pid')
  try {
    const [pid, ...rest] = readFileSync(path, 'utf8').split('\n')
    if (worksIn(Number(pid), home.data)) return
    writeFileSync(path, [nobody, ...rest].join('\n'))
    rmSync(join(home.folder, '.s.PGSQL.5432.lock'), { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** A living server works in its data directory. What we may not look at counts as living. */
function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}
