import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { restingWith } from '../../people/server/queries/leaving.ts'

let server: Server
let principal: Asker
let manager: Asker
let ana: Asker
let bea: Asker
let gone: Asker
let stranger: Asker
let ids: string[]
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  manager = await aPerson(server, company, 'Mario', ['manager'], { managerId: principal.id })
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: manager.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: principal.id })
  gone = await aPerson(server, company, 'Gina', ['salesperson'])
  stranger = await aPerson(server, await aCompany(server), 'Zoe', ['principal'])
  await asProgram(server, company, async (tx, changes) => {
    await tx.updateTable('person').set({ left_on: '2026-01-01' }).where('id', '=', gone.id).execute()
    changes.add('person', gone.id)
  })
})
afterAll(() => server.stop())
beforeEach(async () => {
  ids = [await aCustomer(ana, { name: 'Uno' }), await aCustomer(ana, { name: 'Dos' })]
})

const assign = (who: Asker, body: Record<string, unknown>) =>
  who.ask('POST', '/api/customers/assign', { selection: { ids }, role: 'owner', ...body })
const register = (who: Asker, more = {}) => who.ask('POST', '/api/customers', { name: 'Nuevo', ...more })
type Holder = { role: string; person: { name: string } | null }
const holders = async (id = ids[0]) => {
  const { holders: held } = (await principal.ask('GET', `/api/customers/${id}`)).body as { holders: Holder[] }
  return held.map(({ role, person }) => `${role} ${person?.name ?? 'pool'}`)
}
/** The projection must be what the newest entries of the ledger say. */
const projectionMatchesLedger = () =>
  asProgram(server, principal.companyId, async (tx) => {
    const { rows } = await sql`
      with newest as (select distinct on (customer_id, line, role, seat) customer_id, line, role, seat, person_id, id
        from ledger_entry order by customer_id, line, role, seat, from_day desc, id desc)
      select * from newest n full join holder h using (customer_id, line, role, seat)
      where h.entry_id is distinct from n.id or h.person_id is distinct from n.person_id`.execute(tx)
    return rows.length === 0
  })

test('an owner, backups and a sponsor for many at once; the ledger and what holds today agree', async () => {
  expect(await assign(manager, { personId: manager.id, reason: 'Ana is on leave' })).toMatchObject({
    body: { matched: 2, changed: 2 },
  })
  expect(await assign(manager, { personId: manager.id })).toMatchObject({
    body: { changed: 0, unchanged: 2, batchId: null },
  })
  await assign(manager, { role: 'backup', personId: ana.id })
  await assign(manager, { role: 'backup', personId: bea.id, how: 'add' })
  await assign(manager, { role: 'sponsor', personId: principal.id })
  expect(await holders()).toEqual(['owner Mario', 'backup Ana', 'backup Bea', 'sponsor Carmen'])
  await assign(manager, { role: 'backup', personId: ana.id, how: 'remove' })
  expect(await holders()).toEqual(['owner Mario', 'backup Bea', 'sponsor Carmen'])
  await assign(manager, { role: 'backup', personId: ana.id, how: 'add' })
  await assign(manager, { role: 'backup', personId: principal.id })
  expect(await holders()).toEqual(['owner Mario', 'backup Carmen', 'sponsor Carmen'])
  await assign(manager, { role: 'backup', personId: null })
  expect(await holders()).toEqual(['owner Mario', 'sponsor Carmen'])
  expect(await projectionMatchesLedger()).toBe(true)
  const { entries } = (await principal.ask('GET', `/api/customers/${ids[0]}/timeline?kind=ownership`))
    .body as { entries: { cause: string; facts: { reason: string | null } }[] }
  expect(entries.at(-2)).toMatchObject({
    cause: 'assigned',
    subject: 'Mario',
    facts: { reason: 'Ana is on leave' },
  })
})

test('to the pool and back; the former owner no longer sees it', async () => {
  await assign(principal, { personId: null })
  expect(await holders()).toEqual(['owner pool'])
  expect((await ana.ask('GET', `/api/customers/${ids[0]}`)).status).toBe(404)
  expect((await manager.ask('GET', `/api/customers/${ids[0]}`)).status).toBe(200)
  await assign(manager, { personId: ana.id })
  expect((await ana.ask('GET', `/api/customers/${ids[0]}`)).status).toBe(200)
})

test('the owner is no backup of oneself', async () => {
  expect(await assign(principal, { role: 'backup', personId: ana.id })).toMatchObject({
    body: { changed: 0 },
  })
})

test.each<[string, () => Asker, () => Record<string, unknown>, number, string]>([
  ['a person who has left', () => principal, () => ({ personId: gone.id }), 409, 'has-left'],
  ['a person of another company', () => principal, () => ({ personId: stranger.id }), 409, 'no-such-person'],
  ['by a manager outside the team', () => manager, () => ({ personId: bea.id }), 409, 'not-in-your-team'],
  ['by a salesperson', () => ana, () => ({ personId: bea.id }), 403, 'not-allowed'],
  ['of another company', () => stranger, () => ({ personId: stranger.id }), 404, 'not-found'],
  ['two owners', () => principal, () => ({ personId: bea.id, how: 'add' }), 422, 'invalid-one-owner'],
])('refused: %s', async (_, who, body, status, code) => {
  expect(await assign(who(), body())).toMatchObject({ status, body: { code } })
  expect(await holders()).toEqual(['owner Ana'])
})

test('registering: for oneself, by a manager for the team or the pool, never for whoever has left', async () => {
  expect(await register(ana)).toMatchObject({ body: { ownerId: ana.id } })
  expect(await register(principal)).toMatchObject({ body: { ownerId: null } })
  expect(await register(manager, { owner: ana.id })).toMatchObject({ body: { ownerId: ana.id } })
  expect(await register(ana, { owner: bea.id })).toMatchObject({ status: 403 })
  expect(await register(ana, { owner: 'pool' })).toMatchObject({ status: 403 })
  expect(await register(principal, { owner: gone.id })).toMatchObject({
    body: { code: 'has-left', rule: '2.9' },
  })
  expect(await register(ana, { code: 'SAME' })).toMatchObject({ status: 200 })
  expect(await register(bea, { code: 'SAME' })).toMatchObject({
    status: 409,
    body: { code: 'code-taken', facts: { code: 'SAME' } },
  })
})

test('twenty at once get twenty numbers; a number in use is skipped', async () => {
  const used = Number(
    ((await ana.ask('POST', '/api/customers', { name: 'Cero' })).body as { code: string }).code,
  )
  await bea.ask('POST', '/api/customers', { name: 'Ocupa', code: String(used + 3) })
  const made = await Promise.all(
    Array.from({ length: 20 }, (_, n) => ana.ask('POST', '/api/customers', { name: `N ${n}` })),
  )
  const codes = made.map(({ body }) => (body as { code: string }).code)
  expect(new Set(codes).size).toBe(20)
  expect(codes).not.toContain(String(used + 3))
})

test('two managers at once: one owner at the end, both decisions in the ledger, and the two agree', async () => {
  await Promise.all([assign(principal, { personId: bea.id }), assign(principal, { personId: manager.id })])
  expect(await holders()).toHaveLength(1)
  expect(await projectionMatchesLedger()).toBe(true)
})

test('a manager does not take a customer of another team, though one of the own people is its backup', async () => {
  const theirs = await aCustomer(bea, { name: 'De Bea' })
  await assign(principal, { selection: { ids: [theirs] }, role: 'backup', personId: ana.id })
  expect(await assign(manager, { selection: { ids: [theirs] }, personId: ana.id })).toMatchObject({
    status: 409,
    body: { code: 'not-in-your-team', facts: { count: 1 } },
  })
  expect(await holders(theirs)).toEqual(['owner Bea', 'backup Ana'])
})

test('whoever has left is given nothing back, and nobody leaves who is to sit somewhere later', async () => {
  const dina = await aPerson(server, principal.companyId, 'Dina', ['salesperson'], {
    managerId: principal.id,
  })
  const hers = await aCustomer(dina, { name: 'De Dina' })
  const given = (await assign(principal, { selection: { ids: [hers] }, personId: bea.id })) as {
    body: { batchId: string }
  }
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  const cover = await principal.ask('POST', '/api/ownership/covers', {
    selection: { ids: [hers] },
    personId: dina.id,
    from: soon,
    to: soon,
  })
  const leave = () => principal.ask('POST', `/api/people/${dina.id}/leave`, { leftOn: '2026-01-01' })
  const resting = await asProgram(server, principal.companyId, (tx) => restingWith(tx, dina.id))
  expect(resting).toEqual({ owned: 0, backed: 1 })
  expect((await leave()).status).not.toBe(200)
  await principal.ask(
    'POST',
    `/api/ownership/batches/${(cover.body as { batchId: string }).batchId}/undo`,
    {},
  )
  await asProgram(server, principal.companyId, async (tx, changes) => {
    await tx.updateTable('person').set({ left_on: '2026-01-01' }).where('id', '=', dina.id).execute()
    changes.add('person', dina.id)
  })
  expect(await principal.ask('POST', `/api/ownership/batches/${given.body.batchId}/undo`, {})).toMatchObject({
    status: 409,
    body: { code: 'has-left', rule: '2.9' },
  })
})
