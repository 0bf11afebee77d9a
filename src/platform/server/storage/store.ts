import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'

/**
 * Where a company's files are kept. A key is made by the program (lower case, `photos/0198…`), never by a
 * person; what a file is called and what it is are remembered by whoever keeps the key.
 */
export type FileStore = {
  /** Keeps the content whole or not at all, in place of what the key held before. */
  readonly put: (key: string, content: Readable | Uint8Array, contentType: string) => Promise<Kept>
  /** Null when there is nothing under the key. */
  readonly get: (key: string) => Promise<Readable | null>
  /** Nothing under the key is fine too. */
  readonly remove: (key: string) => Promise<void>
  readonly exists: (key: string) => Promise<boolean>
}

/** Size in bytes and SHA-256 in hexadecimal of what was kept. */
export type Kept = { readonly bytes: number; readonly sha256: string }

/** The most a store takes in one file; what a person may hand in is less (see receive.ts). */
export const MOST_BYTES = 100_000_000

const KEY = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*){0,7}$/
const ORGANIZATION = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * `<organization>/<key>`, checked: no part is empty or begins with a dot, so none can climb out of its
 * folder, and small letters alone mean the same file on every file system. Throws on anything else.
 */
export function placeOf(organizationId: string, key: string): string {
  if (!ORGANIZATION.test(organizationId)) throw new Error('a file needs the id of its company')
  if (key.length > 200 || !KEY.test(key))
    throw new Error(`not a key of a file: ${JSON.stringify(key.slice(0, 80))}`)
  return `${organizationId}/${key}`
}

/** Passes the content on piece by piece; `kept` tells what has gone by. Throws above MOST_BYTES. */
export function measured(content: Readable | Uint8Array): {
  pieces: AsyncIterable<Uint8Array>
  kept: () => Kept
} {
  const hash = createHash('sha256')
  let bytes = 0
  async function* pieces() {
    for await (const piece of content instanceof Uint8Array ? [content] : content) {
      const part = piece as Uint8Array
      bytes += part.length
      if (bytes > MOST_BYTES) throw new Error(`a file of more than ${MOST_BYTES} bytes`)
      hash.update(part)
      yield part
    }
  }
  return { pieces: pieces(), kept: () => ({ bytes, sha256: hash.digest('hex') }) }
}

/** The whole content in memory. */
export async function gathered(content: Readable | Uint8Array): Promise<{ content: Buffer; kept: Kept }> {
  const { pieces, kept } = measured(content)
  return { content: Buffer.concat(await Array.fromAsync(pieces)), kept: kept() }
}
