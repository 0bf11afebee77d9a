import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { ownedCustomers } from '../../../test/pool.ts'
import { asProgram } from '../../../test/register.ts'
import { recordEntries } from '../../ownership/server/queries/ledger.ts'
import type { Day } from '../../values/day.ts'

let server: Server
let principal: Asker
let ana: Asker
let ben: Asker
let bar: string
let cafe: string
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-03-18T10:00:00Z') })
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  ben = await aPerson(server, company, 'Ben', ['salesperson'])
  const owned = await ownedCustomers(server, company, [
    { person: ana.id, since: '2025-01-01', tier: 'A' },
    { person: ben.id, since: '2025-01-01' },
  ])
  bar = owned[0] ?? ''
  cafe = owned[1] ?? ''
  await asProgram(server, company, async (tx, changes) => {
    const from = '2026-03-01' as Day
    await recordEntries(tx, changes, { cause: 'assigned', today: from }, [
      { customerId: bar, role: 'owner', seat: 0, from, personId: ben.id },
    ])
  })
  await someOrders(server, company, [
    { customer: bar, person: ana.id, day: '2026-02-28', lines: [100, 50] },
    { customer: bar, person: ana.id, day: '2026-03-01', lines: [70] },
    { customer: bar, day: '2026-03-02', lines: [-20] },
    { customer: cafe, person: ben.id, day: '2026-02-10', lines: [30], currency: 'USD' },
    { customer: cafe, person: ben.id, day: '2024-02-10', lines: [999] },
    { customer: cafe, person: ben.id, day: '2026-02-11', lines: [4444] },
  ])
  await asProgram(server, company, async (tx, changes) => {
    await tx.updateTable('sales_order').set({ kind: 'return' }).where('goods_minor', '=', -20).execute()
    await tx
      .updateTable('sales_order')
      .set({ cancelled_on: '2026-02-12' })
      .where('goods_minor', '=', 4444)
      .execute()
    changes.add('sales_order', bar, bar)
  })
})
afterAll(() => server.stop())

type Row = { month: string; currency: string; key: string | null; soldMinor: string; returnedMinor: string }
type Answer = { rows: Row[]; names: { key: string; name: string }[]; first: string | null; customers: number }
const sums = async (query = '', who = principal) =>
  (await who.ask('GET', `/api/sales/by-month${query}`)).body as Answer
const lines = ({ rows, names }: Answer) =>
  rows.map(({ month, currency, key, soldMinor, returnedMinor }) => {
    const name = names.find((one) => one.key === key)?.name ?? '-'
    return `${month} ${currency} ${name} ${soldMinor} ${returnedMinor}`
  })

test('by month and currency: sales and returns apart, without cancelled orders and other months', async () => {
  const answer = await sums()
  expect(answer).toMatchObject({
    from: '2025-04',
    to: '2026-03',
    currency: 'EUR',
    first: '2024-02-10',
    customers: 2,
  })
  expect(lines(answer)).toEqual(['2026-02 EUR - 150 0', '2026-02 USD - 30 0', '2026-03 EUR - 70 20'])
})

test('who took an order and who owned the customer that day are two facts', async () => {
  expect(lines(await sums(`?by=taker&customer=${bar}`))).toEqual([
    '2026-02 EUR Ana 150 0',
    '2026-03 EUR Ana 70 0',
    '2026-03 EUR - 0 20',
  ])
  expect(lines(await sums(`?by=owner&customer=${bar}`))).toEqual([
    '2026-02 EUR Ana 150 0',
    '2026-03 EUR Ben 70 20',
  ])
  expect(lines(await sums(`?taker=${ana.id}`))).toEqual(['2026-02 EUR - 150 0', '2026-03 EUR - 70 0'])
  expect(lines(await sums(`?owner=${ben.id}`))).toEqual(['2026-02 USD - 30 0', '2026-03 EUR - 70 20'])
})

test('by tier and of a tier; nobody’s tier has no name', async () => {
  expect(lines(await sums('?by=tier'))).toEqual([
    '2026-02 EUR A 150 0',
    '2026-02 USD - 30 0',
    '2026-03 EUR A 70 20',
  ])
  expect(lines(await sums('?tier=A&from=2026-03&to=2026-03'))).toEqual(['2026-03 EUR - 70 20'])
})

test('each sees the sales of the customers they see', async () => {
  expect((await sums('', ben)).customers).toBe(2)
  expect(lines(await sums('', ana))).toEqual([])
  expect((await sums('', ana)).first).toBeNull()
})

test('months in the wrong order, too many, and what is no month are refused', async () => {
  const statuses = ['?from=2026-03&to=2026-02', '?from=1990-01', '?from=2026-3'].map(
    async (query) => (await principal.ask('GET', `/api/sales/by-month${query}`)).status,
  )
  expect(await Promise.all(statuses)).toEqual([422, 422, 400])
})
