import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Server } from '../../../test/make.ts'
import { asProgram } from '../../../test/register.ts'
import { book, commit, dayAhead, draft, to, transferStage, undo } from '../../../test/transfers.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { eventTypeNames } from '../../webhooks/event-types.ts'
import { importOwners } from './commands/import-owners.ts'
import { tellOfBatch } from './commands/tell-of-batch.ts'
import { companyDay } from '../../people/server/queries/company.ts'
import { recordEntries } from './queries/ledger.ts'

let server: Server
let s: Awaited<ReturnType<typeof transferStage>>
let ids: string[]
beforeAll(async () => {
  server = await ownServer()
  s = await transferStage(server)
  const hook = { url: 'https://example.com/hook', description: '', types: eventTypeNames }
  expect((await s.principal.ask('POST', '/api/webhooks', hook)).status).toBe(200)
})
afterAll(() => server.stop())
beforeEach(async () => {
  ids = await s.sevenOfAna()
  await asProgram(server, s.company, (tx) => sql`delete from webhook_message`.execute(tx))
})

type Event = { type: string; data: Record<string, unknown> }
const events = () =>
  asProgram(server, s.company, async (tx) => {
    const { rows } = await sql<Event>`select type, data from webhook_message order by type, id`.execute(tx)
    return rows
  })

test('a transfer and its taking back are events of their own beside those of the ledger', async () => {
  const { body: preview } = await draft(s.principal, { ...book(s.ana), ...to(s.bea) })
  const { body: done } = await commit(s.principal, preview)
  expect((await undo(s.principal, preview)).status).toBe(200)
  const told = { transferId: preview.id, count: 7 }
  const { batchId } = done.committed ?? {}
  expect(await events()).toMatchObject([
    { type: 'ownership.changed', data: { cause: 'transfer', batchId } },
    { type: 'ownership.changed', data: { cause: 'undo' } },
    { type: 'transfer.committed', data: { ...told, batchId, all: `/api/customers?batch=${batchId}` } },
    { type: 'transfer.undone', data: told },
  ])
})

test('a cover is an event of the ledger when it is recorded and when it is ended', async () => {
  const cover = { selection: { ids }, personId: s.bea.id, from: dayAhead(5), to: dayAhead(9) }
  const { body } = await s.principal.ask('POST', '/api/ownership/covers', cover)
  const { batchId } = body as { batchId: string }
  expect((await s.principal.ask('POST', `/api/ownership/covers/${batchId}/end`)).status).toBe(200)
  expect(await events()).toMatchObject([
    { type: 'ownership.changed', data: { cause: 'cover', batchId, count: 7 } },
    { type: 'ownership.changed', data: { cause: 'cover-ended', count: 7 } },
  ])
})

test('owners out of a file are an event; nobody is told of every part of a file', async () => {
  await asProgram(server, s.company, async (tx, changes) => {
    const from = await companyDay(tx)
    const owners = ids.map((customerId) => ({ customerId, personId: s.carl.id, from }))
    await importOwners(tx, changes, owners, 'import')
    await importOwners(tx, changes, owners, 'import')
  })
  expect(await events()).toMatchObject([{ type: 'ownership.changed', data: { cause: 'import', count: 7 } }])
  expect((await s.carl.ask('GET', '/api/notices')).body).toMatchObject({ notices: [] })
})

test('who becomes backup and sponsor in one batch is told of both', async () => {
  await asProgram(server, s.company, async (tx, changes) => {
    const today = await companyDay(tx)
    const seat = { seat: 0, from: today, personId: s.dora.id } as const
    const batchId = await recordEntries(tx, changes, { cause: 'assigned', today }, [
      ...ids.slice(0, 2).map((customerId) => ({ ...seat, customerId, role: 'backup' as const })),
      ...ids.slice(0, 3).map((customerId) => ({ ...seat, customerId, role: 'sponsor' as const })),
    ])
    await tellOfBatch(tx, changes, { actor: programActor(s.company), today }, batchId)
  })
  const { notices } = (await s.dora.ask('GET', '/api/notices?unread=true')).body as {
    notices: { kind: string; facts: { count: number } }[]
  }
  const roles = notices.filter(({ kind }) => kind.startsWith('backup') || kind.startsWith('sponsor'))
  expect(roles.map(({ kind, facts }) => `${kind} ${facts.count}`).toSorted()).toEqual([
    'backup-received 2',
    'sponsor-received 3',
  ])
})
