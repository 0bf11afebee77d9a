import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'

/** The first row that one statement gives, over a connection of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows[0]
  } finally {
    await client.end()
  }
}

/** The process of the embedded server in this data folder, null when it isn't running. */
export async function postmasterOf(folder: string): Promise<number | null> {
  const lock = await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8').catch(() => null)
  return lock === null ? null : Number(lock.split('\n')[0])
}
