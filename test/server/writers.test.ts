import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstCompany } from '../first-company.ts'
import { type Program, freePort, startProgram } from '../program.ts'

/** How long the writers write undisturbed, through a killed database and through a killed program, in seconds each. */
const seconds = Number(process.env['RELEVO_WRITERS_SECONDS'] ?? 4)
const writers = 40
const customers = 1000

let folder = ''
let port = 0
let cookie = ''
let program: Program
const running: Program[] = []
const env = () => ({
  RELEVO_DATA: folder,
  PORT: String(port),
  RELEVO_SETUP_CODE: firstCompany.setupCode,
  RELEVO_REQUESTS_PER_MINUTE: '0',
})
const site = () => `http://127.0.0.1:${port}`

async function serve(): Promise<void> {
  program = startProgram(['serve'], env())
  running.push(program)
  await program.says('Relevo is at')
}

async function relevo(...words: string[]): Promise<unknown> {
  const run = startProgram([...words, '--json'], env())
  const code = await run.ended
  if (code !== 0) throw new Error(`relevo ${words.join(' ')} ended with ${code}: ${run.printed()}`)
  return JSON.parse(run.printed().trim().split('\n').at(-1) ?? '')
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writers-'))
  port = await freePort()
  await serve()
  const set = await ask('POST', '/api/setup', firstCompany)
  expect(set?.status).toBe(200)
  cookie = (set?.cookies ?? []).map((one) => one.split(';')[0]).join('; ')
  const people = Array.from({ length: 8 }, (_, n) => `P${n},Persona ${n}`)
  const rows = Array.from({ length: customers }, (_, n) => `K${n},Bar ${n},P${n % 8}`)
  await writeFile(join(folder, 'people.csv'), `code,name\n${people.join('\n')}\n`)
  await writeFile(join(folder, 'customers.csv'), `code,name,owner\n${rows.join('\n')}\n`)
  await relevo('import', 'people', join(folder, 'people.csv'))
  expect(await relevo('import', 'customers', join(folder, 'customers.csv'))).toMatchObject({
    created: customers,
  })
}, 300_000)
afterAll(async () => {
  program.signal('SIGTERM')
  await program.ended
  for (const one of running) one.signal('SIGKILL')
  await rm(folder, { recursive: true, force: true })
}, 60_000)

type Answer = { status: number; body: Record<string, unknown>; cookies: string[] }

/** Null when there was no answer: whether it was done isn't known. */
async function ask(method: string, path: string, body?: unknown): Promise<Answer | null> {
  try {
    const response = await fetch(`${site()}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', origin: site() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      cookies: response.headers.getSetCookie(),
    }
  } catch {
    return null
  }
}

type Told = { batches: string[]; statuses: Map<number, number>; unanswered: number; strange: unknown[] }
const told: Told = { batches: [], statuses: new Map(), unanswered: 0, strange: [] }

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T

/** Until so many seconds have gone by and at least twenty more batches were confirmed. */
async function writtenFor(some: number): Promise<void> {
  const end = Date.now() + some * 1000
  const enough = told.batches.length + 20
  while (Date.now() < end || told.batches.length < enough) await wait(20)
}

/** One writer: gives, covers and takes back, at random, until the time is over. */
async function writeUntil(
  isOver: () => boolean,
  ids: readonly string[],
  people: readonly string[],
): Promise<void> {
  const some = () => ({
    ids: [...new Set(Array.from({ length: 1 + Math.floor(Math.random() * 30) }, () => any(ids)))],
  })
  while (!isOver()) {
    const chance = Math.random()
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
    const assign = { selection: some(), personId: any(people) }
    const answered = await (chance < 0.6 || told.batches.length === 0
      ? ask('POST', '/api/customers/assign', { ...assign, role: 'owner' })
      : chance < 0.75
        ? ask('POST', '/api/customers/assign', { ...assign, role: 'backup', how: 'add' })
        : chance < 0.85
          ? ask('POST', '/api/ownership/covers', { ...assign, from: day, to: day })
          : ask('POST', `/api/ownership/batches/${any(told.batches.slice(-200))}/undo`, {}))
    if (answered === null) {
      told.unanswered += 1
      await wait(50)
      continue
    }
    told.statuses.set(answered.status, (told.statuses.get(answered.status) ?? 0) + 1)
    if (![200, 409, 503].includes(answered.status)) told.strange.push([answered.status, answered.body])
    if (answered.status === 503) await wait(50)
    const batch = answered.status === 200 ? answered.body['batchId'] : null
    if (typeof batch === 'string') told.batches.push(batch)
  }
}

async function everybody<T extends { id: string }>(path: string, list: string): Promise<string[]> {
  const found = await ask('GET', path)
  if (found === null) throw new Error(`no answer from ${path}`)
  return (found.body[list] as T[]).map(({ id }) => id)
}

test('forty writers on a thousand customers, the database killed, the program killed: nothing lost, nobody twice', async () => {
  const people = (await everybody('/api/people', 'people')).slice(0, 8)
  const ids: string[] = []
  for (let page = 1; ids.length < customers; page += 1)
    ids.push(...(await everybody(`/api/customers?page=${page}&size=200`, 'rows')))
  let over = false
  const writing = Promise.all(Array.from({ length: writers }, () => writeUntil(() => over, ids, people)))
  await writtenFor(seconds)
  const undisturbed = {
    unanswered: told.unanswered,
    statuses: [...told.statuses],
    batches: told.batches.length,
  }
  const [pid = ''] = (await readFile(await postmasterFile(), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await writtenFor(seconds)
  program.signal('SIGKILL')
  await program.ended
  await serve()
  await writtenFor(seconds)
  over = true
  await writing
  expect(undisturbed.unanswered, 'as long as nothing was killed, everybody was answered').toBe(0)
  expect(undisturbed.statuses.map(([status]) => status).toSorted()).toEqual([200, 409])
  const failed = running.flatMap((one) =>
    one
      .printed()
      .split('\n')
      .filter((line) => line.includes('a request failed')),
  )
  expect([told.strange.slice(0, 3), failed.slice(0, 3)], 'no deadlock or error reached a person').toEqual([
    [],
    [],
  ])
  expect(told.batches.length).toBeGreaterThan(undisturbed.batches)
  expect(await relevo('verify')).toMatchObject({ ok: true, first_bad: null })
  for (const id of told.batches.slice(-50)) {
    const answered = await ask('POST', `/api/ownership/batches/${id}/undo`, {})
    expect([200, 409], 'a batch that was confirmed is there').toContain(answered?.status)
  }
  const ledger = (await relevo('verify')) as { ok: boolean; checked: number }
  expect(ledger.ok).toBe(true)
  process.stderr.write(
    `writers: ${told.batches.length} batches, ${JSON.stringify([...told.statuses])}, ${told.unanswered} unanswered\n`,
  )
}, 300_000)

/** The running server's own note of itself, wherever its data is. */
async function postmasterFile(): Promise<string> {
  const { glob } = await import('node:fs/promises')
  for await (const path of glob('**/postmaster.pid', { cwd: folder })) return join(folder, path)
  throw new Error('no database server is running in this folder')
}
