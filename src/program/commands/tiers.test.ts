import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import type { Server } from '../../../test/make.ts'
import { hasNorthwind, northwindFile } from '../../../test/northwind.ts'
import { startProgram } from '../../../test/program.ts'

type Move = { code: string; after: string }

describe.runIf(hasNorthwind)('tiers of Northwind by the command line', () => {
  let server: Server
  const run = async (...args: string[]) => {
    const program = startProgram(args, { DATABASE_URL: server.url })
    return { code: await program.ended, text: program.printed() }
  }
  const json = async (...args: string[]) =>
    JSON.parse((await run(...args, '--json')).text) as { moves: Move[] }
  beforeAll(async () => {
    server = await ownServer()
    await run('company', 'create', 'Northwind', '--country', 'US', '--currency', 'USD')
    for (const [entity, file] of [
      ['people', 'salespeople.csv'],
      ['customers', 'customers.csv'],
      ['products', 'products.csv'],
      ['orders', 'orders.csv'],
      ['order-lines', 'order_lines.csv'],
    ] as const)
      expect(await run('import', entity, northwindFile(file))).toMatchObject({ code: 0 })
  }, 180_000)
  afterAll(() => server.stop())

  test('are what the rule says when it is worked out from the files, and are taken back', async () => {
    const expected = await workedOut('1997-05-07', '1998-05-06')
    const preview = await json('tiers', '--dry-run', '--as-of', '1998-05-06', '--top', '500')
    expect(tiersIn(preview.moves)).toEqual(expected)
    expect(preview).toMatchObject({ from: '1997-05-07', customers: 91, dryRun: true })
    expect(await json('tiers', '--as-of', '1998-05-06')).toMatchObject({ run: { moved: 91, customers: 91 } })
    const again = await json('tiers', '--dry-run', '--as-of', '1998-05-06')
    expect(again.moves).toEqual([])
    // A year earlier others were on top: some move, those near a line stay.
    const earlier = await json('tiers', '--dry-run', '--as-of', '1997-12-31', '--top', '500')
    const moved = new Set(earlier.moves.map(({ code }) => code))
    const then = await workedOut('1997-01-01', '1997-12-31')
    expect(moved.size).toBeGreaterThan(0)
    for (const [code, tier] of then) if (tier === expected.get(code)) expect(moved.has(code)).toBe(false)
    expect(await json('tiers', 'undo')).toMatchObject({ restored: 91 })
    expect(await run('tiers', 'undo')).toMatchObject({ code: 1 })
  }, 60_000)

  test('in words: how many, and why each moves', async () => {
    const { text } = await run('tiers', '--dry-run', '--as-of', '1998-05-06', '--top', '1')
    expect(text).toMatch(
      /^91 customers, sales from 1997-05-07 to 1998-05-06: [\d.]+ USD\. A \d+, B \d+, C \d+\.$/m,
    )
    expect(text).toMatch(/^91 would have another tier: 0 up, 0 down, 91 for the first time\.$/m)
    expect(text).toMatch(/- → A {2}.+, place 1: first/)
  })

  test('a day that is none, and a year without sales', async () => {
    expect(await run('tiers', '--as-of', 'yesterday')).toMatchObject({ code: 2 })
    const none = await run('tiers', '--dry-run')
    expect([none.code, none.text]).toEqual([1, expect.stringContaining('Nothing was sold')])
  })
})

const tiersIn = (moves: readonly Move[]) =>
  new Map(moves.map(({ code, after }) => [code, after]).toSorted() as [string, string][])

const read = async (name: string) =>
  parse(await readFile(northwindFile(name), 'utf8'), { columns: true, bom: true }) as Record<string, string>[]

/** The 80/95 rule over the files themselves, in whole cents: nothing of the program's own. */
async function workedOut(from: string, to: string): Promise<Map<string, string>> {
  const [customers, orders, lines] = await Promise.all([
    read('customers.csv'),
    read('orders.csv'),
    read('order_lines.csv'),
  ])
  const who = new Map<string, string>()
  for (const order of orders) {
    const day = (order['order_date'] ?? '').slice(0, 10)
    if (day >= from && day <= to) who.set(order['order_id'] ?? '', order['customer_id'] ?? '')
  }
  const cents = new Map(customers.map((one) => [one['customer_id'] ?? '', 0]))
  for (const line of lines) {
    const customer = who.get(line['order_id'] ?? '')
    if (customer === undefined) continue
    const [price, discount] = [Number(line['unit_price']) * 100, Number(line['discount']) * 100]
    const total = Math.floor(
      (Math.round(price) * Number(line['quantity']) * (100 - Math.round(discount)) + 50) / 100,
    )
    cents.set(customer, (cents.get(customer) ?? 0) + total)
  }
  const all = [...cents.values()].reduce((sum, one) => sum + one, 0)
  return new Map(
    [...cents]
      .map(([customer, own]): [string, string] => {
        const larger = [...cents.values()].filter((one) => one > own).reduce((sum, one) => sum + one, 0)
        const tier = own === 0 || larger * 100 >= all * 95 ? 'C' : larger * 100 >= all * 80 ? 'B' : 'A'
        return [customer, tier]
      })
      .toSorted(),
  )
}
