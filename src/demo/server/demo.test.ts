import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { companiesHere } from '../../people/server/queries/company.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { DemoSize } from '../schema.ts'
import { makeDemo } from './commands.ts'

let server: Awaited<ReturnType<typeof ownServer>>
beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-06-30T12:00:00Z') })
})
afterAll(() => server.stop())

const size = { language: 'es', customers: 120, people: 14, months: 12, seed: 'uno' } as const

/** What is in a company, without its ids of companies, as one text. */
async function contents(company: string) {
  return await readAs(server.services.db, programActor(company), async (tx) => {
    const { rows } = await sql<{
      customers: number
      people: number
      left: number
      fingerprint: string
      ownerless: number
      drifted: number
      found: number
      incomplete: number
      orders: number
    }>`
      select (select count(*)::int from customer) as customers,
        (select count(*)::int from person where left_on is null) as people,
        (select count(*)::int from person where left_on is not null) as left,
        (select md5(string_agg(c.code || c.name || c.latitude || coalesce(c.phone, '') || h.since_day || coalesce(p.name, ''), '|' order by c.code))
          from customer c join holder h on h.customer_id = c.id and h.role = 'owner' left join person p on p.id = h.person_id) as fingerprint,
        (select count(*)::int from customer c where not exists (select from holder h where h.customer_id = c.id and h.role = 'owner')) as ownerless,
        (select count(*)::int from holder h join ledger_entry e on e.id = h.entry_id
          where e.person_id is distinct from h.person_id or e.from_day <> h.since_day) as drifted,
        (select count(*)::int from app.search_customers('bar', 50)) as found,
        (select count(*)::int from sales_order o where exists (select from sales_order_line l where l.order_id = o.id)) as orders,
        (select count(*)::int from customer where completeness between 1 and 99) as incomplete`.execute(tx)
    return rows[0]
  })
}

test('the same seed makes the same company, its projection equals its ledger, and it can be searched', async () => {
  const progress: number[] = []
  const one = await makeDemo(server.services, size, null, (done) => progress.push(done))
  const two = await makeDemo(server.services, size, null, () => {})
  const first = await contents(one.companyId)
  expect(one.orders).toBeGreaterThan(100)
  expect(first?.orders).toBe(one.orders)
  expect(first).toMatchObject({ customers: 120, people: 14, ownerless: 0, drifted: 0 })
  expect(first?.left).toBeGreaterThan(0)
  expect(first?.found).toBeGreaterThan(0)
  expect(first?.incomplete).toBeGreaterThan(0)
  expect(await contents(two.companyId)).toEqual(first)
  expect(progress.at(-1)).toBe(1)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  const names = (await companiesHere(server.services.db)).map((company) => company.name)
  expect(new Set(names).size).toBe(2)
})

test('what happened there agrees with itself: money, visits, stock', async () => {
  const { companyId } = await makeDemo(server.services, { ...size, language: 'en' }, null, () => {})
  const [found] = await readAs(server.services.db, programActor(companyId), async (tx) => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from visit where visited_on is not null) as visits,
        (select count(*)::int from visit where visited_on is null and planned_on > '2026-06-30') as ahead,
        (select count(*)::int from visit where visited_on is null and planned_on <= '2026-06-30') as forgotten,
        (select count(*)::int from sales_order where visit_id is not null) as on_visits,
        (select count(*)::int from sales_order o where goods_minor <> (select sum(total_minor) from sales_order_line l
          where l.order_id = o.id)) as wrong_totals,
        (select count(*)::int from receivable r where settled_minor <> coalesce((select sum(amount_minor) from allocation a
          where a.receivable_id = r.id), 0)) as wrong_settled,
        (select count(*)::int from payment p where used_minor <> coalesce((select sum(amount_minor) from allocation a
          where a.payment_id = p.id), 0)) as wrong_used,
        (select count(*)::int from hand_in h where expected_minor <> (select sum(amount_minor) from payment p
          where p.hand_in_id = h.id)) as wrong_handed_in,
        (select count(*)::int from hand_in) as handed_in,
        (select count(*)::int from receivable where settled_minor < amount_minor and due_on < '2026-06-30') as overdue,
        (select count(*)::int from complaint) as complaints, (select count(*)::int from promise) as promises,
        (select count(*)::int from stock_count) as counts, (select count(*)::int from price) as prices,
        (select count(*)::int from visit v join person p on p.id = v.person_id where v.visited_on > p.left_on) as by_leavers`.execute(
      tx,
    )
    return rows
  })
  const some = expect.toSatisfy((n: number) => n > 0)
  expect(found).toEqual({
    visits: some,
    ahead: some,
    on_visits: some,
    handed_in: some,
    overdue: some,
    complaints: some,
    promises: some,
    counts: some,
    prices: some,
    forgotten: 0,
    wrong_totals: 0,
    wrong_settled: 0,
    wrong_used: 0,
    wrong_handed_in: 0,
    by_leavers: 0,
  })
})

test('no leaver is responsible for anybody today', async () => {
  const { companyId } = await makeDemo(
    server.services,
    { ...size, language: 'zh', seed: 'zwei' },
    null,
    () => {},
  )
  const held = await readAs(server.services.db, programActor(companyId), async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from holder h join person p on p.id = h.person_id where p.left_on is not null`.execute(
      tx,
    )
    return rows[0]?.n
  })
  expect(held).toBe(0)
})

test('more than memory can hold is refused', () => {
  expect(DemoSize.safeParse({ customers: 20_000, months: 18 }).success).toBe(true)
  expect(DemoSize.safeParse({ customers: 20_000, months: 60 }).success).toBe(false)
})
