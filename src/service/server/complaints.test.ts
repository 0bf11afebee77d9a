import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'
import { book, draft, to } from '../../../test/transfers.ts'
import { newId } from '../../platform/server/uuid.ts'
import type { Complaint, ComplaintsPage } from '../schema.ts'

let server: Server
let company: string
let boss: Asker
let ana: Asker
let ben: Asker
let bar: string
let today = '2026-05-04'
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T10:00:00Z`) })
})
afterAll(() => server.stop())
beforeEach(async () => {
  today = '2026-05-04'
  company = await aCompany(server)
  boss = await aPerson(server, company, 'Boss', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  ben = await aPerson(server, company, 'Ben', ['salesperson'])
  bar = await aCustomer(ana, { name: 'Bar' })
})

const raise = (who: Asker, more: Record<string, unknown> = {}) =>
  who.ask('POST', `/api/customers/${bar}/complaints`, { kind: 'delivery', text: 'Came late', ...more })
const raised = async (who: Asker, more: Record<string, unknown> = {}) => {
  const { status, body } = await raise(who, more)
  expect(status).toBe(200)
  return (body as { id: string }).id
}
const list = async (who: Asker, query = '') =>
  (await who.ask('GET', `/api/complaints${query}`)).body as ComplaintsPage
const one = async (who: Asker, id: string) =>
  (await list(who, '?state=all')).complaints.find((complaint) => complaint.id === id) as Complaint
const act = (who: Asker, id: string, what: string, body: Record<string, unknown>) =>
  who.ask('POST', `/api/complaints/${id}/${what}`, body)

describe('a complaint', () => {
  test('is the owner’s to answer within five days, and goes along with the customer', async () => {
    const id = await raised(boss)
    expect(await one(boss, id)).toMatchObject({
      customer: { name: 'Bar' },
      dueOn: '2026-05-09',
      state: 'open',
      responsible: { name: 'Ana' },
      named: false,
      takenBy: { name: 'Boss' },
      may: ['pass-on', 'resolve'],
    })
    await boss.ask('POST', '/api/customers/assign', {
      selection: { ids: [bar] },
      role: 'owner',
      personId: ben.id,
      reason: 'Round',
    })
    expect(await one(boss, id)).toMatchObject({ responsible: { name: 'Ben' } })
    expect((await list(ana)).complaints).toEqual([])
  })

  test('sent twice is raised once', async () => {
    const id = newId()
    expect([(await raise(ana, { id })).status, (await raise(ana, { id })).status]).toEqual([200, 200])
    expect((await list(ana)).complaints).toHaveLength(1)
  })

  test('is overdue the day after it was due, and counted so', async () => {
    const id = await raised(ana, { dueOn: '2026-05-06' })
    today = '2026-05-06'
    expect((await list(ana)).counts).toEqual({ open: 1, overdue: 0 })
    today = '2026-05-07'
    expect(await one(ana, id)).toMatchObject({ state: 'overdue' })
    expect((await list(ana)).counts).toEqual({ open: 1, overdue: 1 })
  })

  test('passed on to somebody is seen and answered by them, without the name of a customer not open to them', async () => {
    const id = await raised(ana)
    expect((await list(ben)).complaints).toEqual([])
    const passed = await act(ana, id, 'pass-on', { version: 1, responsibleId: ben.id })
    expect(passed).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await one(ben, id)).toMatchObject({ customer: { name: null }, text: 'Came late', named: true })
    const answered = { version: 2, cause: 'The van broke down', remedy: 'Brought it by hand' }
    expect((await act(ben, id, 'resolve', answered)).status).toBe(200)
    const notices = await ben.ask('GET', '/api/notices')
    expect(JSON.stringify(notices.body)).toContain('complaint-to-answer')
  })

  test('whoever answers it for a customer not open to them passes it on, and back to its owner', async () => {
    const cleo = await aPerson(server, company, 'Cleo', ['salesperson'])
    const id = await raised(ana)
    await act(ana, id, 'pass-on', { version: 1, responsibleId: ben.id })
    expect((await act(ben, id, 'pass-on', { version: 2, responsibleId: cleo.id })).status).toBe(200)
    expect((await act(cleo, id, 'pass-on', { version: 3, responsibleId: null })).status).toBe(200)
    expect(await one(ana, id)).toMatchObject({ responsible: { name: 'Ana' }, named: false, version: 4 })
  })

  test('an id that is another customer’s complaint is refused, sent again it answers how it stands', async () => {
    const id = await raised(ana)
    const other = await aCustomer(ana, { name: 'Café' })
    const again = { id, kind: 'delivery', text: 'Came late' }
    await act(ana, id, 'pass-on', { version: 1, responsibleId: ben.id })
    expect(await raise(ana, again)).toMatchObject({ status: 200, body: { id, version: 2 } })
    expect(await ana.ask('POST', `/api/customers/${other}/complaints`, again)).toMatchObject({
      status: 409,
      body: { code: 'complaint-elsewhere' },
    })
  })

  test('is resolved with cause and remedy, rated, opened again; each only in its state', async () => {
    const id = await raised(ana)
    const said = { cause: 'Stock', remedy: 'Replaced' }
    expect(await act(ana, id, 'rate', { version: 1, rating: 5 })).toMatchObject({
      status: 409,
      body: { code: 'complaint-open' },
    })
    expect((await act(ana, id, 'resolve', { version: 1, ...said })).status).toBe(200)
    expect(await act(ana, id, 'resolve', { version: 2, ...said })).toMatchObject({
      body: { code: 'complaint-resolved', rule: '8.2' },
    })
    expect((await act(ana, id, 'rate', { version: 2, rating: 2 })).status).toBe(200)
    expect(await one(ana, id)).toMatchObject({ state: 'resolved', rating: 2, ...said, resolvedOn: today })
    expect((await act(ana, id, 'reopen', { version: 3 })).status).toBe(200)
    expect(await one(ana, id)).toMatchObject({
      state: 'open',
      rating: null,
      reopened: 1,
      dueOn: '2026-05-09',
    })
  })

  test('two people at once: the second is told that it changed', async () => {
    const id = await raised(ana)
    const said = { version: 1, cause: 'Stock', remedy: 'Replaced' }
    const [first, second] = await Promise.all([
      act(ana, id, 'resolve', said),
      act(boss, id, 'pass-on', { version: 1, responsibleId: ben.id }),
    ])
    const statuses = [first.status, second.status].toSorted()
    expect(statuses).toEqual([200, 409])
    const refused = first.status === 409 ? first : second
    expect(refused.body).toMatchObject({ code: 'complaint-changed-meanwhile' })
  })

  test('stands on the customer’s timeline, raised and resolved', async () => {
    const id = await raised(ana, { raisedOn: '2026-05-01' })
    await act(ana, id, 'resolve', { version: 1, cause: 'Stock', remedy: 'Replaced' })
    const { body } = await ana.ask('GET', `/api/customers/${bar}/timeline?kind=complaint`)
    const { entries } = body as { entries: { what: string; facts: Record<string, unknown> }[] }
    expect(entries.map(({ what, facts }) => [what, facts['on'], facts['note']])).toEqual([
      ['resolved', '2026-05-04', 'Replaced'],
      ['raised', '2026-05-01', 'Came late'],
    ])
  })

  test('is what moves in the preview of a transfer', async () => {
    await raised(ana)
    const { status, body } = await draft(boss, { ...book(ana), ...to(ben) })
    expect(status).toBe(200)
    expect(body.moves).toEqual([expect.objectContaining({ kind: 'complaints', count: 1 })])
  })
})

describe('refused', () => {
  test.each([
    [{ raisedOn: '2026-05-05' }, 409, 'complaint-in-the-future'],
    [{ dueOn: '2026-05-03' }, 409, 'due-before-raised'],
    [{ orderId: newId() }, 409, 'complaint-names-unknown'],
    [{ responsibleId: newId() }, 409, 'complaint-names-unknown'],
    [{ text: '' }, 422, 'invalid-input'],
    [{ kind: 'weather' }, 422, 'invalid-input'],
  ])('%j', async (more, status, code) => {
    const answer = await raise(ana, more)
    expect(answer).toMatchObject({ status, body: { code } })
    expect((await list(ana)).complaints).toEqual([])
  })

  test('of a customer that is not open to the asker', async () => {
    expect((await raise(ben)).status).toBe(404)
  })

  test('to somebody who has left', async () => {
    const gone = await aPerson(server, company, 'Gone', ['salesperson'], { leftOn: '2026-05-01' })
    expect(await raise(ana, { responsibleId: gone.id })).toMatchObject({ body: { code: 'has-left' } })
  })

  test('in another company there is no such complaint', async () => {
    const id = await raised(ana)
    const other = await aPerson(server, await aCompany(server), 'Eve', ['principal'])
    expect((await act(other, id, 'resolve', { version: 1, cause: 'x', remedy: 'y' })).status).toBe(404)
    expect((await list(other, '?state=all')).complaints).toEqual([])
  })
})

test('pages follow each other without a gap, the most overdue first', async () => {
  for (const dueOn of ['2026-05-09', '2026-05-05', '2026-05-07', '2026-05-05']) await raised(ana, { dueOn })
  const first = await list(ana, '?size=3')
  const second = await list(ana, `?size=3&after=${encodeURIComponent(first.next ?? '')}`)
  const days = [...first.complaints, ...second.complaints].map(({ dueOn }) => dueOn)
  expect(days).toEqual(['2026-05-05', '2026-05-05', '2026-05-07', '2026-05-09'])
  expect(second.next).toBeNull()
})
