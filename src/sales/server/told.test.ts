import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { accountOf, ok } from '../../../test/money.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import type { ToldAnswers } from '../schema/money-batches.ts'

let server: Server
let company: string
let principal: Asker
let customer: string
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-05-20T10:00:00Z') })
})
afterAll(() => server.stop())
beforeEach(async () => {
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  customer = await aCustomer(principal, { code: 'C-1', paymentDays: 15 })
})

const at = (hour: number) => `2026-05-20T${String(hour).padStart(2, '0')}:00:00+02:00`
const invoice = (number: string, amountMinor: number, hour = 8, more: object = {}) => ({
  number,
  changedAt: at(hour),
  customer: 'C-1',
  issuedOn: '2026-05-01',
  amountMinor,
  ...more,
})
const payment = (number: string, amountMinor: number, hour = 8, more: object = {}) => ({
  number,
  changedAt: at(hour),
  customer: 'C-1',
  paidOn: '2026-05-10',
  amountMinor,
  ...more,
})
const invoices = (...receivables: unknown[]) =>
  ok<ToldAnswers>(principal, 'POST', '/api/receivables/batches', { source: 'erp', receivables })
const payments = (...told: unknown[]) =>
  ok<ToldAnswers>(principal, 'POST', '/api/payments/batches', { source: 'erp', payments: told })
const outcomes = ({ answers }: ToldAnswers) => answers.map(({ outcome }) => outcome)
const open = async () =>
  Object.fromEntries(
    (await accountOf(principal, customer)).items.map((one) => [one.code, one.amountMinor - one.settledMinor]),
  )

test('told twice nothing changes; a late word is stale; a correction keeps how it stood', async () => {
  expect(outcomes(await invoices(invoice('F-1', 1000), invoice('F-2', 500)))).toEqual(['created', 'created'])
  expect(outcomes(await invoices(invoice('F-1', 1000), invoice('F-2', 700, 7)))).toEqual([
    'unchanged',
    'stale',
  ])
  expect(outcomes(await invoices(invoice('F-1', 900, 9), invoice('F-1', 950, 10)))).toEqual([
    'stale',
    'updated',
  ])
  expect(await open()).toEqual({ 'F-1': 950, 'F-2': 500 })
  const { dueOn } = (await accountOf(principal, customer)).items[0] ?? {}
  expect(dueOn).toBe('2026-05-16')
  const kept = await asProgram(server, company, async (tx) => {
    const { rows } = await sql`select was ->> 'amount_minor' as was, version from money_version`.execute(tx)
    return rows
  })
  expect(kept).toEqual([{ was: '1000', version: 1 }])
})

test('each is judged on its own: a bad one says what is wrong and the others come in', async () => {
  const { answers, counts } = await invoices(
    invoice('F-1', 1000),
    invoice('F-2', 1000, 8, { customer: 'nobody' }),
    { number: 'F-3' },
    invoice('F-4', -5),
    7,
  )
  expect(counts).toMatchObject({ created: 1, rejected: 4 })
  expect(answers[1]?.problems).toEqual([{ field: 'customer', rule: 'is no customer here' }])
  expect(answers[2]?.number).toBe('F-3')
  const tooMany = await principal.ask('POST', '/api/receivables/batches', { source: 'ERP!', receivables: [] })
  expect(tooMany.status).toBe(422)
})

test('payments settle what they name, wait for invoices still to come, and settle anew when corrected', async () => {
  await invoices(invoice('F-1', 1000))
  const settles = [{ invoice: 'F-2', amountMinor: 300 }, { invoice: 'F-1' }]
  expect(outcomes(await payments(payment('P-1', 800, 8, { settles })))).toEqual(['created'])
  expect(await open()).toEqual({ 'F-1': 200 })
  expect(outcomes(await payments(payment('P-1', 800, 8, { settles })))).toEqual(['unchanged'])
  await payments(
    payment('P-1', 1000, 9, { settles: [{ invoice: 'F-1', amountMinor: 700 }, { invoice: 'F-2' }] }),
  )
  expect(await open()).toEqual({ 'F-1': 300 })
  await invoices(invoice('F-2', 250))
  expect(await open()).toEqual({ 'F-1': 300 })
  expect((await accountOf(principal, customer)).balances).toMatchObject([{ unused: 50 }])
})

test('an invoice that became smaller lets its money go; a voided payment opens what it had settled', async () => {
  await invoices(invoice('F-1', 1000), invoice('F-2', 100))
  await payments(payment('P-1', 1100))
  await invoices(invoice('F-1', 600, 9), invoice('F-2', 100, 9, { cancelledOn: '2026-05-15' }))
  expect((await accountOf(principal, customer)).balances).toMatchObject([{ open: 0, unused: 500 }])
  await payments(payment('P-1', 1100, 10, { voidedOn: '2026-05-18' }))
  expect(await open()).toEqual({ 'F-1': 600 })
  const all = (await accountOf(principal, customer, true)).items
  expect(all.find(({ code }) => code === 'F-2')).toMatchObject({ settledMinor: 0, cancelledOn: '2026-05-15' })
})
