import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { anInvoice, ok } from '../../../test/money.ts'
import { someOrders } from '../../../test/orders.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import type { CashInHand, HandIn } from '../schema/hand-ins.ts'
import type { Payment } from '../schema/payments.ts'

let server: Server
let company: string
let principal: Asker
let manager: Asker
let ana: Asker
let payroll: Asker
let customer: string
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-05-20T10:00:00Z') })
})
afterAll(() => server.stop())
beforeEach(async () => {
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  manager = await aPerson(server, company, 'Mario', ['manager'], { managerId: principal.id })
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: manager.id })
  payroll = await aPerson(server, company, 'Nuria', ['payroll'])
  customer = await aCustomer(principal, { owner: ana.id })
})

const collect = (amountMinor: number, more: Record<string, unknown> = {}) =>
  ok<Payment>(ana, 'POST', '/api/payments', { customerId: customer, amountMinor, method: 'cash', ...more })
const cash = (who: Asker) => ok<CashInHand>(who, 'GET', '/api/cash-in-hand')
const notices = async (who: Asker) =>
  (await ok<{ notices: { kind: string }[] }>(who, 'GET', '/api/notices')).notices.map(({ kind }) => kind)

test('collected, in hand since when, counted with a difference that both and the principal hear of', async () => {
  await collect(3000, { paidOn: '2026-05-18' })
  await collect(2000)
  expect((await cash(manager)).rows).toMatchObject([
    { person: { name: 'Ana' }, amountMinor: 5000, payments: 2, since: '2026-05-18', mayReceive: true },
  ])
  expect((await cash(ana)).rows).toMatchObject([{ amountMinor: 5000, mayReceive: false }])
  const input = { personId: ana.id, currency: 'EUR', countedMinor: 4900, note: 'A note was missing' }
  const handIn = await ok<HandIn>(manager, 'POST', '/api/hand-ins', input)
  expect(handIn).toMatchObject({
    expectedMinor: 5000,
    countedMinor: 4900,
    differenceMinor: -100,
    payments: 2,
  })
  expect((await cash(ana)).rows).toEqual([])
  expect(await notices(ana)).toContain('hand-in-difference')
  expect(await notices(principal)).toContain('hand-in-difference')
  for (const who of [ana, manager, payroll, principal])
    expect((await ok<{ rows: HandIn[] }>(who, 'GET', '/api/hand-ins?different=yes')).rows).toEqual([handIn])
  const again = await manager.ask('POST', '/api/hand-ins', input)
  expect(again).toMatchObject({ status: 409, body: { code: 'nothing-in-hand' } })
})

test('nobody takes in their own, nor from wages; without a difference nobody is bothered', async () => {
  const own = await ok<Payment>(manager, 'POST', '/api/payments', {
    customerId: customer,
    amountMinor: 1,
    method: 'cash',
  })
  expect(own.collectedBy?.id).toBe(manager.id)
  const input = { currency: 'EUR', countedMinor: 1 }
  for (const [who, body, code] of [
    [manager, { ...input, personId: manager.id }, 'own-hand-in'],
    [payroll, { ...input, personId: manager.id, fromWages: true }, 'wages-with-collected'],
    [ana, { ...input, personId: manager.id }, 'not-allowed'],
  ] as const)
    expect((await who.ask('POST', '/api/hand-ins', body)).body).toMatchObject({ code })
  await ok(payroll, 'POST', '/api/hand-ins', { ...input, personId: manager.id })
  expect(await notices(principal)).not.toContain('hand-in-difference')
})

test('two who count at once: one takes it in, the other finds nothing', async () => {
  await collect(1000)
  const input = { personId: ana.id, currency: 'EUR', countedMinor: 1000 }
  const answers = await Promise.all(
    [manager, payroll, principal].map((who) => who.ask('POST', '/api/hand-ins', input)),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
})

test('an order is invoiced once, freight and tax with it; a transfer’s preview says what debts move', async () => {
  const bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: manager.id })
  await someOrders(server, company, [{ customer, day: '2026-05-04', person: ana.id, lines: [1000, 250] }])
  const order = await asProgram(server, company, async (tx) => {
    const { id } = await tx
      .selectFrom('sales_order')
      .select('id')
      .where('customer_id', '=', customer)
      .executeTakeFirstOrThrow()
    return id
  })
  await asProgram(server, company, async (tx, changes) => {
    await tx
      .updateTable('sales_order')
      .set({ freight_minor: 90, tax_minor: 60 })
      .where('id', '=', order)
      .execute()
    changes.add('sales_order', order, customer)
  })
  const invoice = await ok<{ amountMinor: number }>(principal, 'POST', `/api/orders/${order}/invoice`, {
    code: 'O-1',
  })
  expect(invoice.amountMinor).toBe(1400)
  const again = await principal.ask('POST', `/api/orders/${order}/invoice`, {})
  expect(again).toMatchObject({ status: 409, body: { code: 'already-invoiced' } })
  await anInvoice(principal, customer, 600, { currency: 'USD' })
  await collect(400)
  const draft = await ok<{ moves: { kind: string; count: number; amounts: unknown[] }[] }>(
    principal,
    'POST',
    '/api/transfers',
    { customers: { ids: [customer] }, how: 'round-robin', successors: [{ personId: bea.id }] },
  )
  expect(draft.moves.find(({ kind }) => kind === 'receivables')).toMatchObject({
    count: 2,
    amounts: expect.arrayContaining([
      { currency: 'EUR', amountMinor: 1000 },
      { currency: 'USD', amountMinor: 600 },
    ]),
  })
})

test('what was collected stays seen by whoever has it when the customer has gone to somebody else', async () => {
  const bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: manager.id })
  const { id } = await collect(700)
  await ok(principal, 'POST', '/api/customers/assign', {
    selection: { ids: [customer] },
    role: 'owner',
    personId: bea.id,
  })
  expect(await ok<Payment>(ana, 'GET', `/api/payments/${id}`)).toMatchObject({ customer: { name: null } })
  expect((await cash(ana)).rows).toMatchObject([{ amountMinor: 700 }])
})

test('the customer’s timeline tells of invoices, payments and what became of them', async () => {
  const invoice = await anInvoice(principal, customer, 600)
  await ok(ana, 'POST', `/api/receivables/${invoice}/dispute`, { disputed: true, note: 'Never came' })
  const { id } = await collect(600)
  await ok(principal, 'POST', `/api/payments/${id}/void`, { reason: 'bounced' })
  await ok(principal, 'POST', `/api/receivables/${invoice}/cancel`, { reason: 'Sent twice' })
  const { entries } = await ok<{ entries: { what: string; facts: { note: string | null } }[] }>(
    principal,
    'GET',
    `/api/customers/${customer}/timeline?kind=money`,
  )
  expect(entries.map(({ what }) => what).toSorted()).toEqual([
    'cancelled',
    'collected',
    'disputed',
    'invoice',
    'voided',
  ])
})
