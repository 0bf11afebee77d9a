import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aMailServer } from '../../../test/mail-server.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer, asProgram } from '../../../test/register.ts'
import { mailBy } from '../../platform/server/mail/mail.ts'
import { namers } from '../../program/notices.ts'
import { mailNotices } from './commands/mail.ts'
import { claimLetters } from './queries/letters.ts'

let server: Server
let post: Awaited<ReturnType<typeof aMailServer>>
let company: string
let carmen: Asker
let ana: Asker
let clock = new Date()
const hour = 3_600_000
beforeAll(async () => {
  post = await aMailServer()
  server = await ownServer({ now: () => clock, mail: mailBy(post.url, 'Relevo <relevo@example.com>') })
  company = await aCompany(server)
  carmen = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
})
afterAll(async () => {
  await server.stop()
  await post.stop()
})
beforeEach(async () => {
  clock = new Date()
  post.letters.length = 0
  post.state.refusing = false
  await asProgram(server, company, (tx) => sql`delete from notice_mail where state = 'failed'`.execute(tx))
})

const want = (mail: string) => ana.ask('PUT', '/api/me/notices', { mail })
const run = () => mailNotices(server.services, namers, company)
const give = async (...names: string[]) => {
  const ids: string[] = []
  for (const name of names) ids.push(await aCustomer(carmen, { name, owner: 'pool' }))
  const body = { selection: { ids }, role: 'owner', personId: ana.id }
  return ((await carmen.ask('POST', '/api/customers/assign', body)).body as unknown as { batchId: string })
    .batchId
}
/** The next time it is so late in Madrid, where the company is. */
function nextAt(hours: number): Date {
  const read = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Madrid',
    hour: 'numeric',
    hourCycle: 'h23',
  })
  let at = Math.ceil(Date.now() / hour) * hour
  while (Number(read.format(at)) !== hours) at += hour
  return new Date(at)
}

test('at once: one letter with all that is unread, in the language of its reader, and never a second', async () => {
  await want('at-once')
  const batch = await give('Bar Sol', 'Bar Luna')
  await give('Bar Mar')
  await run()
  await run()
  expect(post.letters.length).toBe(1)
  const [letter] = post.letters
  expect(letter?.to).toBe(`${ana.id}@example.com`)
  expect(letter?.text).toMatch(/Subject: =\?UTF-8|Subject: 2 avisos para usted/)
  expect(letter?.text).toContain('Carmen le dio 2 clientes')
  expect(letter?.text).toContain(`http://localhost/customers?batch=${batch}`)
  expect(letter?.text).toContain('Content-Type: text/html')
})

test('daily: nothing before seven, then what is still unread, once', async () => {
  await want('daily')
  await give('Bar Uno')
  const seven = nextAt(7)
  clock = new Date(seven.getTime() - 60_000)
  await run()
  expect(post.letters).toEqual([])
  clock = seven
  await run()
  clock = new Date(seven.getTime() + 5 * hour)
  await run()
  expect(post.letters.length).toBe(1)
  expect(post.letters[0]?.text).toContain('Carmen le dio 1 cliente')
})

test('never means never, and what was read is not mailed', async () => {
  await want('off')
  await give('Bar Dos')
  clock = new Date(Date.now() + 30 * hour)
  await run()
  await want('at-once')
  const { notices } = (await ana.ask('GET', '/api/notices')).body as unknown as { notices: { id: string }[] }
  await ana.ask('POST', '/api/notices/read', { upTo: notices[0]?.id })
  await run()
  expect(post.letters).toEqual([])
})

test('a letter that is turned away comes a quarter of an hour later, with what came since', async () => {
  await want('at-once')
  post.state.refusing = true
  await give('Bar Tres')
  await run()
  post.state.refusing = false
  await give('Bar Cuatro', 'Bar Cinco')
  await run()
  expect(post.letters).toEqual([])
  clock = new Date(Date.now() + 16 * 60_000)
  await run()
  expect(post.letters.length).toBe(1)
  expect(post.letters[0]?.text).toContain('Carmen le dio 1 cliente')
  expect(post.letters[0]?.text).toContain('Carmen le dio 2 clientes')
})

test('a letter that was claimed when the program died is not sent again; the next ones are', async () => {
  await want('at-once')
  await give('Bar Seis')
  const claimed = await asProgram(server, company, (tx) => claimLetters(tx, clock, 20))
  expect(claimed.length).toBe(1)
  await run()
  expect(post.letters).toEqual([])
  await give('Bar Siete')
  await run()
  expect(post.letters.length).toBe(1)
})

test('several at once send each letter once', async () => {
  await want('at-once')
  await give('Bar Ocho')
  await Promise.allSettled([run(), run(), run()])
  expect(post.letters.length).toBe(1)
})

test('whoever may no longer come in gets no letter', async () => {
  await want('at-once')
  await give('Bar Nueve')
  await carmen.ask('DELETE', `/api/people/${ana.id}/access`)
  await run()
  expect(post.letters).toEqual([])
})
