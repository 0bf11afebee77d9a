import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aContact, aCustomer, asProgram, changeCustomer, someRows } from '../../../test/register.ts'
import { type Stewarded, aStewardedCompany, merge, mergeIdOf, searched } from '../../../test/stewarded.ts'
import { rescore } from '../../customers/server/queries/completeness.ts'
import { defaultSettings } from '../../customers/settings.ts'

let on: Stewarded
beforeAll(async () => {
  on = await aStewardedCompany()
})
afterAll(() => on.server.stop())

/** Everything that hangs on the company's customers, without what counts and dates changes. */
async function everything(): Promise<unknown> {
  return await asProgram(
    on.server,
    on.company,
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
  type OutletMade = typeof outlet extends fc.Arbitrary<infer Made> ? Made : never
  let products: string[] = []
  async function make(one: OutletMade): Promise<string> {
    const id = await aCustomer(on.ana, { name: 'Prop' })
    await changeCustomer(on.server, on.company, id, {
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
      await aContact(on.server, on.company, id, { name, inCharge: at === one.inCharge })
    }
    await someRows(
      on.server,
      on.company,
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
    if (one.waiting)
      await someRows(on.server, on.company, 'change_request', [{ ...request, requested_by: on.ana.id }])
    if (one.child) await aCustomer(on.principal, { name: 'Child', parentId: id })
    await asProgram(on.server, on.company, async (tx, changes) => {
      await rescore(tx, [id], defaultSettings.weights)
      changes.add('customer', id, id)
    })
    return id
  }

  test('everything is exactly as it was before', async () => {
    products = await someRows(
      on.server,
      on.company,
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
          const answer = await merge(on.sol, kept, dropped, choices)
          expect(answer.status).toBe(200)
          expect(await on.sol.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)).toMatchObject({
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
    const kept = await aCustomer(on.ana, { name: 'Una', street: null, email: null })
    const dropped = await aCustomer(on.ana, { name: 'Una', street: 'Mayor 1', email: 'una@example.com' })
    const eva = await aContact(on.server, on.company, dropped, { name: 'Eva', inCharge: true })
    const pau = await aContact(on.server, on.company, dropped, { name: 'Pau' })
    const answer = await merge(on.sol, kept, [dropped])
    await changeCustomer(on.server, on.company, kept, { street: 'Mayor 2', note: 'new' })
    const added = await aContact(on.server, on.company, kept, { name: 'Ona' })
    await asProgram(on.server, on.company, async (tx, changes) => {
      await tx.updateTable('contact').set({ title: 'Chef' }).where('id', '=', eva).execute()
      await tx.deleteFrom('contact').where('id', '=', pau).execute()
      changes.add('contact', eva, kept)
      changes.add('contact', pau, kept, true)
    })
    expect(await on.sol.ask('POST', `/api/merges/${mergeIdOf(answer)}/undo`)).toMatchObject({
      status: 200,
      body: { restored: [dropped], conflicts: [{ what: 'street' }, { what: 'contact' }] },
    })
    expect((await on.ana.ask('GET', `/api/customers/${kept}`)).body).toMatchObject({
      street: 'Mayor 2',
      email: null,
      note: 'new',
      contacts: [{ id: added }],
    })
    expect((await on.ana.ask('GET', `/api/customers/${dropped}`)).body).toMatchObject({
      status: 'active',
      contacts: [{ id: eva, title: 'Chef', inCharge: true }],
    })
    const found = await searched(on.ana, 'una@example.com')
    expect([found[0], found.includes(kept)]).toEqual([dropped, false])
  })
})
