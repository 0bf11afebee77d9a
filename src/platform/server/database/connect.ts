import { Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { DB } from './schema.gen.ts'

/** The typed query builder; every query of the program goes through one of these. */
export type Database = Kysely<DB>
/** A connection inside a transaction that knows who asks; queries.ts files take this and nothing wider. */
export type Tx = Kysely<DB>

// Days stay calendar days ('2026-05-03'), big integers stay exact.
types.setTypeParser(types.builtins.DATE, (text) => text)
types.setTypeParser(types.builtins.INT8, (text) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`a bigint beyond 2^53: ${text}`)
  return number
})

/** Clocks of databases that don't go by their server's: a program with a clock of its own sets it here, for tests. */
export const clocks = new WeakMap<Database, () => Date>()

/** Opens a pool. `max` connections; statements longer than `statementTimeoutMs` are ended by the server. */
export function connect(
  url: string,
  more: { max?: number; statementTimeoutMs?: number; searchPath?: string } = {},
) {
  const pool = new Pool({
    connectionString: url,
    max: more.max ?? 10,
    statement_timeout: more.statementTimeoutMs ?? 60_000,
    idle_in_transaction_session_timeout: 120_000,
    connectionTimeoutMillis: 10_000,
    ...(more.searchPath === undefined ? {} : { options: `-c search_path=${more.searchPath}` }),
  })
  // An idle connection that breaks (server restart) is replaced by the pool; without a listener it would end the program.
  pool.on('error', () => {})
  // The same in the middle of a transaction: its next statement fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { pool, db: new Kysely<DB>({ dialect: new PostgresDialect({ pool }) }) }
}
