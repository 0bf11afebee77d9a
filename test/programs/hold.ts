import { Client } from 'pg'
import { startEmbedded } from '../../src/platform/server/embedded/start.ts'

/**
 * A program that uses the embedded PostgreSQL in the folder it is given: it prints {url} when it runs and leaves when
 * its standard input ends. On Ctrl-C it first finishes its work, as a server does with requests under way.
 */
async function hold(folder: string): Promise<void> {
  const postgres = await startEmbedded(folder)
  process.stdin.once('end', () => void postgres.stop())
  process.once('SIGINT', () => void drain())
  process.stdin.resume()
  console.log(JSON.stringify({ url: postgres.url }))

  async function drain(): Promise<void> {
    const client = new Client({ connectionString: postgres.url })
    await client.connect()
    const { rows } = await client.query(`select 'drained' as work from pg_sleep(0.3)`)
    await client.end()
    console.log(JSON.stringify(rows[0]))
    process.stdin.destroy()
    await postgres.stop()
  }
}

await hold(process.argv[2] ?? '').catch((error: Error) => {
  console.log(JSON.stringify({ error: error.message }))
  process.exitCode = 1
})
