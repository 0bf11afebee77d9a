import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { aContact, aCustomer, asProgram } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'
import { freeTexts } from '../free-texts.ts'

let server: Server
let company: string
let steward: Asker
let ana: Asker
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  steward = await aPerson(server, company, 'Sol', ['steward'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
})
afterAll(() => server.stop())

const who = { name: 'Zenobia Quintero', phone: '+34 655 443 322', email: 'zenobia@example.com' }

/** One row of each table at a customer, with these words in every column that takes them. */
async function wordsEverywhere(customer: string, words: string): Promise<void> {
  await someOrders(server, company, [{ customer, day: '2026-05-01', person: ana.id }])
  await asProgram(server, company, async (tx, changes) => {
    const at = { organization_id: company, customer_id: customer }
    const visit = newId()
    const put = async (table: string, row: Record<string, unknown>) => {
      const id = (row['id'] as string | undefined) ?? newId()
      await tx
        .insertInto(table as never)
        .values({ ...at, id, ...row } as never)
        .execute()
      changes.add(table, id, customer)
    }
    const day = '2026-05-01'
    const minor = { amount_minor: 100, currency: 'EUR' }
    await put('visit', {
      id: visit,
      person_id: ana.id,
      visited_on: day,
      note: words,
      purpose: words,
      next_step: words,
    })
    await put('visit_task', { visit_id: visit, kind: 'other', text: words, result: words })
    await put('promise', { text: words, outcome: words, made_on: day })
    await put('complaint', {
      kind: 'other',
      text: words,
      cause: words,
      remedy: words,
      raised_on: day,
      due_on: day,
    })
    await put('customer_price_list', { from_day: day, reason: words })
    await put('receivable', {
      ...minor,
      code: newId(),
      kind: 'invoice',
      issued_on: day,
      due_on: day,
      note: words,
    })
    await put('payment', { ...minor, paid_on: day, method: 'cash', note: words })
    const { rows } = await sql<{ id: string }>`select id from product limit 1`.execute(tx)
    await put('write_off', { product_id: rows[0]?.id, day, quantity: 1, reason: 'other', note: words })
    await sql`update sales_order set note = ${words}, ship_name = ${words} where customer_id = ${customer}`.execute(
      tx,
    )
    const orders = await sql<{
      id: string
    }>`select id from sales_order where customer_id = ${customer}`.execute(tx)
    for (const { id } of orders.rows) changes.add('sales_order', id, customer)
  })
}

/** How many of the columns named still say something. */
const saying = (customer: string, like: string) =>
  asProgram(server, company, async (tx) => {
    const parts = Object.entries(freeTexts).flatMap(([table, columns]) =>
      columns.map(
        (column) => sql`select count(*)::int as n from ${sql.table(table)}
          where customer_id = ${customer} and ${sql.ref(column)} like ${like}`,
      ),
    )
    const { rows } = await sql<{
      n: number
    }>`select sum(n)::int as n from (${sql.join(parts, sql` union all `)}) s`.execute(tx)
    return rows[0]?.n
  })

async function eraseAll(contactIds: string[], customerIds: string[]) {
  const opened = await steward.ask('POST', '/api/privacy/requests', { kind: 'erase', subject: who })
  const path = `/api/privacy/requests/${(opened.body as { id: string }).id}/erasure`
  const body = { contactIds, customerIds, documentIds: [] }
  const plan = await steward.ask('POST', `${path}/plan`, body)
  const done = await steward.ask('POST', path, body)
  expect(done.status).toBe(200)
  return plan.body as { goes: Record<string, number> }
}

test('an erasure takes the lines that name the person out of every free text, and leaves the others', async () => {
  const bar = await aCustomer(ana, { name: 'Bar Uno' })
  const contact = await aContact(server, company, bar, who)
  await wordsEverywhere(bar, 'All is well\nZenobia Quintero said so')
  const plan = await eraseAll([contact], [])
  expect(plan.goes['words']).toBe(Object.keys(freeTexts).length)
  expect(await saying(bar, '%Zenobia%')).toBe(0)
  expect(await saying(bar, 'All is well')).toBe(16)
})

test('words in how an order stood before, in why a tier was moved and beside money handed in go too', async () => {
  const trader = await aCustomer(ana, { name: 'Zenobia Quintero', phone: '699111333' })
  await someOrders(server, company, [{ customer: trader, day: '2026-05-01', person: ana.id }])
  await asProgram(server, company, async (tx, changes) => {
    await sql`update sales_order set note = 'ask Zenobia' where customer_id = ${trader}`.execute(tx)
    const { rows } = await sql<{
      id: string
    }>`select id from sales_order where customer_id = ${trader}`.execute(tx)
    await sql`select app.keep_orders(${rows.map(({ id }) => id)}::uuid[], '')`.execute(tx)
    await sql`update sales_order set note = null, version = version + 1 where customer_id = ${trader}`.execute(
      tx,
    )
    await sql`update customer set tier_shift = 1, tier_shift_reason = 'she is rich', version = version + 1
      where id = ${trader}`.execute(tx)
    const row = { organization_id: company, id: newId(), person_id: ana.id, received_by: steward.id }
    const money = { handed_on: '2026-05-01', currency: 'EUR', expected_minor: 1, counted_minor: 1 }
    await tx
      .insertInto('hand_in')
      .values({ ...row, ...money, note: 'from Zenobia Quintero, 655 443 322' })
      .execute()
    for (const { id } of rows) changes.add('sales_order', id, trader)
    changes.add('customer', trader, trader)
    changes.add('hand_in', row.id)
  })
  await eraseAll([], [trader])
  const left = await asProgram(server, company, async (tx) => {
    const { rows } = await sql<{ text: string }>`
      select was::text as text from sales_order_version where customer_id = ${trader}
      union all select tier_shift_reason from customer where id = ${trader}
      union all select note from hand_in`.execute(tx)
    return rows.map(({ text }) => text)
  })
  expect(left).toHaveLength(3)
  expect(JSON.stringify(left)).not.toMatch(/zenobia|rich|655/iu)
})

test('of a customer that is erased itself no words are left, but for what must say something', async () => {
  const trader = await aCustomer(ana, { name: 'Zenobia Quintero', phone: '699111222' })
  await wordsEverywhere(trader, 'All is well')
  await eraseAll([], [trader])
  expect(await saying(trader, '%well%')).toBe(0)
  expect(await saying(trader, '–')).toBe(2)
})
