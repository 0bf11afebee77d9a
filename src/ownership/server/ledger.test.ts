import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { verifyCompanies } from '../../program/commands/verify.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { readAs } from '../../platform/server/database/transaction.ts'
import { addDays } from '../../values/calendar.ts'
import type { Day } from '../../values/day.ts'
import { advanceLedger } from './commands/advance.ts'
import { assignEach } from './queries/assign-each.ts'
import { ownersOn } from './queries/as-of.ts'

const first = '2026-03-02' as Day
let today = first
let server: Server
beforeAll(async () => {
  server = await ownServer({ now: () => new Date(`${today}T11:00:00Z`) })
})
afterAll(() => server.stop())

/** A company with three salespeople and four customers, all Ana's. */
async function aTeam() {
  today = first
  const company = await aCompany(server)
  const boss = await aPerson(server, company, 'Carmen', ['principal'])
  const people: Asker[] = []
  for (const name of ['Ana', 'Bea', 'Carl'])
    people.push(await aPerson(server, company, name, ['salesperson'], { managerId: boss.id }))
  const ids: string[] = []
  for (const name of ['Uno', 'Dos', 'Tres', 'Cuatro'])
    ids.push(await aCustomer(boss, { name, owner: people[0]?.id }))
  return { company, boss, people: people.map(({ id }) => id), ids }
}
type Team = Awaited<ReturnType<typeof aTeam>>

type Move =
  | { do: 'assign'; role: 'owner' | 'backup'; who: number | null; whom: number[] }
  | { do: 'import'; who: number | null; whom: number[] }
  | { do: 'cover'; who: number; whom: number[]; from: number; days: number }
  | { do: 'correct'; who: number | null; whom: number; from: number; days: number | null }
  | { do: 'take-back'; path: 'undo' | 'end'; batch: number }
  | { do: 'wait'; days: number }

const who = fc.option(fc.nat(2))
const whom = fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 4 })
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    do: fc.constant('assign' as const),
    role: fc.constantFrom('owner' as const, 'backup' as const),
    who,
    whom,
  }),
  fc.record({ do: fc.constant('import' as const), who, whom }),
  fc.record({ do: fc.constant('cover' as const), who: fc.nat(2), whom, from: fc.nat(6), days: fc.nat(6) }),
  fc.record({
    do: fc.constant('correct' as const),
    who,
    whom: fc.nat(3),
    from: fc.nat(20),
    days: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  fc.record({
    do: fc.constant('take-back' as const),
    path: fc.constantFrom('undo' as const, 'end' as const),
    batch: fc.nat(30),
  }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 4 }) }),
)

/** Carries a move out by the same requests that people make; answers the batch it wrote, if any. */
async function carryOut(team: Team, batches: readonly string[], one: Move): Promise<string | null> {
  const { boss, people, ids } = team
  const person = (index: number | null) => (index === null ? null : (people[index] ?? null))
  const chosen = (indexes: readonly number[]) => ({ ids: indexes.map((index) => ids[index]) })
  const ask = async (path: string, body: object) => {
    const { status, body: answered } = await boss.ask('POST', path, body)
    expect([200, 409, 422]).toContain(status)
    return status === 200 ? ((answered as { batchId: string | null }).batchId ?? null) : null
  }
  if (one.do === 'wait') {
    today = addDays(today, one.days)
    await advanceLedger(server.services, team.company)
    return null
  }
  if (one.do === 'import') {
    const owners = one.whom.map((index) => ({
      customerId: ids[index] ?? '',
      personId: person(one.who),
      from: today,
    }))
    await asProgram(server, team.company, (tx, changes) => assignEach(tx, changes, owners, 'import'))
    return null
  }
  if (one.do === 'take-back') {
    const batch = batches[one.batch % Math.max(1, batches.length)]
    if (batch === undefined) return null
    const of = one.path === 'undo' ? 'batches' : 'covers'
    return await ask(`/api/ownership/${of}/${batch}/${one.path}`, {})
  }
  if (one.do === 'cover') {
    const from = addDays(today, one.from)
    const span = { from, to: addDays(from, one.days) }
    return await ask('/api/ownership/covers', {
      selection: chosen(one.whom),
      personId: person(one.who),
      ...span,
    })
  }
  if (one.do === 'correct') {
    const from = addDays(first, one.from)
    const until = one.days === null ? null : addDays(from, one.days)
    const body = { role: 'owner', from, until, personId: person(one.who), reason: 'as it was' }
    return await ask(`/api/customers/${ids[one.whom]}/ownership/corrections`, body)
  }
  const { role } = one
  return await ask('/api/customers/assign', { selection: chosen(one.whom), role, personId: person(one.who) })
}

const days = Array.from({ length: 45 }, (_, index) => addDays(first, index))
type Answers = Record<string, unknown>

/** Who holds every seat of every customer on every day, as known at an instant; and the instant it holds for. */
async function everything(team: Team, knownAt?: string): Promise<{ knownAt: string; answers: Answers }> {
  const answers: Answers = {}
  let known = ''
  for (const id of team.ids) {
    const query = knownAt === undefined ? '' : `?knownAt=${knownAt}`
    const { status, body } = await team.boss.ask('GET', `/api/customers/${id}/ownership${query}`)
    expect(status).toBe(200)
    const found = body as {
      knownAt: string
      lanes: {
        role: string
        seat: number
        periods: { from: Day; until: Day | null; person: { id: string } | null }[]
      }[]
    }
    known = found.knownAt
    for (const { role, seat, periods } of found.lanes) {
      for (const day of days) {
        const at = periods.filter(({ from, until }) => from <= day && (until === null || day < until))
        if (role === 'owner') expect(at).toHaveLength(1)
        const holder = at[0]?.person?.id
        if (holder !== undefined) answers[`${id} ${role} ${seat} ${day}`] = holder
      }
    }
  }
  return { knownAt: known, answers }
}

test('any history: one owner every day, what was known stays known, undo restores, projection and seals hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 14 }), async (moves) => {
      const team = await aTeam()
      const batches: string[] = []
      const seen = [await everything(team)]
      for (const one of moves) {
        const batch = await carryOut(team, batches, one)
        const before = seen.at(-1)
        if (batch === null || before === undefined) {
          if (one.do === 'import') seen.push(await everything(team))
          continue
        }
        batches.push(batch)
        const after = await everything(team)
        const undo = await team.boss.ask('POST', `/api/ownership/batches/${batch}/undo`, {})
        expect(undo.status).toBe(200)
        expect((await everything(team)).answers).toEqual(before.answers)
        const redo = await team.boss.ask(
          'POST',
          `/api/ownership/batches/${(undo.body as { batchId: string }).batchId}/undo`,
          {},
        )
        expect(redo.status).toBe(200)
        const redone = await everything(team)
        expect(redone.answers).toEqual(after.answers)
        seen.push(after, redone)
      }
      for (const { knownAt, answers } of seen)
        expect((await everything(team, knownAt)).answers).toEqual(answers)
      await owners(team)
      expect(await verifyCompanies(server.services, [{ id: team.company, name: 'it' }])).toMatchObject({
        first_bad: null,
      })
    }),
    { numRuns: Number(process.env['RELEVO_LEDGER_RUNS'] ?? 5) },
  )
}, 600_000)

/** The one statement over many pairs says what the rule says of each customer's entries. */
async function owners(team: Team): Promise<void> {
  const pairs = team.ids.flatMap((customerId) => days.map((day) => ({ customerId, day })))
  const { answers } = await everything(team)
  const held = await readAs(server.services.db, programActor(team.company), (tx) => ownersOn(tx, pairs))
  for (const { customerId, day, personId, entryId } of held) {
    expect(entryId).not.toBeNull()
    expect(personId ?? undefined).toBe(answers[`${customerId} owner 0 ${day}`])
  }
}

test('a cover is the deputy’s from its first to its last day and returns by itself', async () => {
  const { company, boss, people, ids } = await aTeam()
  const bea = people[1] ?? ''
  const covers = async () =>
    await asProgram(server, company, async (tx) => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from holder where role = 'cover' and person_id = ${bea}`.execute(tx)
      return rows[0]?.n
    })
  const span = { from: addDays(first, 2), to: addDays(first, 3) }
  const made = await boss.ask('POST', '/api/ownership/covers', { selection: { ids }, personId: bea, ...span })
  expect(made).toMatchObject({ status: 200, body: { customers: 4 } })
  const again = { selection: { ids }, personId: people[2], from: span.to, to: addDays(first, 9) }
  expect(await boss.ask('POST', '/api/ownership/covers', again)).toMatchObject({
    status: 409,
    body: { code: 'already-covered', facts: { count: 4 } },
  })
  const held: (number | undefined)[] = []
  for (const [index] of [0, 1, 2, 3, 4].entries()) {
    today = addDays(first, index)
    await advanceLedger(server.services, company)
    await advanceLedger(server.services, company)
    held.push(await covers())
  }
  expect(held).toEqual([0, 0, 4, 4, 0])
  expect(await verifyCompanies(server.services, [{ id: company, name: 'it' }])).toMatchObject({ ok: true })
})

test('asked on a day and as known then; a correction does not rewrite what was believed', async () => {
  const { boss, people, ids } = await aTeam()
  const [ana = '', bea = ''] = people
  const owner = async (on: string, more = '') => {
    const { body } = await boss.ask('GET', `/api/ownership/owner?customer=${ids[0]}&on=${on}${more}`)
    return body as {
      knownAt: string
      registered: boolean
      owner: { person: { id: string } | null; cause: string } | null
    }
  }
  expect(await owner(addDays(first, -1))).toMatchObject({ registered: false, owner: null })
  const believed = await owner(addDays(first, 4))
  expect(believed.owner?.person?.id).toBe(ana)
  today = addDays(first, 10)
  const correction = {
    role: 'owner',
    from: addDays(first, 3),
    until: addDays(first, 6),
    personId: bea,
    reason: 'Bea served it',
  }
  const path = `/api/customers/${ids[0]}/ownership/corrections`
  expect(await boss.ask('POST', path, correction)).toMatchObject({ status: 200 })
  expect(await owner(addDays(first, 4))).toMatchObject({
    owner: { person: { id: bea }, cause: 'correction', reason: 'Bea served it' },
  })
  expect((await owner(addDays(first, 6))).owner?.person?.id).toBe(ana)
  expect((await owner(addDays(first, 4), `&knownAt=${believed.knownAt}`)).owner?.person?.id).toBe(ana)
  expect(await boss.ask('POST', path, correction)).toMatchObject({
    status: 409,
    body: { code: 'nothing-changed' },
  })
  expect(await boss.ask('POST', path, { ...correction, from: addDays(first, -3) })).toMatchObject({
    body: { code: 'before-registration', rule: '2.3' },
  })
})
