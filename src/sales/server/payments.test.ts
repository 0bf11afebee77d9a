import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { accountOf, anInvoice, ok } from '../../../test/money.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'
import type { Payment } from '../schema/payments.ts'

let server: Server
let company: string
let principal: Asker
let ana: Asker
let bea: Asker
let payroll: Asker
let customer: string
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-05-20T10:00:00Z') })
})
afterAll(() => server.stop())
beforeEach(async () => {
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  bea = await aPerson(server, company, 'Bea', ['salesperson'], { managerId: principal.id })
  payroll = await aPerson(server, company, 'Nuria', ['payroll'])
  customer = await aCustomer(principal, { owner: ana.id, paymentDays: 30 })
})

const pay = (who: Asker, amountMinor: number, more: Record<string, unknown> = {}) =>
  ok<Payment>(who, 'POST', '/api/payments', { customerId: customer, amountMinor, method: 'cash', ...more })
const openOf = async (who = principal) =>
  (await accountOf(who, customer)).items.map(({ id, amountMinor, settledMinor }) => [
    id,
    amountMinor - settledMinor,
  ])

/** What the tables say: Σ invoices and credit notes − Σ money used = Σ open, and each sum is that of its allocations. */
async function conserved(): Promise<unknown> {
  return await asProgram(server, company, async (tx) => {
    const { rows } = await sql`
      select (select coalesce(sum(amount_minor), 0) from receivable where cancelled_on is null)
          - (select coalesce(sum(used_minor), 0) from payment) as should,
        (select coalesce(sum(amount_minor - settled_minor), 0) from receivable where cancelled_on is null) as open,
        (select count(*)::int from payment p where p.used_minor <> (select coalesce(sum(amount_minor), 0)
          from allocation a where a.payment_id = p.id)) as wrong_payments,
        (select count(*)::int from receivable r where r.settled_minor <> (select coalesce(sum(
          case when a.credit_id = r.id then -a.amount_minor else a.amount_minor end), 0)
          from allocation a where a.receivable_id = r.id or a.credit_id = r.id)) as wrong_receivables`.execute(
      tx,
    )
    return rows[0]
  })
}
const expectConserved = async () => {
  const { should, open, ...wrong } = (await conserved()) as { should: string; open: string }
  expect({ open, ...wrong }).toEqual({ open: should, wrong_payments: 0, wrong_receivables: 0 })
}

test('an invoice is due by the customer’s payment days, and money settles the oldest due first', async () => {
  const late = await anInvoice(principal, customer, 5000, { dueOn: '2026-05-20', issuedOn: '2026-05-01' })
  const first = await anInvoice(principal, customer, 3000, { dueOn: '2026-05-10', issuedOn: '2026-05-01' })
  const account = await accountOf(principal, customer)
  const plain = await ok<{ dueOn: string }>(principal, 'POST', '/api/receivables', {
    customerId: customer,
    code: 'P-1',
    kind: 'invoice',
    amountMinor: 100,
  })
  expect(plain.dueOn).toBe('2026-06-19')
  expect(account.balances).toMatchObject([
    { currency: 'EUR', notDue: 5000, upTo30: 3000, open: 8000, unused: 0 },
  ])
  const paid = await pay(principal, 4000)
  expect(paid.settles.map(({ id, amountMinor }) => [id, amountMinor])).toEqual([
    [first, 3000],
    [late, 1000],
  ])
  expect((await openOf())[0]).toEqual([late, 4000])
  await expectConserved()
})

test('credit notes settle, what is taken back is open again, and what is left waits', async () => {
  const invoice = await anInvoice(principal, customer, 1000)
  const credit = await anInvoice(principal, customer, 300, { kind: 'credit-note' })
  const { leftMinor } = await ok<{ leftMinor: number }>(principal, 'POST', '/api/allocations', {
    creditId: credit,
    settles: 'oldest',
  })
  expect(leftMinor).toBe(0)
  const { id } = await pay(principal, 900)
  const account = await accountOf(principal, customer)
  expect([account.items, account.balances[0]?.unused]).toEqual([[], 200])
  await ok(principal, 'POST', '/api/allocations/take-back', {
    paymentId: id,
    receivableId: invoice,
    amountMinor: 150,
  })
  expect(await openOf()).toEqual([[invoice, 150]])
  const again = await principal.ask('POST', '/api/allocations/take-back', {
    paymentId: id,
    receivableId: invoice,
    amountMinor: 551,
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'more-than-settled' } })
  const cancelled = await principal.ask('POST', `/api/receivables/${invoice}/cancel`, { reason: 'twice' })
  expect(cancelled).toMatchObject({ status: 409, body: { code: 'money-on-it' } })
  await expectConserved()
})

test('a bounced payment opens what it had settled, and whoever took it is told', async () => {
  const invoice = await anInvoice(principal, customer, 1000)
  const { id } = await pay(ana, 600, { method: 'cheque' })
  expect(await ana.ask('POST', `/api/payments/${id}/void`, { reason: 'x' })).toMatchObject({ status: 403 })
  await ok(payroll, 'POST', `/api/payments/${id}/void`, { reason: 'The bank sent it back' })
  expect(await openOf()).toEqual([[invoice, 1000]])
  const again = await principal.ask('POST', `/api/payments/${id}/void`, { reason: 'again' })
  expect(again).toMatchObject({ status: 409, body: { code: 'payment-void' } })
  const { notices } = await ok<{ notices: { kind: string }[] }>(ana, 'GET', '/api/notices')
  expect(notices.map(({ kind }) => kind)).toContain('payment-voided')
  await expectConserved()
})

test('sent twice it is recorded once; a salesperson collects for themselves and only from their own', async () => {
  const input = { id: newId(), customerId: customer, amountMinor: 500, method: 'cash' }
  const first = await ok<Payment>(ana, 'POST', '/api/payments', input)
  expect(await ok<Payment>(ana, 'POST', '/api/payments', input)).toEqual(first)
  expect(first.collectedBy?.id).toBe(ana.id)
  for (const [who, more, status] of [
    [bea, {}, 404],
    [ana, { collectedBy: bea.id }, 403],
    [ana, { collected: false }, 403],
    [ana, { paidOn: '2026-05-21' }, 409],
  ] as const) {
    const answer = await who.ask('POST', '/api/payments', { ...input, id: newId(), ...more })
    expect([answer.status, who.name, more]).toEqual([status, who.name, more])
  }
})

describe('two people at once', () => {
  test('settle nothing twice: of twelve payments on one invoice only its amount is used', async () => {
    const invoice = await anInvoice(principal, customer, 1000)
    await Promise.all(Array.from({ length: 12 }, (_, at) => pay(at % 2 === 0 ? ana : principal, 300)))
    const account = await accountOf(principal, customer)
    expect(account.items).toEqual([])
    expect(account.balances).toMatchObject([{ open: 0, unused: 2600 }])
    const all = (await accountOf(principal, customer, true)).items
    expect(all).toMatchObject([{ id: invoice, settledMinor: 1000 }])
    await expectConserved()
  })

  test('one payment put on two invoices by two people is used once', async () => {
    const { id } = await pay(principal, 1000)
    const invoices = [await anInvoice(principal, customer, 800), await anInvoice(principal, customer, 800)]
    const answers = await Promise.all(
      invoices.map((receivableId, at) =>
        (at === 0 ? principal : payroll).ask('POST', '/api/allocations', {
          paymentId: id,
          settles: [{ receivableId, amountMinor: 800 }],
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    await expectConserved()
  })

  test('voided while it is put on an invoice: nothing stays on it', async () => {
    await anInvoice(principal, customer, 5000)
    const { id } = await pay(principal, 1000, { settles: 'nothing' })
    await Promise.all([
      principal.ask('POST', '/api/allocations', { paymentId: id, settles: 'oldest' }),
      payroll.ask('POST', `/api/payments/${id}/void`, { reason: 'bounced' }),
    ])
    const payment = await ok<Payment>(principal, 'GET', `/api/payments/${id}`)
    expect(payment).toMatchObject({ voidedOn: '2026-05-20', usedMinor: 0, settles: [] })
    await expectConserved()
  })
})

test('payroll sees names and codes to record money by, and nothing else of the register', async () => {
  await anInvoice(payroll, customer, 700)
  const { rows } = await ok<{ rows: Record<string, unknown>[] }>(
    payroll,
    'GET',
    '/api/receivables/customers?q=sol',
  )
  expect(rows).toMatchObject([{ id: customer, name: 'Bar Sol', paymentDays: 30 }])
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['code', 'currency', 'id', 'name', 'paymentDays'])
  expect((await accountOf(payroll, customer)).balances).toMatchObject([{ open: 700 }])
  expect((await payroll.ask('GET', `/api/customers/${customer}`)).status).toBe(403)
  expect((await bea.ask('GET', `/api/receivables/accounts/${customer}`)).status).toBe(404)
})

test('wages are no money of a customer’s: refused with the article', async () => {
  const answer = await principal.ask('POST', '/api/payments', {
    customerId: customer,
    amountMinor: 1,
    method: 'wages',
  })
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'debt-with-wages', rule: '5.4', facts: { article: 'RD 1438/1985, art. 9.d' } },
  })
})
