import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Server } from '../../../test/make.ts'
import { changeCustomer, asProgram } from '../../../test/register.ts'
import { sql } from 'kysely'
import {
  askTransfers,
  book,
  commit,
  countOf,
  dayAhead,
  draft,
  to,
  transferStage,
  undo,
} from '../../../test/transfers.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import type { Transfer, TransferLines } from '../schema/transfer.ts'
import { draftTransfer } from './commands/transfer-draft.ts'

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

test('a whole book to two: preview, commit, and back exactly as it was', async () => {
  await s.assign([ids[0] ?? ''], 'backup', s.bea)
  const before = await Promise.all(ids.map(s.holdersOf))
  const { status, body: preview } = await draft(s.principal, {
    ...book(s.ana),
    ...to(s.bea, s.carl),
    reason: 'New area',
  })
  expect(status).toBe(200)
  expect(preview).toMatchObject({
    state: 'draft',
    customers: 7,
    withoutSuccessor: 0,
    book: { name: 'Ana' },
    formers: [{ person: { name: 'Ana' }, customers: 7 }],
    reason: 'New area',
  })
  expect([countOf(s.bea, preview), countOf(s.carl, preview)].toSorted()).toEqual([3, 4])
  expect(preview.warnings).toMatchObject([{ kind: 'a-without-backup', count: 1 }])
  const [first] = preview.successors
  expect(first?.before).toEqual({ A: 0, B: 0, C: 0, none: 0 })
  expect(await s.ownersOf(ids)).toEqual(Array(7).fill('owner Ana'))

  const { body: done } = await commit(s.principal, preview)
  expect(done).toMatchObject({
    state: 'committed',
    asked: null,
    reason: 'New area',
    committed: { by: { name: 'Carmen' } },
  })
  expect((await s.ownersOf(ids)).filter((one) => one === 'owner Bea')).toHaveLength(
    countOf(s.bea, preview) ?? 0,
  )
  expect((await Promise.all(ids.map(s.holdersOf))).map(([, ...rest]) => rest)).not.toContainEqual(
    expect.arrayContaining(['backup Bea', 'owner Bea']),
  )
  expect(await s.firstBad()).toBeNull()

  expect(await undo(s.principal, preview)).toMatchObject({ status: 200, body: { customers: 7 } })
  expect(await Promise.all(ids.map(s.holdersOf))).toEqual(before)
  expect(await s.firstBad()).toBeNull()
  expect((await askTransfers<Transfer>(s.principal, 'GET', `/${preview.id}`)).body).toMatchObject({
    state: 'undone',
    undone: { by: { name: 'Carmen' } },
  })
  expect(await undo(s.principal, preview)).toMatchObject({ status: 409, body: { code: 'already-undone' } })
  const { body: list } = await askTransfers<{ transfers: object[] }>(s.principal, 'GET')
  expect(list.transfers[0]).toMatchObject({
    id: preview.id,
    state: 'undone',
    customers: 7,
    formers: [{ name: 'Ana' }],
    successors: [{ name: 'Bea' }, { name: 'Carl' }],
  })
})

test('caps: nobody gets more, the rest has nobody until it is chosen by hand or left out', async () => {
  const asked = {
    ...book(s.ana),
    how: 'round-robin',
    successors: [
      { personId: s.bea.id, atMost: 100 },
      { personId: s.carl.id, atMost: 0 },
    ],
  }
  const { body: held } = await draft(s.principal, { customers: { ids }, ...to(s.bea) })
  const has = held.successors[0]
  const had = has === undefined ? 0 : has.before.A + has.before.B + has.before.C + has.before.none
  const tight = {
    ...asked,
    successors: [
      { personId: s.bea.id, atMost: had + 5 },
      { personId: s.carl.id, atMost: 0 },
    ],
  }
  const { body: preview } = await draft(s.principal, tight)
  expect([countOf(s.bea, preview), preview.withoutSuccessor]).toEqual([5, 2])
  expect(await commit(s.principal, preview)).toMatchObject({
    body: { code: 'without-successor', facts: { count: 2 } },
  })
  const { body: none } = await askTransfers<TransferLines>(
    s.principal,
    'GET',
    `/${preview.id}/lines?successor=none`,
  )
  expect(none).toMatchObject({ total: 2, lines: [{ why: 'all-full', successor: null }, {}] })
  const [one] = none.lines
  const { body: byHand } = await askTransfers<Transfer>(s.principal, 'POST', `/${preview.id}/lines`, {
    customers: [one?.customer.id],
    personId: s.bea.id,
  })
  expect(byHand.warnings).toContainEqual(expect.objectContaining({ kind: 'over-cap', count: 1 }))
  const { body: ready } = await askTransfers<Transfer>(s.principal, 'POST', `/${preview.id}/lines`, {
    customers: 'without-successor',
    personId: null,
  })
  expect(ready).toMatchObject({ customers: 6, withoutSuccessor: 0 })
  expect(await commit(s.principal, preview)).toMatchObject({ body: { code: 'preview-changed' } })
  expect(await commit(s.principal, ready)).toMatchObject({ status: 200 })
  expect(await s.ownersOf(ids)).toEqual(expect.arrayContaining(['owner Ana']))
})

test('from a day ahead, with the former owner as backup until another', async () => {
  const { body: preview } = await draft(s.principal, {
    ...book(s.ana),
    ...to(s.bea),
    from: dayAhead(10),
    staysUntil: dayAhead(30),
  })
  expect(preview.warnings.map(({ kind }) => kind)).not.toContain('a-without-backup')
  await commit(s.principal, preview)
  expect(await s.ownersOf(ids)).toEqual(Array(7).fill('owner Ana'))
  const seats = await asProgram(server, s.company, async (tx) => {
    const { rows } = await sql`select role, from_day::text as day, person_id as person from ledger_entry
      where customer_id = ${ids[0]} and cause = 'transfer' order by role, from_day`.execute(tx)
    return rows
  })
  expect(seats).toEqual([
    { role: 'backup', day: dayAhead(10), person: s.ana.id },
    { role: 'backup', day: dayAhead(31), person: null },
    { role: 'owner', day: dayAhead(10), person: s.bea.id },
  ])
  const { body: again } = await draft(s.principal, { customers: { ids }, ...to(s.carl) })
  expect(again.warnings).toContainEqual(expect.objectContaining({ kind: 'planned-later', count: 7 }))
  expect(await undo(s.principal, preview)).toMatchObject({ status: 200 })
  expect(await s.firstBad()).toBeNull()
})

test('a book with its seats as backup and sponsor; who owns is not the backup as well', async () => {
  const [first = '', second = '', third = ''] = ids
  await s.assign([first, second, third], 'owner', s.bea)
  await s.assign([first, second], 'backup', s.ana)
  await s.assign([third], 'sponsor', s.ana)
  await s.assign([second], 'backup', s.ana)
  const { body: preview } = await draft(s.principal, {
    ...book(s.ana, 'backup', 'sponsor'),
    ...to(s.carl, s.dora),
  })
  expect(preview.customers).toBe(7)
  await commit(s.principal, preview)
  const after = await Promise.all([first, second, third].map(s.holdersOf))
  expect(after.flat().filter((one) => one.endsWith('Ana'))).toEqual([])
  expect(after.flat().filter((one) => one.startsWith('owner'))).toEqual(Array(3).fill('owner Bea'))
  expect(after.map((held) => held.filter((one) => !one.startsWith('owner')).length)).toEqual([1, 1, 1])
  expect(await undo(s.principal, preview)).toMatchObject({ status: 200 })
  expect(await s.holdersOf(third)).toEqual(['owner Bea', 'sponsor Ana'])
})

test('by territory: its salespeople in turn, the successors for the others', async () => {
  const made = (
    await s.principal.ask('POST', '/api/territories', {
      name: `Costa ${ids[0]}`,
      salespeople: [s.carl.id],
    })
  ).body as { id: string }
  for (const id of ids.slice(0, 4)) await changeCustomer(server, s.company, id, { territory_id: made.id })
  const { body: preview } = await draft(s.principal, {
    ...book(s.ana),
    how: 'territory',
    successors: [{ personId: s.dora.id }],
  })
  expect([countOf(s.carl, preview), countOf(s.dora, preview)]).toEqual([4, 3])
  const { body: alone } = await draft(s.principal, { customers: { ids }, how: 'territory' })
  expect(alone.withoutSuccessor).toBe(3)
})

test('by hand; a change within 90 days is warned of', async () => {
  const lines = ids.map((customerId, n) => ({ customerId, personId: n < 2 ? s.bea.id : s.carl.id }))
  const { body: preview } = await draft(s.principal, { customers: { ids }, how: 'by-hand', lines })
  expect([countOf(s.bea, preview), countOf(s.carl, preview)]).toEqual([2, 5])
  expect(preview.warnings.map(({ kind }) => kind)).not.toContain('changed-lately')
  await changeCustomer(server, s.company, ids[0] ?? '', { registered_on: '2020-01-01' })
  const before = {
    role: 'owner',
    from: dayAhead(-30),
    until: dayAhead(-10),
    personId: s.dora.id,
    reason: 'It was hers',
  }
  await s.principal.ask('POST', `/api/customers/${ids[0]}/ownership/corrections`, before)
  const { body: warned } = await draft(s.principal, { customers: { ids }, how: 'by-hand', lines })
  expect(warned.warnings).toContainEqual(expect.objectContaining({ kind: 'changed-lately', count: 1 }))
})

test('the program itself may, and a draft can be thrown away', async () => {
  const openOrders = sql<never>`select c.id as customer_id, 'open-orders'::text as kind, 2::int as count,
    1050::bigint as amount_minor, 'EUR'::text as currency from customer c`
  const facts = [{ name: 'orders', openWork: openOrders }]
  const made = await draftTransfer(server.services, facts, programActor(s.company), {
    customers: { book: s.ana.id },
    how: 'round-robin',
    successors: [{ personId: s.bea.id }],
  })
  expect(made).toMatchObject({
    createdBy: null,
    customers: 7,
    moves: [{ kind: 'open-orders', count: 14, amounts: [{ currency: 'EUR', amountMinor: 7350 }] }],
  })
  const id = 'id' in made ? made.id : ''
  expect(await askTransfers(s.principal, 'DELETE', `/${id}`)).toMatchObject({ status: 200 })
  expect(await askTransfers(s.principal, 'GET', `/${id}`)).toMatchObject({ status: 404 })
})
