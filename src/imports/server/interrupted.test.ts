import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aFile } from '../../../test/files.ts'
import { aDataFolder, finishImport, rowsOfCompany } from '../../../test/import.ts'
import { type Server, aCompany } from '../../../test/make.ts'
import { startProgram } from '../../../test/program.ts'
import { importingOf } from '../../program/imports.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { isRefusal } from '../../values/refusal.ts'
import { beginCheck } from './commands/prepare.ts'
import { startImport } from './commands/start.ts'
import { beginRun } from './commands/steer.ts'
import { startWorker } from './worker.ts'
import { Readable } from 'node:stream'

let server: Server
const dataFolder = aDataFolder()
beforeAll(async () => {
  server = await ownServer({ dataFolder })
})
afterAll(() => server.stop())

const count = 5000
const file = (name: (n: number) => string) =>
  `code,name,city,country\n${Array.from({ length: count }, (_, n) => `C${n},${name(n)},Madrid,Spain`).join('\n')}\n`
const exactly = async (company: string) => {
  const [customers] = await rowsOfCompany<{ n: number; codes: number }>(
    server,
    company,
    'select count(*)::int as n, count(distinct code)::int as codes from customer',
  )
  const [history] = await rowsOfCompany<{ n: number }>(
    server,
    company,
    'select count(*)::int as n from customer_history',
  )
  const [owners] = await rowsOfCompany<{ n: number }>(
    server,
    company,
    'select count(*)::int as n from holder',
  )
  return { customers, history: history?.n, owners: owners?.n }
}
const all = { customers: { n: count, codes: count }, history: count, owners: count }
const names = async (company: string) =>
  (await rowsOfCompany<{ id: string }>(server, company, 'select id from import order by id')).map(
    (one) => one.id,
  )

test('a program that is killed in the middle of a run leaves whole chunks, and another finishes with exact counts', async () => {
  const company = await aCompany(server, 'Killed')
  const path = aFile(file((n) => `Bar ${n}`))
  const program = startProgram(['import', 'customers', path, '--company', 'Killed'], {
    DATABASE_URL: server.url,
    RELEVO_DATA: dataFolder,
  })
  await program.says('running 40 %')
  program.signal('SIGKILL')
  await program.ended
  const [begun] = await rowsOfCompany<{ position: number; n: number }>(
    server,
    company,
    'select position, (select count(*)::int from customer) as n from import',
  )
  // The header is row 1: what is noted as done is what is there.
  expect(begun?.n).toBe((begun?.position ?? 0) - 1)
  expect(begun?.n).toBeLessThan(count)
  const [id] = await names(company)
  expect(await finishImport(server, company, id ?? '')).toMatchObject({
    state: 'done',
    counts: { created: count },
  })
  expect(await exactly(company)).toEqual(all)
}, 120_000)

test('two imports of the same customers at once: none twice, none lost, the later one has the last word', async () => {
  const company = await aCompany(server)
  const engine = importingOf(server.services)
  const actor = programActor(company)
  const prepare = async (text: string) => {
    const started = await startImport(engine, actor, {
      fileName: 'x.csv',
      file: Readable.from([Buffer.from(text)]),
      entity: 'customers',
      reading: {},
    })
    if (isRefusal(started)) throw new Error(started.refused)
    await beginCheck(engine, actor, started.id)
    await finishImport(server, company, started.id)
    return started.id
  }
  const first = await prepare(file((n) => `First ${n}`))
  const second = await prepare(file((n) => `Second ${n}`))
  await beginRun(engine, actor, first)
  await beginRun(engine, actor, second)
  const workers = [startWorker(engine, 20), startWorker(engine, 20), startWorker(engine, 20)]
  const done = await Promise.all([first, second].map((id) => finishImport(server, company, id)))
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(done.map((record) => record.counts)).toEqual([{ created: count }, { updated: count }])
  const [last] = await rowsOfCompany<{ n: number }>(
    server,
    company,
    `select count(*)::int as n from customer where name = 'Second ' || substr(code, 2)`,
  )
  expect(last?.n).toBe(count)
  expect(await exactly(company)).toEqual({ ...all, history: 2 * count })
}, 120_000)

test('connections that the database drops in the middle lose nothing', async () => {
  const company = await aCompany(server)
  const engine = importingOf(server.services)
  const actor = programActor(company)
  const started = await startImport(engine, actor, {
    fileName: 'x.csv',
    file: Readable.from([Buffer.from(file((n) => `Bar ${n}`))]),
    entity: 'customers',
    reading: {},
  })
  if (isRefusal(started)) throw new Error(started.refused)
  await beginCheck(engine, actor, started.id)
  await finishImport(server, company, started.id)
  await beginRun(engine, actor, started.id)
  const breaker = new Client({ connectionString: server.url })
  await breaker.connect()
  const worker = startWorker(engine, 20)
  for (;;) {
    const { rows } = await breaker.query<{ n: number }>(`
      select count(pg_terminate_backend(pid))::int as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state = 'active' and query ilike '%insert into customer %'`)
    if ((rows[0]?.n ?? 0) > 0) break
  }
  await breaker.end()
  const waiting = async (): Promise<unknown> => {
    const [one] = await rowsOfCompany<{ state: string }>(server, company, 'select state from import').catch(
      () => [],
    )
    return one?.state === 'done' ? one : await waiting()
  }
  await waiting()
  await worker.stop()
  expect(await exactly(company)).toEqual(all)
}, 120_000)
