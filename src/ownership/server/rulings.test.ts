import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Disputed, aDisputedCompany } from '../../../test/collision.ts'
import { aCustomer } from '../../../test/register.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { openCollisions } from './queries/collision-case.ts'
import { creditSplitsOf } from './queries/credit-splits.ts'

let on: Disputed
beforeAll(async () => {
  on = await aDisputedCompany()
})
afterAll(() => on.server.stop())

const asProgram = <T>(work: Parameters<typeof readAs<T>>[2]) =>
  readAs(on.server.services.db, programActor(on.company), work)
type Told = { kind: string; link: string; names: Record<string, string> }
const ruling = (ownerId: string, more: Record<string, unknown> = {}) => ({
  ownerId,
  reason: 'worked-for-it',
  words: 'Ben visited it every week',
  ...more,
})

describe('a ruling', () => {
  const thirds = {
    parts: [] as { personId: string; share: string }[],
    from: '2026-05-01',
    until: '2026-08-31',
  }
  const split = () => ({
    ...thirds,
    parts: [
      { personId: on.ana.id, share: '1/3' },
      { personId: on.ben.id, share: '2/3' },
    ],
  })

  test('moves the customer from today with its cause, and splits the credit exactly', async () => {
    const { id, customerId } = await on.aCase()
    const { body } = await on.act(on.manager, id, 'rule', ruling(on.ben.id, { split: split() }))
    expect(body).toMatchObject({
      stage: 'ruled',
      owner: { name: 'Ben' },
      next: { what: 'appeal', by: '2026-05-20' },
    })
    expect(body.events.at(-1)).toMatchObject({
      act: 'ruled',
      by: { name: 'Mia' },
      owner: { name: 'Ben' },
      reason: 'worked-for-it',
      split: {
        from: '2026-05-01',
        until: '2026-08-31',
        parts: [
          { person: { name: 'Ben' }, share: '2/3', percent: '66.67' },
          { person: { name: 'Ana' }, share: '1/3', percent: '33.33' },
        ],
      },
    })
    const splits = await asProgram((tx) => creditSplitsOf(tx, [customerId]))
    expect(splits).toMatchObject([{ whole: 3, parts: [{ part: 2 }, { part: 1 }] }])
    const ledger = await on.ask<object>(on.principal, 'GET', `/api/customers/${customerId}/ownership`)
    expect(JSON.stringify(ledger.body)).toContain('"ruling"')
    expect(await asProgram((tx) => openCollisions(tx, [customerId]))).toEqual([])
  })

  test('for whoever holds it changes nothing in the ledger', async () => {
    const { id, customerId } = await on.aCase()
    expect((await on.act(on.principal, id, 'rule', ruling(on.ana.id))).status).toBe(200)
    expect(await on.ownerOf(customerId)).toBe('Ana')
    expect(await on.claim(on.ben, customerId)).toMatchObject({
      body: { code: 'ruled-already', facts: { collisionId: id } },
    })
  })

  test('is for those above all who claim, never in a case of one’s own', async () => {
    const customerId = await aCustomer(on.ana)
    const { id } = (await on.claim(on.manager, customerId)).body
    const answers = []
    for (const who of [on.ana, on.manager, on.otherManager, on.principal])
      answers.push((await on.act(who, id, 'rule', ruling(on.ana.id))).body.code ?? 'ruled')
    expect(answers).toEqual(['own-case', 'own-case', 'not-found', 'ruled'])
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['shares that miss a hundredth', { split: ['33.33', '66.66'] }, 'split-not-whole'],
    ['an end before its beginning', { split: ['50', '50'], until: '2026-04-01' }, 'invalid-span'],
    ['an owner who claims nothing', { owner: 'cleo' }, 'not-a-claimant'],
    ['something said since', { seen: 1 }, 'said-since'],
  ])('with %s is refused and nothing is saved', async (_, { split: shares, until, owner, seen }, code) => {
    const { id, customerId } = await on.aCase()
    const parts = [on.ana.id, on.ben.id].map((personId, place) => ({
      personId,
      share: (shares as string[] | undefined)?.[place],
    }))
    const wanted = shares === undefined ? {} : { split: { ...thirds, parts, ...(until ? { until } : {}) } }
    const body = ruling(owner === 'cleo' ? on.cleo.id : on.ben.id, { ...wanted, ...(seen ? { seen } : {}) })
    expect((await on.act(on.manager, id, 'rule', body)).body.code).toBe(code)
    expect(await on.ownerOf(customerId)).toBe('Ana')
    expect((await on.read(on.ana, id)).body).toMatchObject({ stage: 'open', seen: 2 })
    expect(await asProgram((tx) => creditSplitsOf(tx, [customerId]))).toEqual([])
  })

  test('by two at once: one of them', async () => {
    const { id, customerId } = await on.aCase()
    const answers = await Promise.all([
      on.act(on.principal, id, 'rule', ruling(on.ben.id)),
      on.act(on.steward, id, 'rule', ruling(on.ana.id)),
      on.act(on.manager, id, 'rule', ruling(on.ben.id)),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    const ruled = answers.find(({ status }) => status === 200)
    expect(await on.ownerOf(customerId)).toBe(ruled?.body.owner?.name)
  })

  test('is appealed once, by a side, and decided by a principal who didn’t rule: final', async () => {
    const { id, customerId } = await on.aCase()
    await on.act(on.manager, id, 'rule', ruling(on.ben.id, { split: split() }))
    const words = { words: 'I was on holiday' }
    expect((await on.act(on.manager, id, 'appeal', words)).status).toBe(403)
    expect((await on.act(on.ana, id, 'appeal', words)).body).toMatchObject({ stage: 'appealed' })
    expect(await on.act(on.ben, id, 'appeal', words)).toMatchObject({ body: { code: 'not-in-this-stage' } })
    expect(await asProgram((tx) => openCollisions(tx, [customerId]))).toMatchObject([{ stage: 'appealed' }])
    const codes = []
    for (const who of [on.manager, on.steward, on.ana])
      codes.push((await on.act(who, id, 'decide', ruling(on.ana.id))).body.code)
    expect(codes).toEqual(['own-ruling', 'not-allowed', 'own-case'])
    const decided = await on.act(
      on.principal,
      id,
      'decide',
      ruling(on.ana.id, { reason: 'earliest-complete' }),
    )
    expect(decided.body).toMatchObject({ stage: 'final', owner: { name: 'Ana' }, next: null, may: [] })
    const { body } = await on.ask<{ notices: Told[] }>(on.ben, 'GET', '/api/notices')
    const told = body.notices.filter(({ link }) => link === `/collisions/${id}`)
    expect(told.map(({ kind, names }) => `${kind} ${names['to']}`)).toEqual([
      'collision-ruled Ana',
      'collision-ruled Ben',
    ])
    expect(await asProgram((tx) => creditSplitsOf(tx, [customerId]))).toEqual([])
  })

  test('of the principal is appealed to somebody else who may rule', async () => {
    const { id } = await on.aCase()
    await on.act(on.principal, id, 'rule', ruling(on.ben.id))
    await on.act(on.ana, id, 'appeal', { words: 'No' })
    expect(await on.act(on.principal, id, 'decide', ruling(on.ana.id))).toMatchObject({
      body: { code: 'own-ruling' },
    })
    expect((await on.act(on.steward, id, 'decide', ruling(on.ana.id))).body.stage).toBe('final')
  })

  test('is final when nobody appealed in time', async () => {
    const { id } = await on.aCase()
    await on.act(on.manager, id, 'rule', ruling(on.ben.id))
    on.clock.at = new Date('2026-05-21T10:00:00Z')
    try {
      expect((await on.read(on.ana, id)).body).toMatchObject({ stage: 'final', next: null })
      expect(await on.act(on.ana, id, 'appeal', { words: 'Late' })).toMatchObject({
        body: { code: 'not-in-this-stage', facts: { stage: 'final' } },
      })
    } finally {
      on.clock.at = new Date('2026-05-10T10:00:00Z')
    }
  })
})

describe('how a company deals with it', () => {
  type Rules = { settings: { appealDays: number }; version: number; mayChange: boolean }
  const path = '/api/company/collisions'

  test('is changed by whoever keeps the settings, from the version they saw', async () => {
    const { body } = await on.ask<Rules>(on.ana, 'GET', path)
    expect(body).toMatchObject({ settings: { answerDays: 5, appealDays: 10 }, mayChange: false })
    const change = { settings: { ...body.settings, appealDays: 3 }, version: body.version }
    expect((await on.ask(on.ana, 'PUT', path, change)).status).toBe(403)
    expect((await on.ask(on.principal, 'PUT', path, change)).status).toBe(200)
    expect(await on.ask(on.principal, 'PUT', path, change)).toMatchObject({ body: { code: 'changed-since' } })
    const { id } = await on.aCase()
    const ruled = await on.act(on.manager, id, 'rule', ruling(on.ben.id))
    expect(ruled.body.next).toMatchObject({ what: 'appeal', by: '2026-05-13' })
  })

  test.each([
    ['appealDays', 0],
    ['completeFrom', 101],
    ['answerDays', 1.5],
  ])('%s can’t be %s', async (name, value) => {
    const { body } = await on.ask<Rules>(on.principal, 'GET', path)
    const change = { settings: { ...body.settings, [name]: value }, version: body.version }
    expect((await on.ask(on.principal, 'PUT', path, change)).status).toBe(422)
  })
})
