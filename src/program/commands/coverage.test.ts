import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aCompany, aPerson } from '../../../test/make.ts'
import { someOrders } from '../../../test/orders.ts'
import { startProgram } from '../../../test/program.ts'
import { aCustomer } from '../../../test/register.ts'

let server: Awaited<ReturnType<typeof ownServer>>
let ana: Awaited<ReturnType<typeof aPerson>>
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  const ben = await aPerson(server, company, 'Ben', ['salesperson'])
  const today = new Date().toISOString().slice(0, 10)
  const bar = await aCustomer(ana, { name: 'Bar Sol', code: 'BAR' })
  const cafe = await aCustomer(ben, { name: 'Café', code: 'CAFE' })
  await someOrders(server, company, [
    { customer: bar, person: ana.id, day: today, lines: [100] },
    { customer: cafe, person: ana.id, day: today, lines: [100] },
    { customer: cafe, person: ben.id, day: today, lines: [100] },
  ])
})
afterAll(() => server.stop())

async function run(...args: string[]) {
  const program = startProgram(args, { DATABASE_URL: server.url })
  const code = await program.ended
  return { code, text: program.printed() }
}

test('the company in words: the share, what is lacking, whom to see to first', async () => {
  const { text } = await run('coverage')
  expect(text).toContain(
    '33.3 % of sales of twelve months known to one person only, 33.3 % with nobody else named',
  )
  expect(text).toContain('BAR        Bar Sol, Ana: backup, channel  1.00 EUR')
})

test('a person by name, code or id, as one JSON value', async () => {
  const { id, text } = { id: ana.id, ...(await run('coverage', 'Ana', '--json')) }
  const told = JSON.parse(text) as { id: string; first: { fixes: { code: string }[] } }
  expect(told).toMatchObject({ id, exposure: { customers: { total: 2, one: 1 } } })
  expect(told.first.fixes.map(({ code }) => code)).toEqual(['BAR', 'CAFE'])
  expect(JSON.parse((await run('coverage', ana.id, '--json')).text)).toEqual(told)
})

test('nobody of that name, and a figure that is none, are said so', async () => {
  expect(await run('coverage', 'Nobody')).toMatchObject({ code: 1 })
  expect(await run('coverage', '--top', 'x')).toMatchObject({ code: 2 })
})
