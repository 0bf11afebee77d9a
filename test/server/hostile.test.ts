import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDemo } from '../../src/demo/server/commands.ts'
import { ownServer } from '../database.ts'
import { type Asker, type Server, aPerson } from '../make.ts'
import { hostileClasses } from './hostile.ts'
import { type Operation, operationsOf } from './operations.ts'

// Requests that end the very session the test rides on; they have tests of their own.
const endsSession = /^\/api\/(sign-out|sign-in|auth|me\/security|demo|setup)/

let server: Server
let victim: string
let attackers: Asker[]
let operations: Operation[]
let theirIds: string[]

beforeAll(async () => {
  server = await ownServer()
  const size = { customers: 12, people: 8, months: 3 }
  const ours = await makeDemo(server.services, { ...size, language: 'en', seed: 'ours' }, null, () => {})
  const theirs = await makeDemo(server.services, { ...size, language: 'zh', seed: 'theirs' }, null, () => {})
  victim = theirs.companyId
  attackers = [
    await aPerson(server, ours.companyId, 'Mallory', ['salesperson']),
    await aPerson(server, ours.companyId, 'Trudy', ['principal', 'steward', 'administrator']),
  ]
  theirIds = await idsOf(victim)
  operations = operationsOf(server, theirIds[0] ?? '').filter(
    (operation) => !endsSession.test(operation.path),
  )
}, 120_000)
afterAll(() => server.stop())

/** One id of each kind of thing that the company has. */
async function idsOf(company: string): Promise<string[]> {
  const ids = await Promise.all(
    ['customer', 'contact', 'person', 'team', 'territory', 'product'].map(async (table) => {
      const rows = await asOwner<{ id: string }>(company, `select id from ${table} order by id limit 1`)
      return rows[0]?.id ?? ''
    }),
  )
  return ids.filter((id) => id !== '')
}

/** Everything that the company holds, as counts and a fingerprint; nothing of it may change. */
async function fingerprint(company: string): Promise<unknown> {
  const tables = await asOwner<{ name: string }>(
    company,
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'organization_id' and t.table_type = 'BASE TABLE' order by 1`,
  )
  return await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await asOwner(
        company,
        `select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as print
        from ${name} t where organization_id = '${company}'`,
      )
      return [name, rows[0]]
    }),
  )
}

async function asOwner<Row>(company: string, text: string): Promise<Row[]> {
  return await server.services.db.connection().execute(async (tx) => {
    await sql
      .raw(
        `begin read only; set local app.organization_id = '${company}'; set local app.may = ',customers.read.all,people.agreements,'`,
      )
      .execute(tx)
    const { rows } = await sql.raw<Row>(text).execute(tx)
    await sql.raw('commit').execute(tx)
    return rows
  })
}

describe('hostile requests', () => {
  test('there are many of them, of many classes', () => {
    expect(hostileClasses.length).toBeGreaterThanOrEqual(25)
    const all = hostileClasses.flatMap((one) =>
      operations.flatMap((operation) => one.requests(operation, theirIds[0] ?? '')),
    )
    expect(all.length).toBeGreaterThan(200)
  })

  test.each(hostileClasses.map((one) => [one.name, one] as const))(
    '%s: a clear answer, nothing of another company seen or changed',
    async (_name, one) => {
      const before = await fingerprint(victim)
      for (const operation of operations) {
        for (const [index, sent] of one.requests(operation, theirIds[0] ?? '').entries()) {
          const attacker = attackers[index % attackers.length]
          const answer = await server.app.request(sent.path, {
            method: sent.method,
            headers: { ...sent.headers, cookie: attacker?.cookie ?? '' },
            ...(sent.body === undefined || sent.method === 'GET' ? {} : { body: sent.body }),
          })
          const text = await answer.text()
          const told = `${sent.method} ${sent.path.slice(0, 120)} ${sent.body?.slice(0, 200) ?? ''} → ${answer.status} ${text.slice(0, 300)}`
          expect(answer.status, told).toBeLessThan(500)
          if (answer.status >= 400) expect(JSON.parse(text), told).toHaveProperty('code')
          expect(text.includes('粤南'), told).toBe(false)
        }
      }
      expect(await fingerprint(victim)).toEqual(before)
    },
    60_000,
  )

  test.each([0, 1, 2, 3, 4, 5])('the other company’s things are not there: kind %i', async (kind) => {
    const id = theirIds[kind]
    for (const operation of operations.filter(({ path }) => path.includes('{'))) {
      const sent = { method: operation.method, path: operation.path.replaceAll(/\{\w+\}/g, id ?? '') }
      const answer = await server.app.request(sent.path, {
        method: sent.method,
        headers: { 'content-type': 'application/json', cookie: attackers[1]?.cookie ?? '' },
        ...(operation.body === null || sent.method === 'GET' ? {} : { body: JSON.stringify(operation.body) }),
      })
      expect(answer.status, `${sent.method} ${sent.path}: ${await answer.text()}`).toBeGreaterThanOrEqual(400)
    }
  })

  test('the attackers are still who they were', async () => {
    for (const attacker of attackers) expect((await attacker.ask('GET', '/api/me')).status).toBe(200)
  })
})
