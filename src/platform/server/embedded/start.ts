import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { packagedBinaries, type Binaries } from './binaries.ts'
import { build } from './build.ts'
import { chooseEndpoint } from './endpoint.ts'
import { addressOf, isBuilt, type Endpoint, type Site } from './home.ts'
import { enter, type Keeper } from './keeper.ts'
import { readKeys } from './keys.ts'
import { startPostmaster, stopPostmaster } from './postmaster.ts'
import { chooseSite } from './site.ts'

/** A running PostgreSQL of our own. */
export type Embedded = {
  /** Database `relevo` as its owner, role `relevo`, which is no superuser. */
  readonly url: string
  /** Leaves it, and stops it when no other program uses it. Close your own connections first. Safe to call twice. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Another PostgreSQL than the packaged one. */
  readonly binaries?: Binaries
  /** Only for tests: role `relevo` may create databases. Counts when the data is made. */
  readonly mayCreateDatabases?: boolean
  /** Called with a sentence when the server was lost and couldn't be brought back. */
  readonly report?: (trouble: string) => void
}

const patience = 30_000

/**
 * PostgreSQL with its data in `folder`/postgres: made at the first call, started unless it runs already (another
 * program's, or an orphan of one that was killed), and started again should it die while we use it.
 * Throws with what PostgreSQL said, or with what to do.
 */
export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  return await startAt(await chooseSite(folder, options.binaries ?? (await packagedBinaries())), options)
}

/** The same at a place that is already chosen. */
export async function startAt(site: Site, options: EmbeddedOptions = {}): Promise<Embedded> {
  if (!isBuilt(site.home)) await build(site, { mayCreateDatabases: options.mayCreateDatabases ?? false })
  const first = await reach(site, null)
  let keeper = Promise.resolve(first)
  let leaving: Promise<void> | null = null

  async function watch(current: Keeper): Promise<void> {
    await current.lost
    if (leaving !== null) return
    keeper = reach(site, current.endpoint)
    await watch(await keeper)
  }
  watch(first).catch((error: Error) => options.report?.(error.message))

  async function leave(): Promise<void> {
    // Where the server was lost for good there is nothing to stop.
    const current = await keeper.catch(() => null)
    if (current === null) return
    if (await current.isLast()) await stopPostmaster(site)
    await current.close()
  }
  return {
    url: addressOf(first.endpoint, await readKeys(site.home.keys)),
    stop: () => (leaving ??= leave()),
  }
}

/** Enters a running server, or starts one; both again and again, because two programs may do so at once. */
async function reach(site: Site, before: Endpoint | null): Promise<Keeper> {
  let deadline = Date.now() + patience
  for (;;) {
    const answer = await enter(site.home)
    if (!(answer instanceof Error)) return answer
    const recovering = 'code' in answer && answer.code === '57P03'
    if (recovering) deadline = Date.now() + patience
    const trouble = recovering ? null : await startPostmaster(site, await chooseEndpoint(site.home, before))
    if (Date.now() > deadline) {
      throw new Error(
        `PostgreSQL does not start (${answer.message}). Its log is ${join(site.home.folder, 'log')}.\n${trouble ?? ''}`.trim(),
      )
    }
    await wait(trouble === null ? 10 : 100)
  }
}
