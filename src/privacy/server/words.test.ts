import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Disputed, aDisputedCompany } from '../../../test/collision.ts'
import { aContact, aCustomer, asProgram } from '../../../test/register.ts'

let on: Disputed
beforeAll(async () => {
  on = await aDisputedCompany()
})
afterAll(() => on.server.stop())

const secret = { name: 'Zenobia Quintero', phone: '+34 655 443 322', email: 'zenobia@example.com' }
const assign = async (ids: readonly string[], personId: string, reason: string) => {
  const body = { selection: { ids }, role: 'owner', personId, reason }
  const done = await on.ask<{ batchId: string }>(on.principal, 'POST', '/api/customers/assign', body)
  expect(done.status).toBe(200)
  return done.body.batchId
}
const keep = async (customerId: string, reason: string) =>
  expect(
    await on.ask(on.principal, 'POST', `/api/customers/${customerId}/keep`, {
      until: '2026-06-01',
      reason,
    }),
  ).toMatchObject({ status: 200 })

/** Everything that people wrote beside the ledger, by table. */
const said = () =>
  asProgram(on.server, on.company, async (tx) => {
    const { rows } = await sql<{ text: string }>`
      select 'note ' || note as text from ledger_note union all select 'keep ' || reason from protection_lock
      union all select 'case ' || words from collision_words union all select 'apart ' || reason from registered_apart
      union all select 'draft ' || coalesce(reason, '') || asked from transfer order by 1`.execute(tx)
    return rows.map(({ text }) => text)
  })

test('an erasure reaches what people wrote beside the ledger, and takes no more than what names the person', async () => {
  const customer = await aCustomer(on.ana, { name: 'Frutas Q' })
  const elsewhere = await aCustomer(on.ana, { name: 'Bar Norte', phone: '915550001' })
  const contact = await aContact(on.server, on.company, customer, secret)
  const { id: caseId, customerId: disputed } = await on.aCase({ name: 'Bar Sur' })
  await assign([customer], on.ben.id, 'Zenobia Quintero asked for Ben')
  await assign([customer], on.ana.id, 'ZENOBIA QUINTERO is content')
  await assign([elsewhere], on.ben.id, 'ask at 655 443 322')
  await assign([elsewhere], on.ana.id, 'Zenobia of the museum')
  await keep(customer, 'Zenobia Quintero is ill')
  await keep(elsewhere, 'The owner is ill')
  await on.act(on.ana, caseId, 'comments', { words: 'Write to zenobia@example.com' })
  await aCustomer(on.ana, {
    name: 'Bar Norte',
    phone: '915550001',
    anotherOutlet: { reason: 'zenobia@example.com says so' },
  })
  const successors = [{ personId: on.ben.id }]
  for (const reason of ['Zenobia Quintero wants Ben', 'Ben has time'])
    expect(
      await on.ask(on.principal, 'POST', '/api/transfers', {
        customers: { ids: [elsewhere] },
        how: 'round-robin',
        successors,
        reason,
      }),
    ).toMatchObject({ status: 200 })
  expect((await said()).filter((text) => /zenobia|655/iu.test(text))).toHaveLength(8)

  const request = await on.ask<{ id: string }>(on.steward, 'POST', '/api/privacy/requests', {
    kind: 'erase',
    subject: secret,
  })
  const path = `/api/privacy/requests/${request.body.id}/erasure`
  const erasure = { contactIds: [contact], customerIds: [], documentIds: [] }
  expect((await on.ask<object>(on.steward, 'POST', `${path}/plan`, erasure)).body).toMatchObject({
    goes: { contacts: 1, words: 7 },
  })
  expect((await on.ask(on.steward, 'POST', path, erasure)).status).toBe(200)
  expect((await said()).filter((text) => /zenobia|655/iu.test(text))).toEqual(['note Zenobia of the museum'])
  expect(await said()).toEqual(expect.arrayContaining(['keep –', 'keep The owner is ill', 'case I found it']))
  expect((await said()).filter((text) => text.startsWith('draft'))).toHaveLength(1)
  expect((await on.ownerOf(disputed)) === 'Ana' && (await on.ownerOf(customer))).toBe('Ana')
})

test('a note goes whole with the customers that it is about, if these are erased themselves', async () => {
  const trader = await aCustomer(on.ana, { name: 'Aurelio Paz' })
  const other = await aCustomer(on.ana, { name: 'Bar Este' })
  await assign([trader], on.ben.id, 'he is difficult')
  await assign([trader, other], on.cleo.id, 'both are near')
  await keep(trader, 'he is in hospital')
  const request = await on.ask<{ id: string }>(on.steward, 'POST', '/api/privacy/requests', {
    kind: 'erase',
    subject: { name: 'Aurelio Paz' },
  })
  const erasure = { contactIds: [], customerIds: [trader], documentIds: [] }
  const path = `/api/privacy/requests/${request.body.id}/erasure`
  expect((await on.ask(on.steward, 'POST', path, erasure)).status).toBe(200)
  expect((await said()).filter((text) => /^(note|keep) (he|both)/u.test(text))).toEqual([
    'note both are near',
  ])
})

test('nobody rewrites a reason for keeping a customer but an erasure', async () => {
  const rewrite = asProgram(on.server, on.company, async (tx, changes) => {
    await sql`set local app.may = ',customers.assign,customers.read.all,'`.execute(tx)
    await sql`update protection_lock set reason = 'another'`.execute(tx)
    changes.add('protection_lock', on.company)
  })
  await expect(rewrite).rejects.toThrow(/rewritten by an erasure only/)
})
