import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Server, aCompany } from '../../../test/make.ts'
import { asProgram, someRows } from '../../../test/register.ts'
import { newId } from '../../platform/server/uuid.ts'
import type { Currency } from '../../values/currency.ts'
import type { Day } from '../../values/day.ts'
import { ratio, multiplyRatios, roundHalfUp } from '../../values/ratio.ts'
import { type Tier, type TierFacts, type TierVerdict, tiersOf } from '../tier.ts'
import { areTierRules, defaultTierRules } from '../tier-rules.ts'
import type { SoldSpan } from './queries/sold.ts'
import { verdictSql } from './queries/tier-sql.ts'

const span: SoldSpan = { from: '2025-04-01' as Day, to: '2026-03-31' as Day, currency: 'EUR' as Currency }
const size = 14

let server: Server
let company: string
let customers: string[]
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  customers = await someRows(
    server,
    company,
    'customer',
    Array.from({ length: size }, (_, at) => ({
      code: `C${at}`,
      name: `Bar ${at}`,
      registered_on: '2020-01-01',
    })),
  )
  await asProgram(server, company, async (tx, changes) => {
    const rate = { organization_id: company, currency: 'JPY' }
    await tx
      .insertInto('exchange_rate')
      .values([
        { ...rate, id: newId(), day: '2025-01-01', rate: '0.007' },
        { ...rate, id: newId(), day: '2025-10-01', rate: '0.0061' },
        // Recorded wrongly and taken back: the one before holds.
        { ...rate, id: newId(), day: '2025-12-01', rate: '9', recorded_at: '2025-12-01T08:00:00Z' },
        { ...rate, id: newId(), day: '2025-12-01', rate: null, recorded_at: '2025-12-01T09:00:00Z' },
      ])
      .execute()
    changes.add('exchange_rate', company)
  })
})
afterAll(() => server.stop())

const someOrder = fc.record({
  minor: fc.oneof(fc.integer({ min: -30, max: 100 }), fc.integer({ min: 0, max: 10_000_000 })),
  currency: fc.constantFrom('EUR', 'EUR', 'JPY', 'USD'),
  day: fc.constantFrom('2025-03-31', '2025-04-01', '2025-09-30', '2025-10-01', '2026-03-31', '2026-04-01'),
  cancelled: fc.boolean(),
})
const someCustomer = fc.record({
  orders: fc.array(someOrder, { maxLength: 3 }),
  base: fc.constantFrom<Tier | null>('A', 'B', 'C', null),
  tier: fc.constantFrom<Tier | null>('A', 'B', 'C', null),
  by: fc.constantFrom('hand', 'computed', null),
  shift: fc.constantFrom(-1 as const, 0 as const, 1 as const),
})
const someRules = fc
  .record({
    a: fc.integer({ min: 1, max: 98 }),
    b: fc.integer({ min: 2, max: 99 }),
    hysteresis: fc.integer({ min: 0, max: 20 }),
  })
  .map((numbers) => ({ ...defaultTierRules, ...numbers }))
  .filter(areTierRules)
type Given = (typeof someCustomer extends fc.Arbitrary<infer T> ? T : never)[]

/** What counts of an order in cents: yen by the rate of the day, dollars not at all, for want of one. */
function centsOf({ minor, currency, day, cancelled }: Given[number]['orders'][number]): bigint {
  if (cancelled || day < span.from || day > span.to || currency === 'USD') return 0n
  if (currency === 'EUR') return BigInt(minor)
  const [over, under] = day < '2025-10-01' ? [7n, 1000n] : [61n, 10_000n]
  const sign = minor < 0 ? -1n : 1n
  return sign * roundHalfUp(multiplyRatios(ratio(BigInt(Math.abs(minor)) * 100n), ratio(over, under)))
}

test('the whole company in one statement is the rule applied to each', async () => {
  const run = newId()
  await asProgram(server, company, async (tx, changes) => {
    await sql`insert into tier_run (organization_id, id, as_of, rules, customers, moved, sales_minor, currency)
      values (${company}, ${run}, ${span.to}, '{}', 0, 0, 0, 'EUR')`.execute(tx)
    changes.add('tier_run', run)
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(someCustomer, { minLength: size, maxLength: size }),
      someRules,
      async (given: Given, rules) => {
        await arrange(given, run)
        const said = await asProgram(server, company, async (tx) => {
          const { rows } = await sql<TierVerdict>`
            with ${verdictSql(rules, span)}
            select id, base, after as tier, because, rank, ppm as "cumulativePpm" from verdict`.execute(tx)
          return new Map(rows.map((row) => [row.id, row]))
        })
        const facts = given.map(
          ({ orders, tier, base, by, shift }, at): TierFacts => ({
            id: customers[at] ?? '',
            sales: orders.reduce((sum, order) => sum + centsOf(order), 0n),
            tier,
            base,
            byHand: tier !== null && by !== 'computed',
            shift,
          }),
        )
        for (const one of tiersOf(facts, rules)) expect(said.get(one.id)).toEqual(one)
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

/** Puts the company into this state, as the tables hold it. */
async function arrange(given: Given, run: string): Promise<void> {
  const rows = given.flatMap(({ orders }, at) =>
    orders.map((order) => ({ ...order, customer: customers[at] })),
  )
  const states = given.map(({ tier, base, by, shift }, at) => ({ id: customers[at], tier, base, by, shift }))
  await asProgram(
    server,
    company,
    async (tx, changes) => {
      await sql`delete from sales_order`.execute(tx)
      await sql`insert into sales_order (organization_id, id, code, customer_id, ordered_on, currency, goods_minor, kind, cancelled_on)
      select ${company}, x.id, x.id, r.customer, r.day, r.currency, r.minor, case when r.minor < 0 then 'return' else 'sale' end,
        case when r.cancelled then r.day end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(customer uuid, day date, currency text, minor bigint, cancelled boolean)
      cross join lateral (select app.new_id() as id where r.customer is not null) x`.execute(tx)
      await sql`update customer c set tier = r.tier, tier_shift = r.shift, tier_by = case when r.tier is not null then r.by end
      from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as r(id uuid, tier text, shift smallint, by text)
      where c.organization_id = ${company} and c.id = r.id`.execute(tx)
      await sql`insert into tier_standing (organization_id, customer_id, run_id, base, sales_minor, cumulative_ppm, rank)
      select ${company}, r.id, ${run}, r.base, 0, 0, 1
      from jsonb_to_recordset(${JSON.stringify(states)}::jsonb) as r(id uuid, base text)
      on conflict (organization_id, customer_id) do update set base = excluded.base`.execute(tx)
      for (const id of customers) {
        changes.add('customer', id, id)
        changes.add('sales_order', id, id)
      }
    },
    'compute-tiers',
  )
}
