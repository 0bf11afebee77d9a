import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { Tx } from '../database/connect.ts'
import { gathered, placeOf, type FileStore } from './store.ts'

/**
 * Files as rows of `stored_file`, inside the caller's transaction: a file and what is said about it are
 * saved together or not at all, and one backup holds both. A file is held in memory while it passes.
 */
export function databaseStore(tx: Tx, organizationId: string): FileStore {
  const at = (key: string) => {
    placeOf(organizationId, key)
    return sql`organization_id = ${organizationId} and key = ${key}`
  }
  return {
    async put(key, content) {
      at(key)
      const { content: bytes, kept } = await gathered(content)
      await sql`insert into stored_file (organization_id, key, bytes) values (${organizationId}, ${key}, ${bytes})
        on conflict (organization_id, key) do update set bytes = excluded.bytes`.execute(tx)
      return kept
    },
    async get(key) {
      const { rows } = await sql<{ bytes: Buffer }>`select bytes from stored_file where ${at(key)}`.execute(
        tx,
      )
      return rows[0] ? Readable.from([rows[0].bytes]) : null
    },
    async remove(key) {
      await sql`delete from stored_file where ${at(key)}`.execute(tx)
    },
    async exists(key) {
      const { rows } = await sql`select from stored_file where ${at(key)}`.execute(tx)
      return rows.length > 0
    },
  }
}
