import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'

let server: Server
let carmen: Asker
let admin: Asker
let ana: Asker
let bea: Asker
beforeAll(async () => {
  server = await ownServer()
  const company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
  admin = await aPerson(server, company, 'Ada', ['administrator'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  bea = await aPerson(server, company, 'Bea', ['salesperson'])
})
afterAll(() => server.stop())

type Lines = { lines: { code: string; name: string }[]; version: number; mayChange: boolean }
const read = async (who: Asker) => (await who.ask('GET', '/api/company/lines')).body as unknown as Lines
const keep = async (who: Asker, lines: { code?: string; name: string }[], version?: number) =>
  who.ask('PUT', '/api/company/lines', { lines, version: version ?? (await read(who)).version })
const assign = (customer: string, more: Record<string, unknown>) =>
  carmen.ask('POST', '/api/customers/assign', { selection: { ids: [customer] }, role: 'owner', ...more })
const ownerOf = async (customer: string, line?: string) => {
  const more = line === undefined ? '' : `&line=${line}`
  const { body } = await carmen.ask('GET', `/api/ownership/owner?customer=${customer}${more}`)
  return (body as unknown as { owner: { person: { name: string } | null } }).owner.person?.name ?? 'pool'
}
const backupsOf = async (customer: string, line: string) => {
  const { body } = await carmen.ask('GET', `/api/customers/${customer}/ownership`)
  const { lanes } = body as unknown as {
    lanes: { line: string; role: string; periods: { person: { name: string } | null }[] }[]
  }
  return lanes
    .filter((lane) => lane.line === line && lane.role === 'backup')
    .map(({ periods }) => periods.at(-1)?.person?.name ?? 'nobody')
}

test('a company names its lines; a line has responsible people of its own, the others follow the whole customer', async () => {
  expect(await read(ana)).toMatchObject({ lines: [], mayChange: false })
  expect((await keep(ana, [{ name: 'Vinos' }])).status).toBe(403)
  expect((await keep(admin, [{ name: 'Vinos' }, { name: 'Aceites' }])).body).toMatchObject({
    lines: [
      { code: 'vinos', name: 'Vinos' },
      { code: 'aceites', name: 'Aceites' },
    ],
  })
  const customer = await aCustomer(ana, { name: 'Bar Sol' })
  expect((await assign(customer, { personId: bea.id, line: 'vinos' })).body).toMatchObject({ changed: 1 })
  expect(await ownerOf(customer)).toBe('Ana')
  expect(await ownerOf(customer, 'vinos')).toBe('Bea')
  expect(await ownerOf(customer, 'aceites')).toBe('Ana')
  expect((await assign(customer, { personId: bea.id, line: 'vinos' })).body).toMatchObject({ changed: 0 })
  expect((await assign(customer, { personId: bea.id, line: 'quesos' })).body).toMatchObject({
    code: 'no-such-line',
  })
  const seen = await bea.ask('GET', `/api/customers/${customer}`)
  expect(seen.status).toBe(200)
})

test('whoever owns a line is not its backup; whoever owns the rest may be', async () => {
  const customer = await aCustomer(ana, { name: 'Bar Luna' })
  await assign(customer, { personId: bea.id, line: 'vinos' })
  const backup = { role: 'backup', how: 'add' }
  for (const { id } of [ana, bea]) await assign(customer, { ...backup, personId: id, line: 'vinos' })
  expect(await backupsOf(customer, 'vinos')).toEqual(['Ana'])
  for (const { id } of [ana, bea]) await assign(customer, { ...backup, personId: id, line: 'aceites' })
  expect(await backupsOf(customer, 'aceites')).toEqual(['Bea'])
  expect(await backupsOf(customer, 'all')).toEqual([])
  await assign(customer, { role: 'backup', how: 'remove', personId: ana.id, line: 'vinos' })
  expect(await backupsOf(customer, 'vinos')).toEqual(['nobody'])
})

test('a line that somebody was responsible for keeps its place; its name may change', async () => {
  const vinos = { code: 'vinos', name: 'Vinos' }
  expect((await keep(admin, [{ code: 'aceites', name: 'Aceites' }])).body).toMatchObject({
    code: 'line-in-use',
    facts: { name: 'Vinos' },
  })
  const { version } = await read(admin)
  const renamed = [
    { ...vinos, name: 'Bodega' },
    { code: 'aceites', name: 'Aceites' },
  ]
  expect((await keep(admin, renamed, version)).body).toMatchObject({ lines: renamed })
  expect((await keep(admin, renamed, version)).body).toMatchObject({ code: 'changed-since' })
})
