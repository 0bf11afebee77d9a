import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aContact, aCustomer, asProgram, changeCustomer, someRows } from '../../../test/register.ts'
import {
  type Stewarded,
  aStewardedCompany,
  merge,
  mergeIdOf,
  searched,
  versionsOf,
} from '../../../test/stewarded.ts'
import { movesWithCustomer } from '../moving.ts'

let on: Stewarded
beforeAll(async () => {
  on = await aStewardedCompany()
})
afterAll(() => on.server.stop())

describe('merging', () => {
  test('one customer stays, with the chosen values and everything that hung on both', async () => {
    const kept = await aCustomer(on.ana, {
      name: 'Café Río',
      phone: '915 55 11 11',
      tags: ['bar'],
      code: 'K-1',
    })
    const dropped = await aCustomer(on.ben, {
      name: 'CAFE RIO SL',
      email: 'rio@example.com',
      tags: ['sol'],
      code: 'D-1',
    })
    const lola = await aContact(on.server, on.company, dropped, {
      name: 'Lola',
      phone: '600111222',
      inCharge: true,
    })
    const child = await aCustomer(on.principal, { name: 'Terraza', parentId: dropped })
    const [beer = '', wine = ''] = await someRows(on.server, on.company, 'product', [
      { code: 'beer', name: 'Beer' },
      { code: 'wine', name: 'Wine' },
    ])
    await someRows(on.server, on.company, 'carried_product', [
      { customer_id: kept, product_id: beer, quantity: 1 },
      { customer_id: dropped, product_id: beer, quantity: 9 },
      { customer_id: dropped, product_id: wine, quantity: 2 },
    ])
    const answer = await merge(on.sol, kept, [dropped], { name: dropped })
    expect(answer).toMatchObject({
      status: 200,
      body: {
        moved: { contact: 1, carried_product: 1, child: 1 },
        ownerStays: { name: 'Ana' },
        otherOwners: [{ name: 'Ben' }],
      },
    })
    expect((await on.principal.ask('GET', `/api/customers/${kept}`)).body).toMatchObject({
      code: 'K-1',
      name: 'CAFE RIO SL',
      email: 'rio@example.com',
      tags: ['bar', 'sol'],
      contacts: [{ id: lola, inCharge: true }],
      products: [
        { code: 'beer', quantity: 1 },
        { code: 'wine', quantity: 2 },
      ],
      childCount: 1,
    })
    expect((await on.ben.ask('GET', `/api/customers/${dropped}`)).body).toMatchObject({
      status: 'merged',
      mergedInto: kept,
    })
    expect((await on.principal.ask('GET', `/api/customers/${child}`)).body).toMatchObject({
      parent: { id: kept },
    })
    for (const q of ['D-1', 'cafe rio', 'Lola']) expect(await searched(on.ana, q)).toEqual([kept])
    expect(await searched(on.ben, 'Lola')).toEqual([])
  })

  test('whoever holds the kept one sees what was merged into it; the other owner sees no more of the kept one', async () => {
    const kept = await aCustomer(on.ana, { name: 'Una' })
    const dropped = await aCustomer(on.ben, { name: 'Una' })
    expect((await on.ana.ask('GET', `/api/customers/${dropped}`)).status).toBe(404)
    await merge(on.sol, kept, [dropped])
    expect((await on.ana.ask('GET', `/api/customers/${dropped}`)).status).toBe(200)
    const timeline = await on.ana.ask('GET', `/api/customers/${kept}/timeline`)
    const { entries } = timeline.body as {
      entries: { cause: string; what: string; subject: string | null; changes: unknown[] }[]
    }
    const told = entries.filter((entry) => entry.cause === 'merge')
    expect(told).toMatchObject([{ what: 'merge-of', subject: expect.stringMatching(/^Una \(.+\)$/) }])
    const left = await on.sol.ask('GET', `/api/customers/${dropped}/timeline?kind=merge`)
    expect(left.body).toMatchObject({ entries: [{ what: 'merge-into', changes: [] }] })
    expect(entries.filter((entry) => entry.cause === 'registered').length).toBeGreaterThanOrEqual(2)
    expect((await on.ben.ask('GET', `/api/customers/${kept}`)).status).toBe(404)
    const merges = await on.ana.ask('GET', `/api/customers/${kept}/merges`)
    expect(merges.body).toMatchObject({
      merges: [{ canUndo: false, dropped: [{ id: dropped, owner: { name: 'Ben' } }] }],
    })
  })

  test('a contact that both have stays once, and the person in charge is the one chosen', async () => {
    const kept = await aCustomer(on.ana, {
      contacts: [
        { name: 'Eva', phone: '600 000 009' },
        { name: 'Raúl', inCharge: true },
      ],
    })
    const dropped = await aCustomer(on.ana, {
      contacts: [{ name: 'EVA', phone: '+34600000009', inCharge: true }],
    })
    await merge(on.sol, kept, [dropped], { inCharge: dropped })
    const { body } = await on.ana.ask('GET', `/api/customers/${kept}`)
    expect(body).toMatchObject({
      contacts: [
        { name: 'Eva', inCharge: true },
        { name: 'Raúl', inCharge: false },
      ],
    })
  })

  test('personal notes go with their contact, and the steward never sees them', async () => {
    const kept = await aCustomer(on.ana)
    const dropped = await aCustomer(on.ana)
    const contact = await aContact(on.server, on.company, dropped, { name: 'Pau', inCharge: true })
    const fact = {
      contact_id: contact,
      kind: 'hobby',
      fact: 'chess',
      source: 'told me',
      author_id: on.ana.id,
    }
    const days = { noted_on: '2026-01-01', expires_on: '2100-01-01', no_children: true }
    const note = [{ customer_id: dropped, ...fact, ...days }]
    const write = {
      organizationId: on.company,
      personId: on.ana.id,
      userId: null,
      may: [],
      people: [on.ana.id],
    }
    const { commandAs } = await import('../../platform/server/database/transaction.ts')
    await commandAs(on.server.services.db, write, 'arrange', async (tx) => {
      await tx
        .insertInto('personal_fact')
        .values({ organization_id: on.company, id: contact, ...note[0] } as never)
        .execute()
    })
    const answer = await merge(on.sol, kept, [dropped])
    expect(answer.body).toMatchObject({ moved: { personal_fact: 1 } })
    expect(JSON.stringify(answer.body)).not.toContain('chess')
  })

  test('merging into a customer that was merged itself leads everything to the last', async () => {
    const [a, b, c] = [await aCustomer(on.ana), await aCustomer(on.ana), await aCustomer(on.ana)]
    const first = await merge(on.sol, b, [a])
    const second = await merge(on.sol, c, [b])
    expect((await on.sol.ask('GET', `/api/customers/${a}`)).body).toMatchObject({ mergedInto: c })
    expect(await on.sol.ask('POST', `/api/merges/${mergeIdOf(first)}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'merged-again' },
    })
    expect((await on.sol.ask('POST', `/api/merges/${mergeIdOf(second)}/undo`)).status).toBe(200)
    expect((await on.sol.ask('GET', `/api/customers/${a}`)).body).toMatchObject({ mergedInto: b })
    expect((await on.sol.ask('POST', `/api/merges/${mergeIdOf(first)}/undo`)).status).toBe(200)
    expect((await on.sol.ask('GET', `/api/customers/${a}`)).body).toMatchObject({
      status: 'active',
      mergedInto: null,
    })
  })

  test('parent and child become one without a ring', async () => {
    const parent = await aCustomer(on.ana)
    const child = await aCustomer(on.ana, { parentId: parent })
    const grandchild = await aCustomer(on.ana, { parentId: child })
    await merge(on.sol, child, [parent])
    expect((await on.sol.ask('GET', `/api/customers/${child}`)).body).toMatchObject({
      parent: null,
      childCount: 1,
    })
    const stray = await aCustomer(on.ana, { parentId: grandchild })
    await merge(on.sol, child, [stray], { parentId: stray })
    expect((await on.sol.ask('GET', `/api/customers/${child}`)).body).toMatchObject({ parent: null })
  })
})

describe('refusals', () => {
  test('who may not merge, strangers, oneself, old versions, merged ones', async () => {
    const [kept, dropped] = [await aCustomer(on.ana), await aCustomer(on.ana)]
    const versions = await versionsOf(on.sol, [kept, dropped])
    const input = { keptId: kept, droppedIds: [dropped], versions }
    expect((await on.ana.ask('POST', '/api/customers/merge', input)).status).toBe(403)
    expect((await on.ana.ask('POST', '/api/customers/merge/preview', { ids: [kept, dropped] })).status).toBe(
      403,
    )
    expect((await on.stranger.ask('POST', '/api/customers/merge', input)).status).toBe(404)
    expect(
      (await on.stranger.ask('POST', '/api/customers/merge/preview', { ids: [kept, dropped] })).status,
    ).toBe(404)
    expect((await on.sol.ask('POST', '/api/customers/merge', { ...input, droppedIds: [kept] })).status).toBe(
      422,
    )
    expect((await on.sol.ask('POST', '/api/customers/merge', { ...input, droppedIds: [] })).status).toBe(422)
    await changeCustomer(on.server, on.company, dropped, { note: 'changed meanwhile' })
    expect(await on.sol.ask('POST', '/api/customers/merge', input)).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    })
    const answer = await merge(on.sol, kept, [dropped])
    expect(await on.sol.ask('POST', '/api/customers/merge', input)).toMatchObject({
      status: 409,
      body: { code: 'merged-meanwhile' },
    })
    expect((await on.ana.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)).status).toBe(403)
    expect((await on.stranger.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)).status).toBe(404)
    expect((await on.sol.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)).status).toBe(200)
    expect(await on.sol.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'already-undone' },
    })
  })

  test('a choice of another company’s customer is none', async () => {
    const [kept, dropped] = [
      await aCustomer(on.ana, { name: 'Ours' }),
      await aCustomer(on.ana, { name: 'Other' }),
    ]
    const theirs = await aCustomer(on.stranger, { name: 'Theirs' })
    await merge(on.sol, kept, [dropped], { name: theirs })
    expect((await on.sol.ask('GET', `/api/customers/${kept}`)).body).toMatchObject({ name: 'Ours' })
    expect((await on.sol.ask('POST', '/api/customers/merge/preview', { ids: [kept, theirs] })).status).toBe(
      404,
    )
  })

  test('two stewards merge the same pair at once, either way round: one of them wins', async () => {
    const [a, b] = [await aCustomer(on.ana), await aCustomer(on.ana)]
    const versions = await versionsOf(on.sol, [a, b])
    const answers = await Promise.all([
      on.sol.ask('POST', '/api/customers/merge', { keptId: a, droppedIds: [b], versions }),
      on.luz.ask('POST', '/api/customers/merge', { keptId: b, droppedIds: [a], versions }),
      on.luz.ask('POST', '/api/customers/merge', { keptId: a, droppedIds: [b], versions }),
    ])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409])
    const states = await Promise.all([a, b].map((id) => on.sol.ask('GET', `/api/customers/${id}`)))
    expect(states.map(({ body }) => (body as { status: string }).status).toSorted()).toEqual([
      'active',
      'merged',
    ])
  })

  test('contacts added while the merge runs are moved or refused, never lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [kept, dropped] = [await aCustomer(on.ana), await aCustomer(on.ana)]
      const versions = await versionsOf(on.sol, [kept, dropped])
      const add = (name: string) =>
        aContact(on.server, on.company, dropped, { name }).then(
          () => name,
          (error: Error & { code?: string }) => {
            expect(error.code).toBe('RV100')
            return null
          },
        )
      const [merged, ...added] = await Promise.all([
        on.sol.ask('POST', '/api/customers/merge', { keptId: kept, droppedIds: [dropped], versions }),
        ...['a', 'b', 'c', 'd'].map(add),
      ])
      expect(merged.status).toBe(200)
      const { body } = await on.ana.ask('GET', `/api/customers/${kept}`)
      const names = (body as { contacts: { name: string }[] }).contacts.map((contact) => contact.name)
      expect(names.toSorted()).toEqual(added.filter((name) => name !== null).toSorted())
    }
  })
})

test('every table that hangs on a customer has a decision what a merge does with it', async () => {
  const tables = await asProgram(on.server, on.company, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select distinct c.conrelid::regclass::text as name from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'customer'::regclass`.execute(tx)
    return rows.map((row) => row.name).toSorted()
  })
  expect(Object.keys(movesWithCustomer).toSorted()).toEqual(tables)
})
