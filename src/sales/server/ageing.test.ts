import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as fc from 'fast-check'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { accountOf, anInvoice, ok } from '../../../test/money.ts'
import { aCustomer, changeCustomer } from '../../../test/register.ts'
import { addDays } from '../../values/calendar.ts'
import type { Currency } from '../../values/currency.ts'
import type { Day } from '../../values/day.ts'
import { money } from '../../values/money.ts'
import { isRefusal } from '../../values/refusal.ts'
import { ageingOf, buckets } from '../ageing.ts'
import { convert, parseRate } from '../rate.ts'
import type { AgeingPage } from '../schema/receivables.ts'

let server: Server
let company: string
let principal: Asker
let ana: Asker
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-05-20T10:00:00Z') })
})
afterAll(() => server.stop())
beforeEach(async () => {
  company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
})

const today = '2026-05-20' as Day
const ageing = (who: Asker, query = '') => ok<AgeingPage>(who, 'GET', `/api/receivables/ageing${query}`)
const aRate = (currency: string, rate: string | null, day = '2026-05-01') =>
  ok(principal, 'POST', '/api/rates', { currency, rate, day })

test('any open items: buckets by the rule, totals equal to them, in the company’s currency line by line', async () => {
  await aRate('USD', '0.9137')
  const customers = [await aCustomer(principal), await aCustomer(principal)]
  const items = fc.sample(
    fc.record({
      customer: fc.constantFrom(...customers),
      currency: fc.constantFrom('EUR', 'USD'),
      late: fc.integer({ min: -40, max: 140 }),
      amountMinor: fc.integer({ min: 1, max: 99_999 }),
      kind: fc.constantFrom('invoice', 'invoice', 'credit-note'),
    }),
    { numRuns: 60, seed: 7 },
  )
  for (const { customer, currency, late, amountMinor, kind } of items) {
    const dueOn = addDays(today, -late)
    await anInvoice(principal, customer, amountMinor, { kind, currency, dueOn, issuedOn: addDays(dueOn, -5) })
  }
  const open = items.map((one) => ({
    ...one,
    dueOn: addDays(today, -one.late),
    amountMinor: one.kind === 'credit-note' ? -one.amountMinor : one.amountMinor,
    settledMinor: 0,
  }))
  const page = await ageing(principal)
  for (const currency of ['EUR', 'USD']) {
    const expected = ageingOf(
      open.filter((one) => one.currency === currency),
      today,
    )
    expect(page.totals.find((one) => one.currency === currency)).toMatchObject(expected)
    for (const customer of customers) {
      const row = page.rows.find((one) => one.customer.id === customer && one.currency === currency)
      expect(row).toMatchObject(
        ageingOf(
          open.filter((one) => one.customer === customer && one.currency === currency),
          today,
        ),
      )
    }
  }
  const rates = [
    {
      currency: 'USD' as Currency,
      day: today,
      rate: parseRate('0.9137') ?? { numerator: 1n, denominator: 1n },
    },
  ]
  const converted = open.map((one) => {
    const found = convert(
      money(BigInt(one.amountMinor), one.currency as Currency),
      'EUR' as Currency,
      today,
      {
        home: 'EUR' as Currency,
        rates,
      },
    )
    if (isRefusal(found)) throw new Error('no rate')
    return { ...one, amountMinor: Number(found.minor) }
  })
  expect(page.inCompany).toMatchObject({ currency: 'EUR', sum: ageingOf(converted, today), without: [] })
  expect(page.inCompany.rates).toEqual([{ currency: 'USD', day: '2026-05-01', rate: '0.9137' }])
  expect(buckets.reduce((sum, one) => sum + (page.inCompany.sum?.[one] ?? 0), 0)).toBe(
    page.inCompany.sum?.open,
  )
})

test('without a rate the sum is unknown and the currency named; a rate that was taken back is none', async () => {
  const customer = await aCustomer(principal)
  await anInvoice(principal, customer, 100, { currency: 'USD' })
  expect((await ageing(principal)).inCompany).toMatchObject({ sum: null, without: ['USD'] })
  await aRate('USD', '0.5')
  expect((await ageing(principal)).inCompany).toMatchObject({ sum: { open: 50 }, without: [] })
  await aRate('USD', null)
  expect((await ageing(principal)).inCompany).toMatchObject({ sum: null, without: ['USD'] })
  const refused = await principal.ask('POST', '/api/rates', { currency: 'EUR', rate: '1', day: '2026-05-01' })
  expect(refused).toMatchObject({ status: 409, body: { code: 'own-currency' } })
  expect(
    (await ana.ask('POST', '/api/rates', { currency: 'USD', rate: '1', day: '2026-05-01' })).status,
  ).toBe(403)
})

test('who sees and finds what: one’s own, by owner, by bucket, by name', async () => {
  const mine = await aCustomer(principal, { name: 'Bar Ana', owner: ana.id })
  const other = await aCustomer(principal, { name: 'Café Otro' })
  await anInvoice(principal, mine, 500, { issuedOn: '2026-01-01', dueOn: '2026-02-01' })
  await anInvoice(principal, other, 900, { issuedOn: '2026-05-01', dueOn: '2026-05-19' })
  const names = async (who: Asker, query = '') =>
    (await ageing(who, query)).rows.map(({ customer }) => customer.name)
  expect(await names(principal)).toEqual(['Café Otro', 'Bar Ana'])
  expect(await names(ana)).toEqual(['Bar Ana'])
  expect(await names(principal, `?person=${ana.id}`)).toEqual(['Bar Ana'])
  expect(await names(principal, '?bucket=upTo30')).toEqual(['Café Otro'])
  expect(await names(principal, '?q=bar')).toEqual(['Bar Ana'])
  expect((await ageing(principal, '?bucket=over90')).totals).toMatchObject([{ open: 500, customers: 1 }])
})

test('over the limit: exactly it is within, several currencies together, told once until it is over', async () => {
  await aRate('USD', '0.5')
  const customer = await aCustomer(principal, { owner: ana.id })
  await changeCustomer(server, company, customer, { credit_limit_minor: 1000, currency: 'EUR' })
  const told = async () =>
    (await ok<{ notices: { kind: string }[] }>(ana, 'GET', '/api/notices')).notices.filter(
      ({ kind }) => kind === 'over-limit',
    ).length
  await anInvoice(principal, customer, 800)
  await anInvoice(principal, customer, 400, { currency: 'USD' })
  expect((await ageing(principal, '?overLimit=yes')).rows).toEqual([])
  expect(await told()).toBe(0)
  await anInvoice(principal, customer, 2)
  await anInvoice(principal, customer, 50)
  const { rows } = await ageing(principal, '?overLimit=yes')
  expect(rows).toMatchObject([
    { overLimit: true, currency: 'EUR' },
    { overLimit: true, currency: 'USD' },
  ])
  expect((await accountOf(principal, customer)).beyondMinor).toBe(52)
  expect(await told()).toBe(1)
  await ok(principal, 'POST', '/api/payments', { customerId: customer, amountMinor: 852, method: 'transfer' })
  expect((await ageing(principal, '?overLimit=yes')).rows).toEqual([])
  await anInvoice(principal, customer, 1000)
  await anInvoice(principal, customer, 5, { currency: 'KWD' })
  expect(await accountOf(principal, customer)).toMatchObject({ beyondMinor: null, without: ['KWD'] })
  expect((await ageing(principal)).rows.map(({ overLimit }) => overLimit)).toEqual([null, null, null])
})
