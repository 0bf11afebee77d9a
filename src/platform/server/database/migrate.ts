import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

const lockKey = 7_353_861

/**
 * Brings the database to the newest migration: plain SQL files in the order of their names, one transaction each, under
 * an advisory lock so that two programs starting at once don't meet. Returns the names it applied.
 * Throws when a migration that was applied has since been edited.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(`create table if not exists migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    const done = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
    const known = new Map(done.rows.map((row) => [row.name, row.sha256]))
    const applied: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()) {
      const text = await readFile(join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      const before = known.get(name)
      if (before === sha256) continue
      if (before !== undefined) throw new Error(`migrations/${name} was changed after it had been applied`)
      await applyOne(client, name, text, sha256)
      applied.push(name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined)
    // The connection's timeout was changed above: it doesn't go back to the pool.
    client.release(true)
  }
}

async function applyOne(client: pg.PoolClient, name: string, text: string, sha256: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migrations/${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
