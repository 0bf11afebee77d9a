import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'

/** The passwords of the two roles that can sign in to the embedded PostgreSQL. */
export type Keys = {
  /** Role `postgres`, superuser: used by nobody but a person who repairs something. */
  readonly postgres: string
  /** Role `relevo`, owner of database `relevo`, no superuser: the program's. */
  readonly relevo: string
}

export function makeKeys(): Keys {
  return { postgres: randomBytes(24).toString('hex'), relevo: randomBytes(24).toString('hex') }
}

/** Only the owner of the file may read it. */
export async function writeKeys(path: string, keys: Keys): Promise<void> {
  await writeFile(path, `${JSON.stringify(keys)}\n`, { mode: 0o600, flag: 'wx' })
}

export async function readKeys(path: string): Promise<Keys> {
  return JSON.parse(await readFile(path, 'utf8')) as Keys
}
