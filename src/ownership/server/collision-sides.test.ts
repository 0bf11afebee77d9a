import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Disputed, aDisputedCompany } from '../../../test/collision.ts'
import { aCustomer } from '../../../test/register.ts'

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
