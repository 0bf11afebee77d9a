import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { asProgram } from '../../../test/register.ts'
import { tell } from './commands/tell.ts'

let server: Server
let company: string
let ana: Asker
let bea: Asker
beforeAll(async () => {
  server = await ownServer()
  company = await aCompany(server)
  ana = await aPerson(server, company, 'Ana', ['salesperson'])
  bea = await aPerson(server, company, 'Bea', ['salesperson'])
})
afterAll(() => server.stop())

/** The names of events as they come. */
async function* eventsFor(who: Asker): AsyncGenerator<string> {
  const answer = await server.app.request('/api/live', { headers: { cookie: who.cookie } })
  expect(answer.status).toBe(200)
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) {
    for (const line of decoder.decode(chunk as Uint8Array).split('\n'))
      if (line.startsWith('event: ')) yield line.slice('event: '.length)
  }
}
const tellTo = (who: Asker) =>
  asProgram(server, company, (tx, changes) =>
    tell(tx, changes, [
      { personId: who.id, kind: 'cover-ended', about: crypto.randomUUID(), facts: { for: who.id, count: 1 } },
    ]),
  )

test('whom a commit concerns is poked, others are not, also after the connection for news broke', async () => {
  const [forAna, forBea] = [eventsFor(ana), eventsFor(bea)]
  expect((await forAna.next()).value).toBe('here')
  expect((await forBea.next()).value).toBe('here')
  const beas = forBea.next()
  await listening()
  await tellTo(ana)
  expect((await forAna.next()).value).toBe('notices')
  expect(await Promise.race([beas, forAna.return(undefined).then(() => 'nothing yet')])).toBe('nothing yet')

  const client = new Client({ connectionString: server.url })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`)
  await client.end()
  // Connected again, it pokes everybody: what was sent meanwhile is lost.
  expect((await beas).value).toBe('notices')
  await listening()
  await tellTo(bea)
  expect((await forBea.next()).value).toBe('notices')

  const ends = forBea.next()
  await server.services.live.stop()
  expect(await ends).toMatchObject({ done: true })
})

test('without a session nothing is heard', async () => {
  expect((await server.app.request('/api/live')).status).toBe(401)
})

/** Until the program listens for commits. */
async function listening(): Promise<void> {
  const client = new Client({ connectionString: server.url })
  await client.connect()
  for (let found = 0; found === 0;) {
    found =
      (
        await client.query(`select from pg_stat_activity
          where datname = current_database() and query ilike 'listen%' and state = 'idle'`)
      ).rowCount ?? 0
  }
  await client.end()
}
