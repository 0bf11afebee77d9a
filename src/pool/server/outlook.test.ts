import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { ownedCustomers, rulesWith } from '../../../test/pool.ts'
import { asProgram } from '../../../test/register.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { newId } from '../../platform/server/uuid.ts'
import { addDays } from '../../values/calendar.ts'
import { type Day, dayFromNumber, dayNumber } from '../../values/day.ts'
import { type ProtectionFacts, outlookFrom } from '../protection.ts'
import { type PoolSources, outlooksOf } from './queries/clocks.ts'

let server: Server
let company: string
let ana: Asker
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
})
afterAll(() => server.stop())

const first = dayNumber('2024-01-15' as Day)
const aDay = fc.integer({ min: first, max: first + 900 }).map(dayFromNumber)
const aYearDay = fc.constantFrom(
  '01-01',
  '01-31',
  '02-28',
  '02-29',
  '03-01',
  '07-15',
  '08-31',
  '12-20',
  '12-31',
)
const facts = fc.record({
  since: aDay,
  lastActivity: fc.option(aDay),
  closures: fc.array(fc.record({ from: aYearDay, to: aYearDay }), { maxLength: 2 }),
  exemptions: fc.array(
    fc
      .record({ from: aDay, length: fc.integer({ min: 1, max: 90 }), open: fc.nat(9) })
      .map(({ from, length, open }) => ({
        from,
        until: open === 0 ? null : addDays(from, length),
        because: 'leave',
      })),
    { maxLength: 3 },
  ),
  announcement: fc.option(
    fc.record({ announcedOn: aDay, ahead: fc.integer({ min: 1, max: 60 }), of: fc.nat(2), clockFrom: aDay }),
    { freq: 2 },
  ),
})

/** Half of the announcements are of the clock that runs, else hardly one would ever stand. */
function made({
  announcement,
  ...some
}: typeof facts extends fc.Arbitrary<infer F> ? F : never): ProtectionFacts {
  if (announcement === null) return { ...some, announcement: null }
  const { since, lastActivity } = some
  const running = lastActivity !== null && lastActivity > since ? lastActivity : since
  const { announcedOn, ahead, of, clockFrom } = announcement
  const told = {
    announcedOn,
    returnsOn: addDays(announcedOn, ahead),
    clockFrom: of === 0 ? clockFrom : running,
  }
  return { ...some, announcement: told }
}

const tiers = ['A', 'B', 'C', null] as const
const rules = rulesWith({
  tiers: {
    A: { on: true, days: 1, announce: 1 },
    B: { on: true, days: 60, announce: 14 },
    C: { on: true, days: 400, announce: 30 },
    none: { on: false, days: 90, announce: 14 },
  },
})

test('the statement over all customers says of each what the rule says of it', async () => {
  const some = fc.sample(facts, { numRuns: 800, seed: 11 }).map(made)
  const today = '2026-03-04' as Day
  // What happens after today isn't known yet, neither to the rule nor to the statement.
  const known = some.map((one) => ({
    ...one,
    lastActivity: one.lastActivity !== null && one.lastActivity <= today ? one.lastActivity : null,
  }))
  const ids = await ownedCustomers(
    server,
    company,
    known.map((one, index) => ({
      person: ana.id,
      since: one.since,
      tier: tiers[index % 4] ?? null,
      closures: one.closures.length === 0 ? null : JSON.stringify(one.closures),
    })) as never,
  )
  const told = known.flatMap(({ announcement: one }, index) => {
    if (one === null) return []
    const row = { organization_id: company, id: newId(), customer_id: ids[index] ?? '', person_id: ana.id }
    return [{ ...row, clock_from: one.clockFrom, announced_on: one.announcedOn, returns_on: one.returnsOn }]
  })
  await asProgram(server, company, async (tx, changes) => {
    await tx.insertInto('pool_announcement').values(told).execute()
    changes.addAll('pool_announcement', told)
  })
  const spans = known.flatMap(({ exemptions }, index) =>
    exemptions.map((span) => ({ id: ids[index], ...span })),
  )
  const activity = known.map(({ lastActivity }, index) => ({
    id: ids[index],
    day: lastActivity ?? '2023-01-01',
  }))
  const sources: PoolSources = {
    facts: [
      {
        name: 'test',
        activity: sql`select x.id as customer_id, x.day
          from jsonb_to_recordset(${JSON.stringify(activity)}::jsonb) as x (id uuid, day date)`,
      },
    ],
    exemptions: [
      {
        name: 'test',
        spans: sql`select x.id as customer_id, x."from" as from_day, x.until as until_day, 'leave'::text as because
          from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as x (id uuid, "from" date, until date)`,
      },
    ],
  }
  for (const from of [today, addDays(today, 1)]) {
    const rows = await readAs(server.services.db, programActor(company), async (tx) => {
      const found = await sql<{ id: string; said: object }>`
        select k.customer_id as id, jsonb_build_object('clockFrom', k.clock_from, 'paused', k.paused,
          'announceOn', k.announce_on, 'returnOn', k.return_on) as said
        from (${outlooksOf(sources, { rules, today }, from)}) k`.execute(tx)
      return new Map(found.rows.map(({ id, said }) => [id, said]))
    })
    expect(rows.size).toBe(600)
    for (const [index, one] of known.entries()) {
      const tier = tiers[index % 4] ?? null
      if (tier === null) continue
      expect(rows.get(ids[index] ?? ''), JSON.stringify({ one, tier })).toEqual(
        outlookFrom(one, rules.tiers[tier], today, from),
      )
    }
  }
})
