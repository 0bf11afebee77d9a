import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownDatabase } from '../database.ts'
import { type Program, freePort, startProgram } from '../program.ts'

let database: Awaited<ReturnType<typeof ownDatabase>>
let folder = ''
const running: Program[] = []
beforeAll(async () => {
  database = await ownDatabase()
  folder = await mkdtemp(join(tmpdir(), 'serve-'))
})
afterAll(async () => {
  for (const program of running) program.signal('SIGKILL')
  await Promise.all(running.map((program) => program.ended))
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

function serve(env: Record<string, string>): Program {
  const program = startProgram(['serve'], { DATABASE_URL: database.url, RELEVO_DATA: folder, ...env })
  running.push(program)
  return program
}

test('a taken port is named in one line, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const program = serve({ PORT: String(port) })
  expect(await program.ended).toBe(1)
  expect(program.printed().trim()).toBe(`Port ${port} is taken by another program. Choose another with PORT.`)
  other.close()
})

test('the system chooses a port, and the set-up code comes with its address', async () => {
  const program = serve({ PORT: '0', RELEVO_SETUP_CODE: 'EIGHT-CHARS' })
  await program.says('Begin at')
  const url = /Relevo is at (http:\S+)/.exec(program.printed())?.[1] ?? ''
  expect(program.printed()).toContain(`Begin at ${url}/welcome#EIGHT-CHARS`)
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  program.signal('SIGTERM')
  expect(await program.ended).toBe(0)
})

test('before the database is ready it says so instead of hanging', async () => {
  const port = await freePort()
  // Something that takes the connection and never answers, as a database that is still recovering.
  const silent = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const at = typeof address === 'object' && address !== null ? address.port : 0
  const program = serve({ PORT: String(port), DATABASE_URL: `postgres://a:b@127.0.0.1:${at}/c` })
  const ready = await fetchWhenOpen(`http://127.0.0.1:${port}/readyz`)
  expect([ready.status, await ready.json()]).toMatchObject([503, { code: 'starting' }])
  expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200)
  const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.get('refresh')]).toEqual([503, '2'])
  program.signal('SIGKILL')
  await program.ended
  silent.close()
})

test('what is under way is finished before it stops', async () => {
  const port = await freePort()
  const program = serve({ PORT: String(port) })
  await program.says('Relevo is at')
  const slow = connect(port, '127.0.0.1')
  await once(slow, 'connect')
  const body = JSON.stringify({ email: 'nobody@example.com', password: 'whatever' })
  slow.write(
    `POST /api/sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body.slice(0, 10)}`,
  )
  expect((await fetch(`http://127.0.0.1:${port}/livez`)).status).toBe(200)
  program.signal('SIGTERM')
  await refused(port)
  slow.write(body.slice(10))
  let answer = ''
  for await (const part of slow) answer += String(part)
  expect(answer).toMatch(/^HTTP\/1.1 401 /)
  expect(await program.ended).toBe(0)
})

test('metrics are for this machine, and for others with the token', async () => {
  const port = await freePort()
  const program = serve({ PORT: String(port), RELEVO_METRICS_TOKEN: 'a-token-of-some-length' })
  await program.says('Relevo is at')
  const url = `http://127.0.0.1:${port}`
  await fetch(`${url}/api/people/01890000-0000-7000-8000-000000000000`)
  await fetch(`${url}/made/up/by/${Math.random()}`)
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toMatch(
    /relevo_http_request_seconds_count\{method="GET",route="\/api\/people\/:id",status="401"\} 1/,
  )
  expect(text).not.toContain('made/up')
  expect(text).toMatch(/relevo_database_connections\{pool="requests",state="idle"\} \d/)
  expect(text).toMatch(/relevo_jobs\{queue="[\w-]+",state="waiting"\} \d/)
  expect(text).toContain('process_resident_memory_bytes')
  const elsewhere = { 'x-forwarded-for': '203.0.113.7' }
  expect((await fetch(`${url}/metrics`, { headers: elsewhere })).status).toBe(404)
  const withToken = { ...elsewhere, authorization: 'Bearer a-token-of-some-length' }
  expect((await fetch(`${url}/metrics`, { headers: withToken })).status).toBe(200)
  program.signal('SIGINT')
  expect(await program.ended).toBe(0)
})

async function fetchWhenOpen(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(url).catch(() => null)
    if (answer !== null) return answer
  }
}

/** Resolves when the port takes no more connections. */
async function refused(port: number): Promise<void> {
  for (;;) {
    const open = await fetch(`http://127.0.0.1:${port}/livez`, { headers: { connection: 'close' } }).then(
      () => true,
      () => false,
    )
    if (!open) return
  }
}

test('connections that ask nothing hold nobody up', async () => {
  const port = await freePort()
  const program = serve({ PORT: String(port) })
  await program.says('Relevo is at')
  const silent = connect(port, '127.0.0.1')
  await once(silent, 'connect')
  const closed = once(silent, 'close')
  const begun = performance.now()
  program.signal('SIGTERM')
  await closed
  expect(await program.ended).toBe(0)
  expect(performance.now() - begun).toBeLessThan(9000)
})
