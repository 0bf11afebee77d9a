import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aContact, aCustomer, asProgram, changeCustomer, someRows } from '../../../test/register.ts'
import { rescore } from '../../customers/server/queries/completeness.ts'
import { defaultSettings } from '../../customers/settings.ts'
import { movesWithCustomer } from '../moving.ts'

let server: Server
let company: string
let principal: Asker
let sol: Asker
let luz: Asker
let ana: Asker
let ben: Asker
let stranger: Asker
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  sol = await aPerson(server, company, 'Sol', ['steward'])
  luz = await aPerson(server, company, 'Luz', ['steward'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  ben = await aPerson(server, company, 'Ben', ['salesperson'], { managerId: principal.id })
  stranger = await aPerson(server, await aCompany(server), 'Eve', ['principal'])
})
afterAll(() => server.stop())

type Preview = { keptId: string; entries: { id: string; version: number }[]; fields: { field: string }[] }
async function versionsOf(ids: readonly string[]): Promise<Record<string, number>> {
  const { body } = await principal.ask('POST', '/api/customers/merge/preview', { ids })
  return Object.fromEntries((body as Preview).entries.map((entry) => [entry.id, entry.version]))
}
async function merge(keptId: string, droppedIds: string[], choices = {}, who = sol) {
  const versions = await versionsOf([keptId, ...droppedIds])
  return await who.ask('POST', '/api/customers/merge', { keptId, droppedIds, choices, versions })
}
const idOf = (answer: { body: never }) => (answer.body as { mergeId: string }).mergeId

/** Everything that hangs on the company's customers, without what counts and dates changes. */
async function everything(): Promise<unknown> {
  return await asProgram(
    server,
    company,
    async (tx) => {
      const found: Record<string, unknown> = {}
      for (const table of [
        'customer',
        'contact',
        'carried_product',
        'change_request',
        'holder',
        'personal_fact',
      ]) {
        const key = table === 'holder' ? sql`t.customer_id, t.role, t.seat` : sql`t.id`
        const { rows } = await sql<{ row: unknown }>`
          select to_jsonb(t) - 'version' - 'updated_at' as row from ${sql.table(table)} t order by ${key}`.execute(
          tx,
        )
        found[table] = rows.map(({ row }) => row)
      }
      const { rows } = await sql`select * from merged_customer order by customer_id`.execute(tx)
      return { ...found, merged: rows }
    },
    'merge-customers',
  )
}
const searched = async (who: Asker, q: string) => {
  const { body } = await who.ask('GET', `/api/customers?q=${encodeURIComponent(q)}`)
  return (body as { rows: { id: string }[] }).rows.map((row) => row.id)
}

describe('merging', () => {
  test('one customer stays, with the chosen values and everything that hung on both', async () => {
    const kept = await aCustomer(ana, { name: 'Café Río', phone: '915 55 11 11', tags: ['bar'], code: 'K-1' })
    const dropped = await aCustomer(ben, {
      name: 'CAFE RIO SL',
      email: 'rio@example.com',
      tags: ['sol'],
      code: 'D-1',
    })
    const lola = await aContact(server, company, dropped, {
      name: 'Lola',
      phone: '600111222',
      inCharge: true,
    })
    const child = await aCustomer(principal, { name: 'Terraza', parentId: dropped })
    const [beer = '', wine = ''] = await someRows(server, company, 'product', [
      { code: 'beer', name: 'Beer' },
      { code: 'wine', name: 'Wine' },
    ])
    await someRows(server, company, 'carried_product', [
      { customer_id: kept, product_id: beer, quantity: 1 },
      { customer_id: dropped, product_id: beer, quantity: 9 },
      { customer_id: dropped, product_id: wine, quantity: 2 },
    ])
    const answer = await merge(kept, [dropped], { name: dropped })
    expect(answer).toMatchObject({
      status: 200,
      body: {
        moved: { contact: 1, carried_product: 1, child: 1 },
        ownerStays: { name: 'Ana' },
        otherOwners: [{ name: 'Ben' }],
      },
    })
    expect((await principal.ask('GET', `/api/customers/${kept}`)).body).toMatchObject({
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
    expect((await ben.ask('GET', `/api/customers/${dropped}`)).body).toMatchObject({
      status: 'merged',
      mergedInto: kept,
    })
    expect((await principal.ask('GET', `/api/customers/${child}`)).body).toMatchObject({
      parent: { id: kept },
    })
    for (const q of ['D-1', 'cafe rio', 'Lola']) expect(await searched(ana, q)).toEqual([kept])
    expect(await searched(ben, 'Lola')).toEqual([])
  })

  test('whoever holds the kept one sees what was merged into it; the other owner sees no more of the kept one', async () => {
    const kept = await aCustomer(ana, { name: 'Una' })
    const dropped = await aCustomer(ben, { name: 'Una' })
    expect((await ana.ask('GET', `/api/customers/${dropped}`)).status).toBe(404)
    await merge(kept, [dropped])
    expect((await ana.ask('GET', `/api/customers/${dropped}`)).status).toBe(200)
    expect((await ben.ask('GET', `/api/customers/${kept}`)).status).toBe(404)
    const merges = await ana.ask('GET', `/api/customers/${kept}/merges`)
    expect(merges.body).toMatchObject({
      merges: [{ canUndo: false, dropped: [{ id: dropped, owner: { name: 'Ben' } }] }],
    })
  })

  test('a contact that both have stays once, and the person in charge is the one chosen', async () => {
    const kept = await aCustomer(ana, {
      contacts: [
        { name: 'Eva', phone: '600 000 009' },
        { name: 'Raúl', inCharge: true },
      ],
    })
    const dropped = await aCustomer(ana, {
      contacts: [{ name: 'EVA', phone: '+34600000009', inCharge: true }],
    })
    await merge(kept, [dropped], { inCharge: dropped })
    const { body } = await ana.ask('GET', `/api/customers/${kept}`)
    expect(body).toMatchObject({
      contacts: [
        { name: 'Eva', inCharge: true },
        { name: 'Raúl', inCharge: false },
      ],
    })
  })

  test('personal notes go with their contact, and the steward never sees them', async () => {
    const kept = await aCustomer(ana)
    const dropped = await aCustomer(ana)
    const contact = await aContact(server, company, dropped, { name: 'Pau', inCharge: true })
    const fact = { contact_id: contact, kind: 'hobby', fact: 'chess', source: 'told me', author_id: ana.id }
    const days = { noted_on: '2026-01-01', expires_on: '2100-01-01', no_children: true }
    const note = [{ customer_id: dropped, ...fact, ...days }]
    const write = { organizationId: company, personId: ana.id, userId: null, may: [], people: [ana.id] }
    const { commandAs } = await import('../../platform/server/database/transaction.ts')
    await commandAs(server.services.db, write, 'arrange', async (tx) => {
      await tx
        .insertInto('personal_fact')
        .values({ organization_id: company, id: contact, ...note[0] } as never)
        .execute()
    })
    const answer = await merge(kept, [dropped])
    expect(answer.body).toMatchObject({ moved: { personal_fact: 1 } })
    expect(JSON.stringify(answer.body)).not.toContain('chess')
  })

  test('merging into a customer that was merged itself leads everything to the last', async () => {
    const [a, b, c] = [await aCustomer(ana), await aCustomer(ana), await aCustomer(ana)]
    const first = await merge(b, [a])
    const second = await merge(c, [b])
    expect((await sol.ask('GET', `/api/customers/${a}`)).body).toMatchObject({ mergedInto: c })
    expect(await sol.ask('POST', `/api/merges/${idOf(first)}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'merged-again' },
    })
    expect((await sol.ask('POST', `/api/merges/${idOf(second)}/undo`)).status).toBe(200)
    expect((await sol.ask('GET', `/api/customers/${a}`)).body).toMatchObject({ mergedInto: b })
    expect((await sol.ask('POST', `/api/merges/${idOf(first)}/undo`)).status).toBe(200)
    expect((await sol.ask('GET', `/api/customers/${a}`)).body).toMatchObject({
      status: 'active',
      mergedInto: null,
    })
  })

  test('parent and child become one without a ring', async () => {
    const parent = await aCustomer(ana)
    const child = await aCustomer(ana, { parentId: parent })
    const grandchild = await aCustomer(ana, { parentId: child })
    await merge(child, [parent])
    expect((await sol.ask('GET', `/api/customers/${child}`)).body).toMatchObject({
      parent: null,
      childCount: 1,
    })
    const stray = await aCustomer(ana, { parentId: grandchild })
    await merge(child, [stray], { parentId: stray })
    expect((await sol.ask('GET', `/api/customers/${child}`)).body).toMatchObject({ parent: null })
  })
})

describe('refusals', () => {
  test('who may not merge, strangers, oneself, old versions, merged ones', async () => {
    const [kept, dropped] = [await aCustomer(ana), await aCustomer(ana)]
    const versions = await versionsOf([kept, dropped])
    const input = { keptId: kept, droppedIds: [dropped], versions }
    expect((await ana.ask('POST', '/api/customers/merge', input)).status).toBe(403)
    expect((await ana.ask('POST', '/api/customers/merge/preview', { ids: [kept, dropped] })).status).toBe(403)
    expect((await stranger.ask('POST', '/api/customers/merge', input)).status).toBe(404)
    expect(
      (await stranger.ask('POST', '/api/customers/merge/preview', { ids: [kept, dropped] })).status,
    ).toBe(404)
    expect((await sol.ask('POST', '/api/customers/merge', { ...input, droppedIds: [kept] })).status).toBe(422)
    expect((await sol.ask('POST', '/api/customers/merge', { ...input, droppedIds: [] })).status).toBe(422)
    await changeCustomer(server, company, dropped, { note: 'changed meanwhile' })
    expect(await sol.ask('POST', '/api/customers/merge', input)).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    })
    const answer = await merge(kept, [dropped])
    expect(await sol.ask('POST', '/api/customers/merge', input)).toMatchObject({
      status: 409,
      body: { code: 'merged-meanwhile' },
    })
    expect((await ana.ask('POST', `/api/merges/${idOf(answer)}/undo`)).status).toBe(403)
    expect((await stranger.ask('POST', `/api/merges/${idOf(answer)}/undo`)).status).toBe(404)
    expect((await sol.ask('POST', `/api/merges/${idOf(answer)}/undo`)).status).toBe(200)
    expect(await sol.ask('POST', `/api/merges/${idOf(answer)}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'already-undone' },
    })
  })

  test('a choice of another company’s customer is none', async () => {
    const [kept, dropped] = [await aCustomer(ana, { name: 'Ours' }), await aCustomer(ana, { name: 'Other' })]
    const theirs = await aCustomer(stranger, { name: 'Theirs' })
    await merge(kept, [dropped], { name: theirs })
    expect((await sol.ask('GET', `/api/customers/${kept}`)).body).toMatchObject({ name: 'Ours' })
    expect((await sol.ask('POST', '/api/customers/merge/preview', { ids: [kept, theirs] })).status).toBe(404)
  })

  test('two stewards merge the same pair at once, either way round: one of them wins', async () => {
    const [a, b] = [await aCustomer(ana), await aCustomer(ana)]
    const versions = await versionsOf([a, b])
    const answers = await Promise.all([
      sol.ask('POST', '/api/customers/merge', { keptId: a, droppedIds: [b], versions }),
      luz.ask('POST', '/api/customers/merge', { keptId: b, droppedIds: [a], versions }),
      luz.ask('POST', '/api/customers/merge', { keptId: a, droppedIds: [b], versions }),
    ])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409])
    const states = await Promise.all([a, b].map((id) => sol.ask('GET', `/api/customers/${id}`)))
    expect(states.map(({ body }) => (body as { status: string }).status).toSorted()).toEqual([
      'active',
      'merged',
    ])
  })

  test('contacts added while the merge runs are moved or refused, never lost', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [kept, dropped] = [await aCustomer(ana), await aCustomer(ana)]
      const versions = await versionsOf([kept, dropped])
      const add = (name: string) =>
        aContact(server, company, dropped, { name }).then(
          () => name,
          (error: Error & { code?: string }) => {
            expect(error.code).toBe('RV100')
            return null
          },
        )
      const [merged, ...added] = await Promise.all([
        sol.ask('POST', '/api/customers/merge', { keptId: kept, droppedIds: [dropped], versions }),
        ...['a', 'b', 'c', 'd'].map(add),
      ])
      expect(merged.status).toBe(200)
      const { body } = await ana.ask('GET', `/api/customers/${kept}`)
      const names = (body as { contacts: { name: string }[] }).contacts.map((contact) => contact.name)
      expect(names.toSorted()).toEqual(added.filter((name) => name !== null).toSorted())
    }
  })
})

describe('taking a merge back', () => {
  const text = fc.constantFrom(null, 'one', 'two')
  const outlet = fc.record({
    street: text,
    note: text,
    phone: fc.constantFrom(null, '915 55 77 77', '915 55 88 88'),
    tier: fc.constantFrom(null, 'A', 'B'),
    tags: fc.subarray(['x', 'y']),
    place: fc.constantFrom(null, 40, 41),
    hours: fc.boolean(),
    contacts: fc.uniqueArray(fc.constantFrom('Eva', 'Raúl', 'Pau', 'Ona'), { maxLength: 3 }),
    inCharge: fc.nat(3),
    products: fc.subarray([0, 1, 2]),
    waiting: fc.boolean(),
    child: fc.boolean(),
  })
  let products: string[] = []
  async function make(one: fc.TypeOfArbitrary<typeof outlet>): Promise<string> {
    const id = await aCustomer(ana, { name: 'Prop' })
    await changeCustomer(server, company, id, {
      street: one.street,
      note: one.note,
      phone: one.phone,
      phone_e164: one.phone === null ? null : `+34${one.phone.replaceAll(' ', '')}`,
      tier: one.tier,
      tags: one.tags,
      latitude: one.place,
      longitude: one.place,
      located_by: one.place === null ? null : one.place === 40 ? 'pinned' : 'approximate',
      opening_hours: one.hours ? JSON.stringify([{ day: 1, from: '09:00', to: '14:00' }]) : null,
    })
    for (const [at, name] of one.contacts.entries()) {
      await aContact(server, company, id, { name, inCharge: at === one.inCharge })
    }
    await someRows(
      server,
      company,
      'carried_product',
      one.products.map((at) => ({ customer_id: id, product_id: products[at], quantity: at })),
    )
    const request = {
      customer_id: id,
      entity: 'customer',
      entity_id: id,
      field: 'name',
      from_value: '"Prop"',
      to_value: '"New"',
    }
    if (one.waiting) await someRows(server, company, 'change_request', [{ ...request, requested_by: ana.id }])
    if (one.child) await aCustomer(principal, { name: 'Child', parentId: id })
    await asProgram(server, company, async (tx, changes) => {
      await rescore(tx, [id], defaultSettings.weights)
      changes.add('customer', id, id)
    })
    return id
  }

  test('everything is exactly as it was before', async () => {
    products = await someRows(
      server,
      company,
      'product',
      [0, 1, 2].map((at) => ({ code: `p${at}`, name: 'P' })),
    )
    await fc.assert(
      fc.asyncProperty(
        outlet,
        outlet,
        outlet,
        fc.dictionary(fc.constantFrom('street', 'tier', 'location', 'inCharge'), fc.nat(2)),
        async (a, b, c, chosen) => {
          const ids = [await make(a), await make(b), await make(c)]
          const [kept = '', ...dropped] = ids
          const before = await everything()
          const choices = Object.fromEntries(Object.entries(chosen).map(([field, at]) => [field, ids[at]]))
          const answer = await merge(kept, dropped, choices)
          expect(answer.status).toBe(200)
          expect(await sol.ask('POST', `/api/merges/${idOf(answer)}/undo`)).toMatchObject({
            status: 200,
            body: { conflicts: [] },
          })
          expect(await everything()).toEqual(before)
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)

  test('edits in between stay; those of what the merge had changed are listed', async () => {
    const kept = await aCustomer(ana, { name: 'Una', street: null, email: null })
    const dropped = await aCustomer(ana, { name: 'Una', street: 'Mayor 1', email: 'una@example.com' })
    const eva = await aContact(server, company, dropped, { name: 'Eva', inCharge: true })
    const pau = await aContact(server, company, dropped, { name: 'Pau' })
    const answer = await merge(kept, [dropped])
    await changeCustomer(server, company, kept, { street: 'Mayor 2', note: 'new' })
    const added = await aContact(server, company, kept, { name: 'Ona' })
    await asProgram(server, company, async (tx, changes) => {
      await tx.updateTable('contact').set({ title: 'Chef' }).where('id', '=', eva).execute()
      await tx.deleteFrom('contact').where('id', '=', pau).execute()
      changes.add('contact', eva, kept)
      changes.add('contact', pau, kept, true)
    })
    expect(await sol.ask('POST', `/api/merges/${idOf(answer)}/undo`)).toMatchObject({
      status: 200,
      body: { restored: [dropped], conflicts: [{ what: 'street' }, { what: 'contact' }] },
    })
    expect((await ana.ask('GET', `/api/customers/${kept}`)).body).toMatchObject({
      street: 'Mayor 2',
      email: null,
      note: 'new',
      contacts: [{ id: added }],
    })
    expect((await ana.ask('GET', `/api/customers/${dropped}`)).body).toMatchObject({
      status: 'active',
      contacts: [{ id: eva, title: 'Chef', inCharge: true }],
    })
    const found = await searched(ana, 'una@example.com')
    expect([found[0], found.includes(kept)]).toEqual([dropped, false])
  })
})

test('every table that hangs on a customer has a decision what a merge does with it', async () => {
  const tables = await asProgram(server, company, async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select distinct c.conrelid::regclass::text as name from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'customer'::regclass`.execute(tx)
    return rows.map((row) => row.name).toSorted()
  })
  expect(Object.keys(movesWithCustomer).toSorted()).toEqual(tables)
})
