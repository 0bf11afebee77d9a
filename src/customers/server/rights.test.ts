import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { type Role, permissionsOf, roles } from '../../people/permissions.ts'
import type { Actor } from '../../platform/server/database/actor.ts'
import type { Tx } from '../../platform/server/database/connect.ts'
import { newId } from '../../platform/server/uuid.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'

/** What the database itself lets each role do with the register's tables, past every route and command (rule 10.1). */
let server: Server
let company: string
let ana: Asker
let bea: Asker
let customer: string
let contact: string
let request: string
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  bea = await aPerson(server, company, 'Bea', ['salesperson'])
  customer = await aCustomer(ana, { name: 'Bar Sol', contacts: [{ name: 'Lola', inCharge: true }] })
  const { contacts } = (await ana.ask('GET', `/api/customers/${customer}`)).body as {
    contacts: { id: string }[]
  }
  contact = contacts[0]?.id ?? ''
  const asked = await ana.ask('PATCH', `/api/customers/${customer}`, {
    set: { name: ['Bar Sol', 'Bar Luna'] },
  })
  request = (asked.body as { requested: { requestId: string }[] }).requested[0]?.requestId ?? ''
  await ana.ask('POST', '/api/views', { name: 'Mine', shared: false, filter: {}, columns: [], sort: null })
  await asProgram(server, company, async (tx) => {
    await sql`select set_config('app.person_id', ${ana.id}, true)`.execute(tx)
    await sql`
      insert into personal_fact (organization_id, id, customer_id, contact_id, kind, fact, source, author_id, noted_on, expires_on, no_children)
      values (app.organization(), app.new_id(), ${customer}, ${contact}, 'hobby', 'Chess', 'x', ${ana.id}, '2020-01-01', '2099-01-01', false)`.execute(
      tx,
    )
  })
})
afterAll(() => server.stop())

const actorOf = (held: readonly Role[], person: Asker): Actor => ({
  organizationId: company,
  personId: person.id,
  userId: null,
  may: permissionsOf(held),
  people: [person.id],
})

/** How many rows a statement touches, or 'refused'; always rolled back. */
async function touched(
  actor: Actor,
  statement: (tx: Tx) => Promise<{ rows: unknown[] }>,
): Promise<number | 'refused'> {
  let count = 0
  const done = await commandAs(server.services.db, actor, 'try', async (tx) => {
    count = (await statement(tx)).rows.length
    return { refused: 'rolled-back' }
  }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'refused' as const
    throw error
  })
  return done === 'refused' ? 'refused' : count
}

const read = (tx: Tx) => sql`select from personal_fact`.execute(tx)
const seesAll: readonly Role[] = ['principal', 'steward']
const statements: Record<string, (tx: Tx) => Promise<{ rows: unknown[] }>> = {
  customer: (tx) => sql`select from customer`.execute(tx),
  contact: (tx) => sql`select from contact`.execute(tx),
  history: (tx) => sql`select from customer_history`.execute(tx),
  request: (tx) => sql`select from change_request`.execute(tx),
}

describe('somebody of each role who holds no customer', () => {
  test.each(roles)('%s', async (role) => {
    const actor = actorOf([role], bea)
    const sees = seesAll.includes(role)
    for (const [name, statement] of Object.entries(statements)) {
      const rows = await touched(actor, statement)
      expect(Number(rows) > 0, `${role} reads ${name}`).toBe(sees)
    }
    expect(await touched(actor, (tx) => sql`select from personal_fact`.execute(tx))).toBe(0)
    expect(await touched(actor, (tx) => sql`delete from personal_fact returning id`.execute(tx))).toBe(0)
    expect(await touched(actor, (tx) => sql`select from saved_view`.execute(tx))).toBe(0)
    expect(
      await touched(actor, (tx) => sql`update saved_view set shared = true returning id`.execute(tx)),
    ).toBe(0)
    const mayDecide = sees ? 1 : 0
    expect(
      await touched(actor, (tx) => sql`update change_request set reason = 'x' returning id`.execute(tx)),
    ).toBe(mayDecide)
    expect(await touched(actor, (tx) => sql`delete from change_request returning id`.execute(tx))).toBe(
      'refused',
    )
  })

  test.each(roles)('%s adds nothing to a customer whom they don’t see', async (role) => {
    const insert = (tx: Tx) =>
      sql`
      insert into contact (organization_id, id, customer_id, name) values (${company}, ${newId()}, ${customer}, 'X')
      `.execute(tx)
    expect(await touched(actorOf([role], bea), insert)).toBe(seesAll.includes(role) ? 0 : 'refused')
  })
})

test('whoever holds the customer reads and notes personal facts; the same person under another name doesn’t', async () => {
  expect(await touched(actorOf(['salesperson'], ana), read)).toBe(1)
  expect(await touched({ ...actorOf(['principal'], bea), people: [bea.id, ana.id] }, read)).toBe(0)
  const forged = (tx: Tx) =>
    sql`
    insert into personal_fact (organization_id, id, customer_id, contact_id, kind, fact, source, author_id, noted_on, expires_on, no_children)
    values (${company}, ${newId()}, ${customer}, ${contact}, 'hobby', 'x', 'x', ${bea.id}, '2020-01-01', '2099-01-01', false)`.execute(
      tx,
    )
  expect(await touched(actorOf(['salesperson'], ana), forged)).toBe('refused')
})

test('even by raw SQL nobody decides their own request', async () => {
  const decide = (tx: Tx) =>
    sql`
    update change_request set state = 'approved', decided_by = ${ana.id}, decided_at = now()
    where id = ${request} returning id`.execute(tx)
  await expect(touched(actorOf(['manager', 'salesperson'], ana), decide)).rejects.toMatchObject({
    code: '23514',
  })
})

test('history, ledger and batches are only added to', async () => {
  const actor = actorOf(['principal'], bea)
  for (const table of ['customer_history', 'ledger_entry', 'ledger_batch']) {
    expect(await touched(actor, (tx) => sql`delete from ${sql.table(table)}`.execute(tx)), table).toBe(
      'refused',
    )
  }
})
