import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { openServices } from '../src/program/open.ts'
import type { Services } from '../src/platform/server/services.ts'

export type BenchDatabase = {
  name: string
  url: string
  services: Services
  /** Leaves it, so that it can be copied. */
  close: () => Promise<void>
  drop: () => Promise<void>
}

/** A migrated database of its own on the server, a copy of another if named, and the services on it. */
export async function benchDatabase(server: string, from?: string): Promise<BenchDatabase> {
  const name = `relevo_bench_${randomBytes(4).toString('hex')}`
  await once(server, `create database ${name}${from === undefined ? '' : ` template ${from}`}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const { services, close } = await openServices({
    databaseUrl: url.href,
    dataFolder: '',
    url: 'http://localhost',
    logLevel: 'silent',
  })
  let closing: Promise<void> | undefined
  const leave = () => (closing ??= close())
  return {
    name,
    url: url.href,
    services,
    close: leave,
    drop: async () => {
      await leave()
      await once(server, `drop database ${name} with (force)`)
    },
  }
}

/** Runs statements on a connection of their own. */
export async function once(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
