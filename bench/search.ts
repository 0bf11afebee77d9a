import { once as event } from 'node:events'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { CustomerListQuery } from '../src/customers/schema/filter.ts'
import { registerFacts } from '../src/customers/server/queries/company.ts'
import { listPage } from '../src/customers/server/queries/list.ts'
import type { Role } from '../src/people/permissions.ts'
import { findActor } from '../src/people/server/queries/actor.ts'
import { settingsOf } from '../src/platform/server/database/actor.ts'
import { asRelevo } from '../src/platform/server/database/transaction.ts'
import type { DB } from '../src/platform/server/database/schema.gen.ts'
import { createAccount } from '../src/platform/server/sign-in/accounts.ts'
import { type BigCompany, bigCompany } from './big-company.ts'
import { type BenchDatabase, benchDatabase, once } from './database.ts'
import { type Figure, type Scale, figure, percentile, rounded } from './figure.ts'
import { rssOf, signIn, startServer } from './serving.ts'

const clients = 8
const words = [
  'casa munoz',
  'panaderia soler',
  'meson vega lara',
  'hotel pena',
  'taberna garcia',
  'bar lopes',
  'fruteria ibanez',
  'cafe roldan gil',
  'almacen nunes',
  'ultramarinos cano',
  'k1234',
  'contacto 4321',
  'mesno vega',
  'bar rubio valencia',
  'prieto ferrer',
  'hotel 7777',
]

/**
 * A page of 50 by fuzzy name with the person's rights: over HTTP with eight clients, beside the same statements sent
 * straight to PostgreSQL over eight connections. Once as the principal, who sees all, once as a salesperson.
 */
export async function search(server: string, scale: Scale): Promise<Figure[]> {
  const database = await benchDatabase(server)
  try {
    const company = await bigCompany(database.services, database.url, scale === 'full' ? 200_000 : 20_000)
    const figures: Figure[] = []
    for (const role of ['principal', 'salesperson'] as const)
      figures.push(await asRole(database, company, role, scale))
    return figures
  } finally {
    await database.drop()
  }
}

async function asRole(
  database: BenchDatabase,
  company: BigCompany,
  role: Role,
  scale: Scale,
): Promise<Figure> {
  const password = 'tres tristes tigres 9'
  const email = `${role}@example.com`
  const account = await createAccount(database.services.signIn, { name: role, email, password })
  const person = company.salespeople[role === 'principal' ? 0 : 1]
  await once(
    database.url,
    `begin; set local app.organization_id = '${company.id}'; set local app.command = 'bench'; set local app.may = ',people.change,people.roles,';
    update person set user_id = '${account}', email = '${email}' where id = '${person}';
    insert into person_role (organization_id, person_id, role) values ('${company.id}', '${person}', '${role}'); commit`,
  )
  const requests = scale === 'full' ? 400 : 160
  const actor = await findActor(database.services.db, account, company.id, 'bench', new Date())
  if (actor === null) throw new Error('nobody to ask as')
  const statements = await Promise.all(words.map((word) => statementFor(database, actor, word)))
  const app = await startServer(database.url)
  const direct = rawClients(database.url, settingsOf(actor), statements)
  try {
    const overHttp = httpClients(app.url, await signIn(app.url, email, password))
    const [ours, raw] = await inTurns(requests, overHttp, direct)
    return figure(`search-${role}`, requests, ours.mean, raw.mean, await rssOf(app.child), {
      ours_p50_ms: rounded(percentile(ours.times, 0.5)),
      ours_p99_ms: rounded(percentile(ours.times, 0.99)),
      raw_p99_ms: rounded(percentile(raw.times, 0.99)),
      ours_per_second: Math.round(requests / (ours.wall / 1000)),
    })
  } finally {
    await direct.end()
    app.child.kill('SIGTERM')
    await event(app.child, 'exit')
  }
}

type Statement = { text: string; values: readonly unknown[] }

/** The statement that the list runs for these words, taken from the query builder. */
async function statementFor(
  database: BenchDatabase,
  actor: NonNullable<Awaited<ReturnType<typeof findActor>>>,
  word: string,
): Promise<Statement> {
  const seen: Statement[] = []
  const pool = new Pool({ connectionString: database.url, max: 1 })
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void seen.push({ text: query.sql, values: query.parameters }),
  })
  await db.connection().execute(async (tx) => {
    await sql.raw(`begin; ${asRelevo}; ${settingsOf(actor)}`).execute(tx)
    const facts = await registerFacts(tx, actor, () => new Date())
    await listPage(tx, CustomerListQuery.parse({ q: word }), facts, 50)
    await sql.raw('rollback').execute(tx)
  })
  await db.destroy()
  const found = seen.find(({ text }) => text.includes('search_customers'))
  if (found === undefined) throw new Error('the list no longer searches')
  return found
}

type Client = { ask: (n: number) => Promise<void>; end: () => Promise<void> }

/** The same work by hand: the rights set, the statement, the end of the transaction. */
function rawClients(url: string, settings: string, statements: readonly Statement[]): Client {
  const pool = new Pool({ connectionString: url, max: clients })
  return {
    ask: async (n) => {
      const statement = statements[n % statements.length]
      const client = await pool.connect()
      try {
        await client.query(`begin isolation level repeatable read read only; ${asRelevo}; ${settings}`)
        await client.query(statement?.text ?? '', [...(statement?.values ?? [])])
        await client.query('commit')
      } finally {
        client.release()
      }
    },
    end: () => pool.end(),
  }
}

function httpClients(url: string, cookie: string): Client {
  return {
    ask: async (n) => {
      const word = words[n % words.length] ?? ''
      const answer = await fetch(`${url}/api/customers?size=50&q=${encodeURIComponent(word)}`, {
        headers: { cookie },
      })
      const { rows } = (await answer.json()) as { rows?: unknown[] }
      if (rows === undefined) throw new Error(`the search answered ${answer.status}`)
    },
    end: async () => {},
  }
}

type Times = { mean: number; wall: number; times: number[] }
const rounds = 10

/** Measures both in short turns, so that whatever else the machine does meets both. */
async function inTurns(requests: number, ours: Client, raw: Client): Promise<[Times, Times]> {
  const found: [Times, Times] = [
    { mean: 0, wall: 0, times: [] },
    { mean: 0, wall: 0, times: [] },
  ]
  for (const client of [ours, raw])
    await Promise.all(Array.from({ length: clients * 2 }, (_, n) => client.ask(n)))
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, client] of [ours, raw].entries()) {
      const { wall, times } = await timed(Math.ceil(requests / rounds), client)
      found[at]?.times.push(...times)
      if (found[at] !== undefined) found[at].wall += wall
    }
  }
  for (const one of found) one.mean = one.times.reduce((sum, time) => sum + time, 0) / one.times.length
  return found
}

/** Eight at once, each asking when its last answer is there. */
async function timed(requests: number, { ask }: Client): Promise<{ wall: number; times: number[] }> {
  const times: number[] = []
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < requests) {
        next += 1
        const at = performance.now()
        await ask(next)
        times.push(performance.now() - at)
      }
    }),
  )
  return { wall: performance.now() - began, times }
}
