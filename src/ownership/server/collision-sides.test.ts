import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Disputed, aDisputedCompany } from '../../../test/collision.ts'
import { aCustomer } from '../../../test/register.ts'
import type { Asker } from '../../../test/make.ts'
import { type Role, permissionsOf } from '../../people/permissions.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'
import { addEvent } from './queries/collision-write.ts'

let on: Disputed
beforeAll(async () => {
  on = await aDisputedCompany()
})
afterAll(() => on.server.stop())

const ruling = (ownerId: string, more: Record<string, unknown> = {}) => ({
  ownerId,
  reason: 'worked-for-it',
  words: 'Ben visited it every week',
  ...more,
})

describe('what speaks for a side', () => {
  test('the registration that would have been made tells how complete it was', async () => {
    const customerId = await aCustomer(on.ana, { name: 'Bar Oeste' })
    const registration = {
      name: 'Bar Oeste',
      city: 'Madrid',
      street: 'Mayor 1',
      phone: '915553002',
      channel: 'bar',
    }
    const { body } = await on.claim(on.ben, customerId, { registration })
    expect(body.claims.map(({ person, completeness }) => [person.name, completeness])).toEqual([
      ['Ana', 0],
      ['Ben', 25],
    ])
    expect(body.proposal).toMatchObject({ person: { name: 'Ben' }, because: 'only-complete' })
  })

  test('a customer’s written choice overrides', async () => {
    const { id } = await on.aCase()
    const letter = { words: 'A letter with stamp', chosenId: on.ben.id, writtenOn: '2026-05-09' }
    const { body } = await on.act(on.ana, id, 'evidence', letter)
    expect(body).toMatchObject({
      proposal: { person: { name: 'Ben' }, because: 'customer-choice', day: '2026-05-09' },
      next: { what: 'rule' },
    })
  })

  test.each([
    ['of somebody who does not claim', { chosenId: 'cleo', writtenOn: '2026-05-09' }, 'not-a-claimant'],
    ['without its day', { chosenId: 'ben' }, 'invalid-choice'],
    ['written tomorrow', { chosenId: 'ben', writtenOn: '2026-05-11' }, 'invalid-future-day'],
  ])('a choice %s is refused', async (_, { chosenId, ...more }, code) => {
    const { id } = await on.aCase()
    const chosen = chosenId === 'ben' ? on.ben.id : on.cleo.id
    const answer = await on.act(on.ana, id, 'evidence', { words: 'x', chosenId: chosen, ...more })
    expect(answer.body.code).toBe(code)
    expect((await on.read(on.ana, id)).body.events).toHaveLength(2)
  })

  test('the day of a device counts once somebody above accepts it', async () => {
    const customerId = await aCustomer(on.ana, {
      street: 'Mayor 1',
      city: 'Madrid',
      phone: '915553003',
      channel: 'bar',
    })
    const registration = { name: 'x', city: 'Madrid', street: 'Mayor 1', phone: '915553003', channel: 'bar' }
    const opened = await on.claim(on.ben, customerId, { registration, claimedOn: '2026-05-08' })
    expect(opened.body.proposal).toMatchObject({ person: { name: 'Ana' }, because: 'earliest-complete' })
    const claimId = opened.body.claims.find(({ person }) => person.name === 'Ben')?.id
    const { id } = opened.body
    expect(await on.act(on.ben, id, 'accept-day', { claimId })).toMatchObject({ body: { code: 'own-case' } })
    const accepted = await on.act(on.manager, id, 'accept-day', { claimId })
    expect(accepted.body.proposal).toMatchObject({ person: { name: 'Ben' }, day: '2026-05-08' })
    expect(await on.act(on.manager, id, 'accept-day', { claimId })).toMatchObject({
      body: { code: 'already-decided' },
    })
  })

  test('a file is kept and read by whoever may read the case', async () => {
    const { id } = await on.aCase()
    const send = async (cookie: string) =>
      await on.server.app.request(`/api/collisions/${id}/files?name=letter.pdf`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/octet-stream' },
        body: '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
      })
    expect((await send(on.cleo.cookie)).status).toBe(404)
    expect((await send(on.ana.cookie)).status).toBe(200)
    const file = (await on.read(on.ben, id)).body.events.at(-1)
    expect(file).toMatchObject({ evidence: 'file', file: { name: 'letter.pdf', kind: 'pdf' } })
    const path = `/api/collisions/files/${file?.id}`
    const get = (cookie: string) => on.server.app.request(path, { headers: { cookie } })
    expect(await (await get(on.ben.cookie)).text()).toContain('%PDF')
    expect((await get(on.cleo.cookie)).status).toBe(404)
    expect((await get(on.stranger.cookie)).status).toBe(404)
  })
})

describe('two entries of one outlet', () => {
  test('are one case of whoever opened it for both, and both follow the ruling', async () => {
    const first = await aCustomer(on.ana, { name: 'Bar Doble' })
    const second = await aCustomer(on.cleo, { name: 'Bar Doble' })
    const pair = { customerId: second, otherId: first, statement: 'Both registered it' }
    expect((await on.ask(on.ana, 'POST', '/api/collisions/pairs', pair)).status).toBe(403)
    expect((await on.ask(on.stranger, 'POST', '/api/collisions/pairs', pair)).status).toBe(404)
    const opened = await on.ask(on.steward, 'POST', '/api/collisions/pairs', pair)
    expect(opened.body).toMatchObject({
      customer: { id: first },
      claimants: [{ name: 'Ana' }, { name: 'Cleo' }],
    })
    expect(await on.ask(on.steward, 'POST', '/api/collisions/pairs', pair)).toMatchObject({
      body: { code: 'already-claimed' },
    })
    expect((await on.act(on.steward, opened.body.id, 'rule', ruling(on.cleo.id))).status).toBe(200)
    expect([await on.ownerOf(first), await on.ownerOf(second)]).toEqual(['Cleo', 'Cleo'])
  })

  test('of one owner are none', async () => {
    const pair = { customerId: await aCustomer(on.ana), otherId: await aCustomer(on.ana), statement: 'x' }
    expect(await on.ask(on.steward, 'POST', '/api/collisions/pairs', pair)).toMatchObject({
      body: { code: 'one-owner' },
    })
  })
})

describe('the database itself, past the rules of the program', () => {
  /** Writes an event of a case as this person, without asking whether they may. */
  const write = async (who: Asker, role: Role, event: Partial<Parameters<typeof addEvent>[3]>) => {
    const { id, customerId } = await on.aCase()
    const actor = {
      organizationId: on.company,
      personId: who.id,
      userId: null,
      may: permissionsOf([role]),
      people: [who.id],
    }
    return await commandAs(on.server.services.db, actor, 'smuggle', async (tx, changes) => {
      const made = { act: 'comment', today: '2026-05-10' as const, ...event } as Parameters<
        typeof addEvent
      >[3]
      return await addEvent(tx, changes, { id, customerId }, made)
    })
  }
  const ruled = { act: 'ruled', stage: 'ruled', reason: 'other' } as const

  test('lets whoever may say something say it, and whoever may rule rule', async () => {
    await write(on.cleo, 'salesperson', {})
    await write(on.manager, 'manager', ruled)
    await write(on.ben, 'salesperson', { act: 'withdrawn', stage: 'withdrawn' })
  })

  test.each([
    ['a ruling by whoever may only register', 'salesperson', ruled],
    ['a decision by whoever may only register', 'salesperson', { ...ruled, act: 'decided', stage: 'final' }],
    ['a ruling in a case of one’s own', 'manager', ruled],
    ['the day of one’s own device accepted', 'manager', { act: 'day-accepted' }],
    ['a case closed by a remark', 'salesperson', { stage: 'final' }],
  ] as const)('refuses %s', async (_, role, event) => {
    await expect(write(on.ben, role, event)).rejects.toThrow(/row-level security|collision_event_stage/)
  })

  test('refuses a case withdrawn or appealed by somebody who is no side of it', async () => {
    for (const act of ['withdrawn', 'appealed'] as const)
      await expect(write(on.cleo, 'salesperson', { act, stage: act })).rejects.toThrow(/row-level security/)
  })
})
