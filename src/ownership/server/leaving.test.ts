import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { book, commit, draft, to } from '../../../test/transfers.ts'
import { setLeftOn } from '../../people/server/queries/leaving.ts'
import { lockPerson } from '../../people/server/queries/person.ts'
import { importOwners } from './commands/import-owners.ts'
import { lockLedger } from './queries/ledger.ts'

let server: Server
let company: string
let boss: Asker
const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  boss = await aPerson(server, company, 'Boss', ['principal'])
})
afterAll(() => server.stop())

const seller = () => aPerson(server, company, 'Seller', ['salesperson'])

/** Until some connection waits for a lock of another. */
async function somebodyWaits(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from pg_stat_activity where datname = current_database()
            and wait_event_type = 'Lock'`.execute(server.services.db)
        return rows[0]?.n
      },
      { timeout: 20_000, interval: 20 },
    )
    .toBeGreaterThan(0)
}

/** Does `work` on one connection while another has recorded a last day and not committed it yet. */
async function whileLeaving<T>(person: string, work: () => Promise<T>): Promise<T> {
  const begun: { answer?: Promise<T> } = {}
  await asProgram(server, company, async (tx, changes) => {
    await lockPerson(tx, person)
    await setLeftOn(tx, person, yesterday)
    changes.add('person', person)
    begun.answer ??= work()
    await somebodyWaits()
  })
  if (begun.answer === undefined) throw new Error('nothing was begun')
  return await begun.answer
}

const restingWith = (person: string) =>
  asProgram(server, company, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from holder where person_id = ${person}`.execute(tx)
    return rows[0]?.n
  })

describe('whose last day is recorded at the same moment is given nothing (rule 2.9)', () => {
  const ways: Record<string, (person: Asker, customer: string) => Promise<unknown>> = {
    assigned: (person, customer) =>
      boss.ask('POST', '/api/customers/assign', {
        selection: { ids: [customer] },
        role: 'owner',
        personId: person.id,
        reason: 'theirs',
      }),
    'named as backup': (person, customer) =>
      boss.ask('POST', '/api/customers/assign', {
        selection: { ids: [customer] },
        role: 'backup',
        personId: person.id,
        reason: 'theirs',
      }),
    claimed: (person, customer) => person.ask('POST', `/api/pool/${customer}/claim`),
    registered: (person) =>
      boss.ask('POST', '/api/customers', {
        name: 'Bar Nuevo',
        owner: person.id,
        anotherOutlet: { reason: 'new' },
      }),
    covering: (person, customer) =>
      boss.ask('POST', '/api/ownership/covers', {
        selection: { ids: [customer] },
        personId: person.id,
        from: new Date().toISOString().slice(0, 10),
        to: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10),
      }),
  }
  for (const [how, give] of Object.entries(ways))
    test(how, async () => {
      const person = await seller()
      const customer = await aCustomer(boss)
      expect(await whileLeaving(person.id, () => give(person, customer))).toMatchObject({
        status: 409,
        body: { code: 'has-left' },
      })
      expect(await restingWith(person.id)).toBe(0)
    })

  test('transferred', async () => {
    const [from, person] = [await seller(), await seller()]
    for (let n = 0; n < 3; n += 1) await aCustomer(boss, { owner: from.id })
    const made = await draft(boss, { ...book(from), ...to(person) })
    expect(await whileLeaving(person.id, () => commit(boss, made.body))).toMatchObject({
      status: 409,
      body: { code: 'has-left' },
    })
    expect([await restingWith(from.id), await restingWith(person.id)]).toEqual([3, 0])
  })

  test('given back by an undo', async () => {
    const [person, other] = [await seller(), await seller()]
    const customer = await aCustomer(boss, { owner: person.id })
    const given = await boss.ask('POST', '/api/customers/assign', {
      selection: { ids: [customer] },
      role: 'owner',
      personId: other.id,
      reason: 'theirs',
    })
    const { batchId } = given.body as { batchId: string }
    const undo = () => boss.ask('POST', `/api/ownership/batches/${batchId}/undo`, {})
    expect(await whileLeaving(person.id, undo)).toMatchObject({ status: 409, body: { code: 'has-left' } })
    expect(await restingWith(person.id)).toBe(0)
  })

  test('out of a file: the customer stays whose it is', async () => {
    const person = await seller()
    const customer = await aCustomer(boss, { owner: boss.id })
    const from = new Date().toISOString().slice(0, 10)
    await whileLeaving(person.id, () =>
      asProgram(server, company, async (tx, changes) => {
        await importOwners(tx, changes, [{ customerId: customer, personId: person.id, from }], 'import')
      }),
    )
    expect([await restingWith(person.id), await restingWith(boss.id)]).toEqual([0, 1])
  })
})

test('who is being given a customer can’t leave meanwhile', async () => {
  const person = await seller()
  const customer = await aCustomer(boss)
  const begun: { leaving?: ReturnType<Asker['ask']> } = {}
  const assign = asProgram(server, company, async (tx, changes) => {
    await lockLedger(tx, [customer])
    const from = new Date().toISOString().slice(0, 10)
    await importOwners(tx, changes, [{ customerId: customer, personId: person.id, from }], 'import')
    begun.leaving ??= boss.ask('POST', `/api/people/${person.id}/leaving`, { on: yesterday })
    await somebodyWaits()
  })
  await assign
  expect(await begun.leaving).toMatchObject({ status: 409, body: { code: 'customers-are-theirs' } })
  expect(await restingWith(person.id)).toBe(1)
})
