import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { sql } from 'kysely'
import { advanceLedger } from './commands/advance.ts'

let server: Server
let company: string
let carmen: Asker
let ana: Asker
let bea: Asker
let today: Day
let ahead = 0
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(Date.now() + ahead * 86_400_000), privateTargets: true })
  company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  bea = await aPerson(server, company, 'Bea', ['salesperson'])
  const body = { url: 'http://127.0.0.1:9/', description: '', types: ['cover.begun', 'cover.ended'] }
  await carmen.ask('POST', '/api/webhooks', body)
  today = ((await carmen.ask('GET', '/api/me')).body as unknown as { today: Day }).today
})
afterAll(() => server.stop())

const cover = async (ids: string[], from: Day, to: Day) => {
  const body = { selection: { ids }, personId: bea.id, from, to }
  const made = await carmen.ask('POST', '/api/ownership/covers', body)
  expect(made.status).toBe(200)
  return (made.body as unknown as { batchId: string }).batchId
}
/** What a person hasn't read yet, oldest first; it counts as read then. */
const told = async (who: Asker) => {
  const { notices } = (await who.ask('GET', '/api/notices?unread=true')).body as unknown as {
    notices: { id: string; kind: string; facts: Record<string, unknown> }[]
  }
  if (notices[0] !== undefined) await who.ask('POST', '/api/notices/read', { upTo: notices[0].id })
  return notices.map(({ kind, facts }) => [kind, facts['count'], facts['until'] ?? null]).toReversed()
}
const emitted = async () =>
  await asProgram(server, company, async (tx) => {
    const { rows } = await sql<{ type: string; count: number }>`
      select type, (data ->> 'count')::int as count from webhook_message order by at, type`.execute(tx)
    return rows.map(({ type, count }) => `${type} ${count}`)
  })
const customers = async (n: number) => {
  const ids: string[] = []
  for (let i = 0; i < n; i += 1) ids.push(await aCustomer(ana, { name: `Bar ${i}` }))
  return ids
}

test('a cover from today is told at once, and when it is ended', async () => {
  const until = addDays(today, 5)
  const batch = await cover(await customers(2), today, until)
  expect(await told(bea)).toEqual([['cover-began', 2, until]])
  expect(await told(ana)).toEqual([['customers-covered', 2, until]])
  await carmen.ask('POST', `/api/ownership/covers/${batch}/end`, {})
  expect(await told(bea)).toEqual([['cover-ended', 2, null]])
  expect(await emitted()).toEqual(['cover.begun 2', 'cover.ended 2'])
})

test('a cover that lies ahead is announced, then told when its days come, each once', async () => {
  const [from, until] = [addDays(today, 2), addDays(today, 3)]
  await cover(await customers(3), from, until)
  expect(await told(bea)).toEqual([['cover-planned', 3, until]])
  expect(await told(ana)).toEqual([])
  const before = (await emitted()).length
  ahead = 2
  await advanceLedger(server.services, company)
  await advanceLedger(server.services, company)
  expect(await told(bea)).toEqual([['cover-began', 3, until]])
  expect(await told(ana)).toEqual([['customers-covered', 3, until]])
  ahead = 4
  await advanceLedger(server.services, company)
  expect(await told(bea)).toEqual([['cover-ended', 3, null]])
  expect((await emitted()).slice(before)).toEqual(['cover.begun 3', 'cover.ended 3'])
})
