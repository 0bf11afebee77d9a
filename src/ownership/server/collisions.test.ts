import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Disputed, aDisputedCompany } from '../../../test/collision.ts'
import { aCustomer } from '../../../test/register.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { openCollisions } from './queries/collision-case.ts'

let on: Disputed
beforeAll(async () => {
  on = await aDisputedCompany()
})
afterAll(() => on.server.stop())

const asProgram = <T>(work: Parameters<typeof readAs<T>>[2]) =>
  readAs(on.server.services.db, programActor(on.company), work)
const ruling = (ownerId: string, more: Record<string, unknown> = {}) => ({
  ownerId,
  reason: 'worked-for-it',
  words: 'Ben visited it every week',
  ...more,
})

describe('a case', () => {
  test('has both sides, and the ledger stays as it is', async () => {
    const { id, customerId } = await on.aCase({ phone: '915 55 30 01', street: 'Calle Secreta 5' })
    const { body } = await on.read(on.ben, id)
    expect(body).toMatchObject({
      stage: 'open',
      customer: { id: customerId, name: 'Bar Sol', city: 'Madrid', mayOpen: false },
      owner: { name: 'Ana' },
      claimants: [{ name: 'Ana' }, { name: 'Ben' }],
      next: { what: 'answer', by: '2026-05-15', people: [{ name: 'Ana' }], mine: false },
      proposal: { person: { name: 'Ana' }, because: 'earliest' },
    })
    expect(body.events.map(({ act, words }) => [act, words])).toEqual([
      ['opened', null],
      ['evidence', 'I found it'],
    ])
    expect(JSON.stringify(body)).not.toMatch(/Secreta|3001/)
    expect(await on.ownerOf(customerId)).toBe('Ana')
    expect(await asProgram((tx) => openCollisions(tx, [customerId]))).toMatchObject([{ id, stage: 'open' }])
  })

  test('is open to its sides, whoever answers for one, and the keepers of the register alone', async () => {
    const { id, customerId } = await on.aCase()
    for (const who of [on.ana, on.ben, on.manager, on.principal, on.steward])
      expect((await on.read(who, id)).status).toBe(200)
    for (const who of [on.cleo, on.otherManager, on.stranger]) {
      expect((await on.read(who, id)).status).toBe(404)
      expect((await on.act(who, id, 'comments', { words: 'Hm' })).status).toBe(404)
    }
    const path = `/api/customers/${customerId}/collisions`
    const seen = { collisions: [{ id, stage: 'open', openedOn: '2026-05-10', mayOpen: true }] }
    expect((await on.ask<object>(on.ana, 'GET', path)).body).toEqual(seen)
    expect((await on.ask(on.cleo, 'GET', path)).status).toBe(404)
    expect((await on.claim(on.stranger, customerId)).status).toBe(404)
    const list = await on.ask<{ rows: { id: string }[] }>(on.cleo, 'GET', '/api/collisions?state=all')
    expect(list.body.rows).toEqual([])
  })

  test('is joined by whoever claims it too, once', async () => {
    const { id, customerId } = await on.aCase()
    expect((await on.claim(on.cleo, customerId)).body.id).toBe(id)
    expect(await on.claim(on.cleo, customerId)).toMatchObject({
      status: 409,
      body: { code: 'already-claimed', facts: { collisionId: id } },
    })
    expect((await on.read(on.cleo, id)).body.claimants).toHaveLength(3)
    // Mia answers for two of the three now, so it isn't hers to rule.
    expect((await on.act(on.manager, id, 'rule', ruling(on.ben.id))).status).toBe(403)
  })

  test('is not opened about one’s own or the pool’s', async () => {
    const own = await aCustomer(on.ana)
    expect(await on.claim(on.ana, own)).toMatchObject({ status: 409, body: { code: 'already-yours' } })
    const pool = await aCustomer(on.principal, { owner: 'pool' })
    expect(await on.claim(on.ana, pool)).toMatchObject({ body: { code: 'in-the-pool' } })
    expect((await on.claim(on.ana, crypto.randomUUID())).status).toBe(404)
  })

  test('two people who claim at once are in one case', async () => {
    const customerId = await aCustomer(on.ana)
    const [one, other] = await Promise.all([on.claim(on.ben, customerId), on.claim(on.cleo, customerId)])
    expect(one.body.id).toBe(other.body.id)
    expect((await on.read(on.principal, one.body.id)).body.claimants).toHaveLength(3)
  })

  test('ends when nobody else claims any more, and whoever holds has nothing to withdraw', async () => {
    const { id, customerId } = await on.aCase()
    expect(await on.act(on.ana, id, 'withdraw', { words: 'No' })).toMatchObject({
      body: { code: 'holder-stays' },
    })
    const done = await on.act(on.ben, id, 'withdraw', { words: 'My mistake' })
    expect(done.body).toMatchObject({ stage: 'withdrawn', next: null, may: [] })
    expect(await asProgram((tx) => openCollisions(tx, [customerId]))).toEqual([])
  })
})

test('whose turn it is: the side that wasn’t heard, then those who may rule', async () => {
  const { id } = await on.aCase({ name: 'Bar Turno' })
  const mine = async (who: typeof on.ana) =>
    (await on.ask<{ rows: { id: string }[] }>(who, 'GET', '/api/collisions?state=mine')).body.rows.some(
      (row) => row.id === id,
    )
  expect([await mine(on.ana), await mine(on.ben), await mine(on.manager)]).toEqual([true, false, false])
  await on.act(on.ana, id, 'evidence', { words: 'I have visited it for years' })
  expect([await mine(on.ana), await mine(on.ben), await mine(on.manager)]).toEqual([false, false, true])
})
