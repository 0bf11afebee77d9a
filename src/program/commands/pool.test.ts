import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, aCompany, aPerson } from '../../../test/make.ts'
import { ownedCustomers, setRules } from '../../../test/pool.ts'
import { startProgram } from '../../../test/program.ts'

let server: Awaited<ReturnType<typeof ownServer>>
let boss: Asker
const daysAgo = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString().slice(0, 10)
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  boss = await aPerson(server, company, 'Carmen', ['principal'])
  const ana = await aPerson(server, company, 'Ana', ['salesperson'])
  await aPerson(server, company, 'Ben', ['salesperson'])
  await ownedCustomers(server, company, [
    { person: null, since: daysAgo(3), name: 'Bar Libre', city: 'Madrid' },
    { person: ana.id, since: daysAgo(80), name: 'Bar Quieto' },
  ])
})
afterAll(() => server.stop())

async function run(...args: string[]) {
  const program = startProgram(args, { DATABASE_URL: server.url })
  const code = await program.ended
  return { code, lines: program.printed().trim().split('\n') }
}

test('who is in the pool, since when and why', async () => {
  expect((await run('pool')).lines).toEqual([
    '1 customer in the pool',
    `${daysAgo(3)}  -  Bar Libre, Madrid (assigned)`,
  ])
})

test('what would return, by whom, and that nothing does while it is off', async () => {
  const { code, lines } = await run('pool', 'simulate')
  expect(lines).toEqual([
    expect.stringMatching(/^Until \d{4}-\d\d-\d\d 1 customer would return, by today's rules 0\.$/),
    expect.stringContaining('it is off'),
    '  Ana: 1',
  ])
  expect(code).toBe(0)
  expect((await run('pool', 'simulate', '--days', '0')).code).toBe(2)
})

test("today's run is looked at first, made once, and says when it is off", async () => {
  const off = 'Customers return by themselves only once the company switches it on; it is off.'
  expect((await run('pool', 'run', '--dry-run')).lines).toEqual([
    '0 announced, 0 returned to the pool (nothing was changed).',
    off,
  ])
  await setRules(boss, {})
  expect((await run('pool', 'run', '--dry-run')).lines).toEqual([
    '1 announced, 0 returned to the pool (nothing was changed).',
  ])
  expect((await run('pool', 'run')).lines).toEqual(['1 announced, 0 returned to the pool.'])
  expect((await run('pool', 'run')).lines).toEqual(["Today's run was made already."])
})
