import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Keys } from './keys.ts'

/** Where one embedded PostgreSQL lives. All of it is inside `folder`, so that it can be moved while it is stopped. */
export type Home = {
  readonly folder: string
  /** PostgreSQL's own data directory. */
  readonly data: string
  readonly keys: string
  readonly log: string
}

export function homeIn(folder: string): Home {
  return {
    folder,
    data: join(folder, 'data'),
    keys: join(folder, 'keys.json'),
    log: join(folder, 'log'),
  }
}

/** Everything that is needed to run one PostgreSQL: its files, its programs and the account it runs under. */
export type Site = { readonly home: Home; readonly binaries: Binaries; readonly account: Account }

/** A home appears in one step, complete (see build.ts). */
export function isBuilt(home: Home): boolean {
  return existsSync(home.keys)
}

/** Where PostgreSQL listens: a folder with its socket, or a port on 127.0.0.1. */
export type Endpoint = { readonly socketFolder: string } | { readonly port: number }

/** Address of database `relevo` for role `relevo`, as `pg` and libpq read it; `new URL()` reads it too. */
export function addressOf(endpoint: Endpoint, keys: Keys, database = 'relevo'): string {
  const login = `postgresql://relevo:${keys.relevo}@`
  return 'port' in endpoint
    ? `${login}127.0.0.1:${endpoint.port}/${database}`
    : `${login}localhost:5432/${database}?host=${encodeURIComponent(endpoint.socketFolder)}`
}
