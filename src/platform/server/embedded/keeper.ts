import { Client } from 'pg'
import { addressOf, type Endpoint, type Home } from './home.ts'
import { readKeys } from './keys.ts'
import { runningEndpoint } from './postmaster.ts'

/** The number all programs on one embedded PostgreSQL agree on, in its database `postgres`. */
const inUse = 7_356_865_719

/**
 * One program's mark that it uses the server: an open connection with a shared advisory lock. It vanishes with the
 * program, however that ends, so the last one to leave knows that it is the last.
 */
export type Keeper = {
  readonly endpoint: Endpoint
  /** Settles when the connection breaks without `close` having been called: the server is gone. */
  readonly lost: Promise<void>
  /** Gives up our mark. True when nobody else has one: no other program can enter until `close`, the server may stop. */
  isLast(): Promise<boolean>
  close(): Promise<void>
}

/** Takes the mark. Says why when no server answers for this data (not yet, not any more, still recovering). */
export async function enter(home: Home): Promise<Keeper | Error> {
  const endpoint = await runningEndpoint(home)
  if (endpoint === null) return new Error('no server runs')
  const client = new Client({
    connectionString: addressOf(endpoint, await readKeys(home.keys), 'postgres'),
    connectionTimeoutMillis: 5_000,
    application_name: 'relevo keeper',
  })
  let closing = false
  const lost = new Promise<void>((resolve) => client.once('end', () => !closing && resolve()))
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [inUse])
  } catch (error) {
    closing = true
    void client.end().catch(() => undefined)
    return error as Error
  }
  // The mark alone doesn't keep a program from ending; taking it away has to be waited for.
  const connection = client as Client & { ref(): void; unref(): void }
  connection.unref()
  return {
    endpoint,
    lost,
    async isLast() {
      closing = true
      connection.ref()
      const free = 'select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as alone'
      const answer = await client.query<{ alone: boolean }>(free, [inUse]).catch(() => null)
      return answer?.rows[0]?.alone ?? false
    },
    async close() {
      closing = true
      await client.end().catch(() => undefined)
    },
  }
}
