import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { aCustomer, changeCustomer } from '../../../test/register.ts'
import { type Coverage, defaultCoverage, missingOf } from '../coverage.ts'
import { compareHarm } from '../harm.ts'

/** Customers of every kind: tier, how many know it, backup, sponsor, channels and sales each in turn. */
const kinds = Array.from({ length: 48 }, (_, n) => ({
  tier: (['A', 'B', 'C', null] as const)[n % 4] ?? null,
  knownBy: Math.floor(n / 4) % 3,
  backup: Math.floor(n / 12) % 2 === 1,
  sponsor: n % 5 === 0,
  channels: n % 3,
  sold: n % 7 === 0 ? 0n : BigInt(100 * ((n * 37) % 11)),
}))
type Kind = (typeof kinds)[number]

let server: Server
let boss: Asker
const made: { id: string; name: string; kind: Kind }[] = []

beforeAll(async () => {
  server = await ownServer({ now: () => new Date('2026-11-23T12:00:00Z') })
  const company = await aCompany(server)
  boss = await aPerson(server, company, 'Boss', ['principal'])
  const owner = await aPerson(server, company, 'Owner', ['salesperson'])
  const second = await aPerson(server, company, 'Second', ['salesperson'])
  for (const [n, kind] of kinds.entries()) {
    const name = `Bar ${String(n).padStart(2, '0')}`
    const id = await aCustomer(owner, { name })
    made.push({ id, name, kind })
    await changeCustomer(server, company, id, { tier: kind.tier })
    const knowing = [owner.id, second.id].slice(0, kind.knownBy)
    await someOrders(server, company, [
      { customer: id, day: '2026-10-01', lines: [Number(kind.sold)] },
      ...knowing.map((person) => ({ customer: id, person, day: '2026-10-02', lines: [] })),
    ])
  }
  const those = (wanted: (kind: Kind) => boolean) => ({
    ids: made.filter(({ kind }) => wanted(kind)).map(({ id }) => id),
  })
  for (const [role, selection] of [
    ['backup', those(({ backup }) => backup)],
    ['sponsor', those(({ sponsor }) => sponsor)],
  ] as const)
    await boss.ask('POST', '/api/customers/assign', { selection, role, personId: second.id })
  for (const [least, kind] of [
    [1, 'portal'],
    [2, 'messaging-account'],
  ] as const) {
    const selection = those(({ channels }) => channels >= least)
    await boss.ask('POST', '/api/customers/channels', { selection, channel: { kind, value: 'ours' } })
  }
})
afterAll(() => server.stop())

/** The same customer as the rules are told of it. */
function coverageOf({ tier, knownBy, backup, sponsor, channels, sold }: Kind) {
  const covered: Coverage = {
    tier,
    knownBy,
    channels,
    alone: knownBy === 1 && !backup && !sponsor,
    backups: backup ? 1 : 0,
    sponsors: sponsor ? 1 : 0,
  }
  return { ...covered, soldMinor: sold }
}

test('the statement finds what the rules find, in the order of the rules', async () => {
  const { body } = await boss.ask('GET', '/api/coverage/fixes?size=100')
  const { fixes } = body as { fixes: { name: string; missing: string[]; alone: boolean }[] }
  const expected = made
    .map(({ name, kind }) => ({ name, covered: coverageOf(kind) }))
    .map((one) => ({ ...one, missing: missingOf(one.covered, defaultCoverage) }))
    .filter(({ missing }) => missing.length > 0)
    .toSorted((a, b) => compareHarm(a.covered, b.covered, defaultCoverage) || (a.name < b.name ? -1 : 1))
  expect(fixes.map(({ name, missing, alone }) => ({ name, missing, alone }))).toEqual(
    expected.map(({ name, missing, covered }) => ({ name, missing, alone: covered.alone })),
  )
  expect(expected.length).toBeGreaterThan(20)
})
