import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Server } from '../../../test/make.ts'
import { sql } from 'kysely'
import { asProgram, changeCustomer } from '../../../test/register.ts'
import type { Asker } from '../../../test/make.ts'
import { askTransfers, book, commit, draft, to, transferStage, undo } from '../../../test/transfers.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import type { Transfer } from '../schema/transfer.ts'
import { commitTransfer } from './commands/transfer-commit.ts'
import { runTransfer } from './commands/transfer-run.ts'

let server: Server
let s: Awaited<ReturnType<typeof transferStage>>
let ids: string[]
beforeAll(async () => {
  server = await ownServer()
  s = await transferStage(server)
})
afterAll(() => server.stop())
beforeEach(async () => {
  ids = await s.sevenOfAna()
})

test('the same key answers the same, for another transfer or preview it is refused', async () => {
  const { body: one } = await draft(s.principal, { customers: { ids: ids.slice(0, 2) }, ...to(s.bea) })
  const { body: other } = await draft(s.principal, { customers: { ids: ids.slice(2) }, ...to(s.bea) })
  const first = await commit(s.principal, one, { key: 'k1' })
  const again = await commit(s.principal, one, { key: 'k1' })
  expect(again).toEqual(first)
  expect(first.body.committed?.batchId).toBeTruthy()
  expect(await commit(s.principal, one, { key: 'k1', fingerprint: 'x' })).toMatchObject({
    body: { code: 'key-used' },
  })
  expect(await commit(s.principal, other, { key: 'k1' })).toMatchObject({
    status: 409,
    body: { code: 'key-used' },
  })
  expect(await commit(s.principal, one, { key: 'k2' })).toMatchObject({
    body: { code: 'already-transferred' },
  })
  const byHeader = await server.app.request(`/api/transfers/${other.id}/commit`, {
    method: 'POST',
    headers: { cookie: s.principal.cookie, 'content-type': 'application/json', 'idempotency-key': 'k3' },
    body: JSON.stringify({ fingerprint: other.fingerprint }),
  })
  expect(byHeader.status).toBe(200)
  expect(await commit(s.principal, other, { key: 'k3' })).toMatchObject({ status: 200 })
})

test('two at the same time: one batch, and both are answered with it', async () => {
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea, s.carl) })
  const answers = await Promise.all([commit(s.principal, preview), commit(s.principal, preview)])
  const batches = new Set(answers.map(({ body }) => body.committed?.batchId))
  expect(batches.size).toBe(1)
  const other = await draft(s.principal, { customers: { ids }, ...to(s.dora) })
  const third = await draft(s.principal, { customers: { ids }, ...to(s.manager) })
  const both = await Promise.all([commit(s.principal, other.body), commit(s.principal, third.body)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
    code: 'changed-owner-changed',
    facts: { count: 7 },
  })
  expect(new Set(await s.ownersOf(ids)).size).toBe(1)
  expect(await s.firstBad()).toBeNull()
})

test.each<[string, () => Promise<unknown>, string, Record<string, unknown>]>([
  [
    'an owner changed',
    () => s.assign([ids[2] ?? ''], 'owner', s.dora),
    'changed-owner-changed',
    { count: 1 },
  ],
  [
    'an owner changed and came back',
    async () => {
      await s.assign([ids[2] ?? ''], 'owner', s.dora)
      await s.assign([ids[2] ?? ''], 'owner', s.ana)
    },
    'changed-owner-changed',
    { count: 1 },
  ],
  [
    'a customer was closed',
    () => changeCustomer(server, s.company, ids[1] ?? '', { status: 'closed' }),
    'changed-status-changed',
    { count: 1 },
  ],
  [
    'a customer was erased',
    () => changeCustomer(server, s.company, ids[1] ?? '', { status: 'erased' }),
    'changed-gone',
    { count: 1 },
  ],
  ['a successor left', () => left(s.carl, '2020-01-02'), 'has-left', {}],
])('refused as a whole when %s since the preview', async (_, change, code, facts) => {
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea, s.carl) })
  await change()
  const batches = await s.batches()
  const before = await s.ownersOf(ids)
  expect(await commit(s.principal, preview)).toMatchObject({ status: 409, body: { code, facts } })
  expect(await s.ownersOf(ids)).toEqual(before)
  expect(await s.batches()).toBe(batches)
  await left(s.carl, null)
})

const left = (who: Asker, day: string | null) =>
  asProgram(server, s.company, async (tx, changes) => {
    await tx.updateTable('person').set({ left_on: day }).where('id', '=', who.id).execute()
    changes.add('person', who.id)
  })

test('who was given others since the preview and would be over the cap: refused', async () => {
  const { body: now } = await draft(s.principal, { customers: { ids }, ...to(s.carl) })
  const load = now.successors[0]?.before
  const had = load === undefined ? 0 : load.A + load.B + load.C + load.none
  const { body: preview } = await draft(s.principal, {
    customers: { ids: ids.slice(0, 3) },
    how: 'round-robin',
    successors: [{ personId: s.carl.id, atMost: had + 3 }],
  })
  expect(preview.withoutSuccessor).toBe(0)
  await s.assign([ids[6] ?? ''], 'owner', s.carl)
  expect(await commit(s.principal, preview)).toMatchObject({
    body: { code: 'successor-full', facts: { count: 1 } },
  })
})

test('undone no more when something later was recorded, with how many', async () => {
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea) })
  await commit(s.principal, preview)
  await s.assign(ids.slice(0, 2), 'owner', s.carl)
  expect(await undo(s.principal, preview)).toMatchObject({
    status: 409,
    body: { code: 'recorded-later', facts: { count: 2 } },
  })
})

test('a line that the database refuses leaves nothing behind', async () => {
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea) })
  const batches = await s.batches()
  await sql`alter table ledger_entry add constraint not_this check (customer_id <> '${sql.raw(ids[3] ?? '')}') not valid`.execute(
    server.services.db,
  )
  expect((await commit(s.principal, preview)).status).toBeGreaterThanOrEqual(400)
  await sql`alter table ledger_entry drop constraint not_this`.execute(server.services.db)
  expect(await s.batches()).toBe(batches)
  expect(await s.ownersOf(ids)).toEqual(Array(7).fill('owner Ana'))
  expect(await commit(s.principal, preview)).toMatchObject({ status: 200 })
})

test('a large one is done behind the request: once, by whoever asked, with progress; refused, it says why', async () => {
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea) })
  const { body: lost } = await draft(s.principal, { customers: { ids: ids.slice(0, 1) }, ...to(s.carl) })
  const actor = programActor(s.company)
  const carmen = { ...actor, personId: s.principal.id }
  const agreed = { fingerprint: preview.fingerprint }
  expect(await commitTransfer(server.services, carmen, preview.id, agreed, 5)).toMatchObject({
    state: 'waiting',
    progress: { written: 0 },
  })
  expect(await commit(s.principal, preview)).toMatchObject({ body: { state: 'waiting' } })
  expect(await askTransfers(s.principal, 'DELETE', `/${preview.id}`)).toMatchObject({ status: 404 })
  await commitTransfer(server.services, carmen, lost.id, { fingerprint: lost.fingerprint }, 0)
  await Promise.all([
    runTransfer(server.services, s.company, preview.id),
    runTransfer(server.services, s.company, preview.id),
  ])
  const { body: done } = await askTransfers<Transfer>(s.principal, 'GET', `/${preview.id}`)
  expect(done).toMatchObject({ state: 'committed', committed: { by: { name: 'Carmen' } } })
  expect(await s.ownersOf(ids)).toEqual(Array(7).fill('owner Bea'))
  await runTransfer(server.services, s.company, lost.id)
  expect((await askTransfers(s.principal, 'GET', `/${lost.id}`)).body).toMatchObject({
    state: 'draft',
    progress: { failure: { code: 'changed-owner-changed', facts: { count: 1 } } },
  })
  expect(await s.firstBad()).toBeNull()
})

test('one notice to each: who gives, who takes; none to whoever does it', async () => {
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea, s.carl) })
  const { body: done } = await commit(s.principal, preview)
  const noticesOf = async (who: Asker) => {
    const { notices } = (await who.ask('GET', '/api/notices')).body as { notices: { aboutId: string }[] }
    return notices.filter(({ aboutId }) => aboutId === done.committed?.batchId)
  }
  expect(await noticesOf(s.ana)).toMatchObject([{ kind: 'customers-given', facts: { count: 7 } }])
  expect(await noticesOf(s.bea)).toMatchObject([{ kind: 'customers-received', facts: { count: 4 } }])
  expect(await noticesOf(s.principal)).toEqual([])
})
