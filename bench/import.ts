import { spawn } from 'node:child_process'
import { once as event } from 'node:events'
import { createReadStream, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { beginCheck } from '../src/imports/server/commands/prepare.ts'
import { startImport } from '../src/imports/server/commands/start.ts'
import { beginRun } from '../src/imports/server/commands/steer.ts'
import { type ImportRecord, importById } from '../src/imports/server/queries/import.ts'
import { isWorking, summaryOf } from '../src/imports/state.ts'
import { programActor } from '../src/people/server/queries/actor.ts'
import { commandAs, readAs } from '../src/platform/server/database/transaction.ts'
import type { Services } from '../src/platform/server/services.ts'
import { importingOf } from '../src/program/imports.ts'
import { putKeys } from '../src/stewardship/server/queries/keys.ts'
import { nextCustomers, outletsOf } from '../src/stewardship/server/queries/outlets.ts'
import { isRefusal } from '../src/values/refusal.ts'
import { bigCompany, bigCustomer } from './big-company.ts'
import { copyBeside } from './copy-beside.ts'
import { type BenchDatabase, benchDatabase, once } from './database.ts'
import { type Bench, figure } from './figure.ts'

/**
 * Rows into a register that is in use, checked, compared for duplicates and with history, through the running server;
 * beside COPY of the very rows that came of it into a copy of the same database, with the same keys, indexes and triggers.
 */
export const importing: Bench = async (server, scale) => {
  const [existing, rows] = scale === 'full' ? [200_000, 100_000] : [10_000, 5000]
  const folder = await mkdtemp(join(tmpdir(), 'relevo-bench-import-'))
  const databases: BenchDatabase[] = []
  try {
    const base = await benchDatabase(server)
    databases.push(base)
    const company = await bigCompany(base.services, base.url, existing)
    await putAllKeys(base.services, company.id)
    await once(base.url, 'vacuum analyze')
    await base.close()
    const raw = await benchDatabase(server, base.name)
    const ours = await benchDatabase(server, base.name)
    databases.push(raw, ours)
    const file = join(folder, 'customers.csv')
    await writeFile(file, fileOf(existing, rows))
    const { ms, rss, records } = await throughServer(ours, company.id, folder, [['customers', file]])
    const record = records[0]
    if (record === undefined) throw new Error('nothing was imported')
    const { created, duplicates } = summaryOf(record.counts)
    if (created + duplicates !== rows) throw new Error(`not all came in: ${JSON.stringify(record.counts)}`)
    const copied = await copyBeside(ours.url, raw.url, company.id)
    return [figure('import', rows, ms, copied, rss, { created, duplicates, existing })]
  } finally {
    for (const database of databases) await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What the entries are looked up by for duplicates, as the server's job keeps it. */
async function putAllKeys(services: Services, company: string): Promise<void> {
  const work = (after: string) =>
    commandAs(services.db, programActor(company), 'bench', async (tx) => {
      const ids = await nextCustomers(tx, after, 5000)
      if (ids.length > 0) await putKeys(tx, ids, await outletsOf(tx, ids))
      return ids.at(-1)
    })
  let last: string | undefined = '00000000-0000-0000-0000-000000000000'
  while (last !== undefined) last = await work(last)
}

/** New outlets; one in a hundred is one that is registered, in capitals and under another code. */
function fileOf(existing: number, rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const known = at % 100 === 50
    const n = existing + at + 1
    const { name, city, phone } = bigCustomer(known ? at : n)
    return [
      `N${n}`,
      known ? name.toUpperCase() : name,
      `Calle Mayor ${(n % 180) + 1}`,
      String(46_000 + (n % 900)),
      city,
      'España',
      phone.replace(/(\d{3})(\d{2})(\d{2})(\d{2})/u, '$1 $2 $3 $4'),
      `Encargado ${n}`,
      'Gerente',
      n % 60,
      'bar,costa',
    ].join(';')
  })
  const header =
    'Código;Nombre;Dirección;CP;Población;País;Teléfono;Persona de contacto;Cargo;Días de pago;Etiquetas'
  return `${header}\n${lines.join('\n')}\n`
}

/** From the first file's arrival to the last one's last row, with the server's worker doing the work; the most memory it took. */
export async function throughServer(
  ours: BenchDatabase,
  company: string,
  folder: string,
  files: readonly (readonly [entity: string, path: string])[],
) {
  // As npm start does: with a ceiling in sight V8 looks after its garbage in time.
  const flags = ['--max-semi-space-size=4', '--max-old-space-size=768']
  const server = spawn(process.execPath, [...flags, 'src/main.ts', 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: ours.url,
      RELEVO_DATA: folder,
      PORT: String(await freePort()),
      RELEVO_LOG: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await event(server.stdout, 'data')
    const engine = { ...importingOf(ours.services), dataFolder: folder }
    const actor = programActor(company)
    const begun = performance.now()
    const records: ImportRecord[] = []
    for (const [entity, path] of files) {
      const upload = { fileName: `${entity}.csv`, file: createReadStream(path), entity, reading: {} }
      const started = await startImport(engine, actor, upload)
      if (isRefusal(started)) throw new Error(started.refused)
      await beginCheck(engine, actor, started.id)
      await untilIdle(ours, company, started.id)
      await beginRun(engine, actor, started.id)
      records.push(await untilIdle(ours, company, started.id))
    }
    return { ms: performance.now() - begun, rss: peakMemory(server.pid ?? 0), records }
  } finally {
    server.kill('SIGTERM')
    await event(server, 'exit')
  }
}

async function untilIdle(opened: BenchDatabase, company: string, id: string): Promise<ImportRecord> {
  for (;;) {
    const record = await readAs(opened.services.db, programActor(company), (tx) => importById(tx, id))
    if (record === null || record.state === 'failed')
      throw new Error(`the import failed: ${JSON.stringify(record?.failure)}`)
    if (!isWorking(record.state)) return record
    await pause(50)
  }
}

/** The most resident memory that a process has had, in megabytes; of Linux only. */
function peakMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await event(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
