import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import type { NoticePage } from '../schema.ts'
import { tell } from './commands/tell.ts'
import { tidyNotices } from './commands/tidy.ts'

let server: Server
let company: string
let carmen: Asker
let mario: Asker
let ana: Asker
let bea: Asker
let stranger: Asker
let clock = new Date()
beforeAll(async () => {
  server = await ownServer({ now: () => clock })
  company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
  mario = await aPerson(server, company, 'Mario', ['manager'], { managerId: carmen.id })
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: mario.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: mario.id })
  stranger = await aPerson(server, await aCompany(server), 'Zoe', ['principal'])
})
afterAll(() => server.stop())

const assign = (who: Asker, ids: readonly string[], body: Record<string, unknown>) =>
  who.ask('POST', '/api/customers/assign', { selection: { ids }, role: 'owner', ...body })
const page = async (who: Asker, query = '') =>
  (await who.ask('GET', `/api/notices${query}`)).body as unknown as NoticePage
const said = async (who: Asker) =>
  (await page(who)).notices.map(({ kind, facts, names }) => [kind, facts['count'], names])
const unread = async (who: Asker) =>
  ((await who.ask('GET', '/api/notices/count')).body as unknown as { unread: number }).unread
const readAll = async (who: Asker) => {
  const [newest] = (await page(who)).notices
  if (newest !== undefined) await who.ask('POST', '/api/notices/read', { upTo: newest.id })
}
const some = (who: Asker, n: number) =>
  Promise.all(Array.from({ length: n }, (_, i) => aCustomer(who, { name: `Bar ${i}` })))

test('a batch tells the receiver and the former owner once each, with the count and what it is about', async () => {
  const ids = await some(ana, 3)
  expect(await said(ana)).toEqual([])
  const { batchId } = (await assign(carmen, ids, { personId: bea.id })).body as unknown as { batchId: string }
  expect(await said(bea)).toEqual([['customers-received', 3, { by: 'Carmen', from: 'Ana' }]])
  expect(await said(ana)).toEqual([['customers-given', 3, { by: 'Carmen', to: 'Bea' }]])
  expect(await said(carmen)).toEqual([])
  const [notice] = (await page(bea)).notices
  expect(notice).toMatchObject({ aboutId: batchId, readAt: null, link: `/customers?batch=${batchId}` })
  const about = (await bea.ask('GET', `/api/customers?batch=${batchId}`)).body as unknown as { total: number }
  expect(about.total).toBe(3)
  // Ana holds none of them any more, so the batch shows her nothing.
  expect((await ana.ask('GET', `/api/customers?batch=${batchId}`)).body).toMatchObject({ total: 0 })
})

test('customers of several people, to the pool, and to oneself', async () => {
  await Promise.all([ana, bea, mario].map(readAll))
  const ids = [...(await some(ana, 2)), ...(await some(bea, 1))]
  await assign(carmen, ids, { personId: mario.id })
  expect(await said(mario)).toEqual([['customers-received', 3, { by: 'Carmen' }]])
  await assign(mario, ids, { personId: null })
  await assign(mario, ids, { personId: mario.id })
  expect((await said(mario)).length).toBe(1)
  expect((await page(ana, '?unread=true')).notices.map(({ facts }) => facts['count'])).toEqual([2])
})

test('taking a batch back tells the other way round', async () => {
  const [id = ''] = await some(ana, 1)
  const { batchId } = (await assign(carmen, [id], { personId: bea.id })).body as unknown as {
    batchId: string
  }
  await Promise.all([ana, bea].map(readAll))
  expect((await carmen.ask('POST', `/api/ownership/batches/${batchId}/undo`, {})).status).toBe(200)
  expect((await page(ana, '?unread=true')).notices).toMatchObject([
    { kind: 'customers-received', names: { by: 'Carmen', from: 'Bea' } },
  ])
  expect((await page(bea, '?unread=true')).notices).toMatchObject([
    { kind: 'customers-given', names: { by: 'Carmen', to: 'Ana' } },
  ])
})

test('a backup who only changes the seat is told nothing; whoever comes or goes is', async () => {
  const ids = await some(mario, 2)
  await assign(carmen, ids, { role: 'backup', personId: ana.id })
  await assign(carmen, ids, { role: 'backup', personId: bea.id, how: 'add' })
  await Promise.all([ana, bea].map(readAll))
  await assign(carmen, ids, { role: 'backup', personId: bea.id })
  expect((await page(bea, '?unread=true')).notices).toEqual([])
  expect((await page(ana, '?unread=true')).notices).toMatchObject([
    { kind: 'backup-ended', facts: { count: 2 } },
  ])
})

test('what is refused was never told', async () => {
  const before = await unread(bea)
  const ids = await some(ana, 1)
  expect((await assign(mario, ids, { personId: stranger.id })).status).toBe(409)
  await expect(
    asProgram(server, company, async (tx, changes) => {
      await tell(tx, changes, [{ personId: bea.id, kind: 'cover-ended', about: ana.id, facts: {} }])
      throw new Error('after telling')
    }),
  ).rejects.toThrow('after telling')
  expect(await unread(bea)).toBe(before)
})

test('one notice a person and batch, however often it is told; nobody who has left', async () => {
  const gone = await aPerson(server, company, 'Gina', ['salesperson'], { leftOn: '2026-01-01' })
  await readAll(bea)
  for (const count of [1, 2]) {
    await asProgram(server, company, async (tx, changes) => {
      const telling = { kind: 'cover-ended', about: carmen.id, facts: { for: ana.id, count } } as const
      await tell(tx, changes, [
        { ...telling, personId: bea.id },
        { ...telling, personId: gone.id },
      ])
    })
  }
  expect((await page(bea, '?unread=true')).notices).toMatchObject([
    { facts: { count: 1 }, names: { for: 'Ana' } },
  ])
})

test('a request tells whoever decides, and the decision whoever asked', async () => {
  const [id = ''] = await some(ana, 1)
  await Promise.all([ana, mario].map(readAll))
  const asked = await ana.ask('PATCH', `/api/customers/${id}`, { set: { name: ['Bar 0', 'Bar Nuevo'] } })
  expect(asked.status).toBe(200)
  const [notice] = (await page(mario, '?unread=true')).notices
  expect(notice).toMatchObject({
    kind: 'request-opened',
    facts: { count: 1 },
    names: { by: 'Ana', customer: 'Bar 0' },
    link: `/customers/${id}`,
  })
  const { status } = await mario.ask('POST', `/api/requests/${notice?.aboutId}/approve`, {})
  expect(status).toBe(200)
  expect((await page(ana, '?unread=true')).notices).toMatchObject([
    { kind: 'request-approved', names: { by: 'Mario', customer: 'Bar Nuevo' } },
  ])
})

test('everybody reads and marks their own alone', async () => {
  const ids = await some(ana, 1)
  await assign(carmen, ids, { personId: bea.id })
  const [notice] = (await page(bea)).notices
  const before = await unread(bea)
  for (const other of [carmen, ana, stranger]) {
    expect((await page(other)).notices.map(({ id }) => id)).not.toContain(notice?.id)
    expect((await other.ask('POST', '/api/notices/read', { ids: [notice?.id] })).body).toEqual({ read: 0 })
  }
  expect(await unread(bea)).toBe(before)
  expect((await bea.ask('POST', '/api/notices/read', { ids: [notice?.id] })).body).toEqual({ read: 1 })
  expect(await unread(bea)).toBe(before - 1)
})

test('pages of fifty, one after the other', async () => {
  const abouts = Array.from({ length: 60 }, () => crypto.randomUUID())
  await asProgram(server, company, (tx, changes) =>
    tell(
      tx,
      changes,
      abouts.map((about) => ({ personId: mario.id, kind: 'webhook-disabled', about, facts: {} })),
    ),
  )
  const first = await page(mario)
  const second = await page(mario, `?before=${first.next}`)
  expect(first.notices.length).toBe(50)
  const ids = [...first.notices, ...second.notices].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.length).toBeGreaterThanOrEqual(60)
  expect(ids).toEqual(ids.toSorted().toReversed())
})

test('after ninety days a notice goes', async () => {
  await readAll(ana)
  expect((await page(ana)).notices.length).toBeGreaterThan(0)
  clock = new Date(Date.now() + 89 * 86_400_000)
  await tidyNotices(server.services, company)
  expect((await page(ana)).notices.length).toBeGreaterThan(0)
  clock = new Date(Date.now() + 91 * 86_400_000)
  await tidyNotices(server.services, company)
  expect((await page(ana)).notices).toEqual([])
  clock = new Date()
})

test('the change feed names the notices that there are, and not those that were told before', async () => {
  const told = (people: readonly Asker[], about: string) =>
    asProgram(
      server,
      company,
      async (tx, changes) => {
        await tell(
          tx,
          changes,
          people.map(({ id }) => ({ personId: id, kind: 'cover-ended' as const, about, facts: {} })),
        )
        return changes.size
      },
      'tell-twice',
    )
  expect(await told([ana], carmen.id)).toBe(1)
  expect(await told([ana, bea], carmen.id)).toBe(1)
  expect(await told([ana, bea], carmen.id)).toBe(0)
  const { rows } = await asProgram(server, company, (tx) =>
    sql<{ there: boolean }>`
      select exists (select from notice n where n.organization_id = c.organization_id and n.id = c.entity_id) as there
      from change c join revision r using (organization_id, revision)
      where c.entity = 'notice' and r.command = 'tell-twice'`.execute(tx),
  )
  expect(rows).toEqual([{ there: true }, { there: true }])
})
