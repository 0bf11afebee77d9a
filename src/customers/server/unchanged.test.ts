import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'
import { aCustomer } from '../../../test/register.ts'

let server: Server
let principal: Asker
let ana: Asker
let now = new Date('2026-06-15T10:00:00Z')
beforeAll(async () => {
  server = await ownServer({ now: () => now })
  const company = await aCompany(server)
  principal = await aPerson(server, company, 'Carmen', ['principal'])
  ana = await aPerson(server, company, 'Ana', ['salesperson'], { managerId: principal.id })
  await aCustomer(ana, { name: 'Bar Uno' })
})
afterAll(() => server.stop())

const asked = async (who: Asker, path: string, tag = '') => {
  const answer = await server.app.request(path, { headers: { cookie: who.cookie, 'if-none-match': tag } })
  return { status: answer.status, tag: answer.headers.get('etag') ?? '', text: await answer.text() }
}

test.each(['/api/customers/facets', '/api/customers/points'])(
  '%s says that nothing changed, only as long as nothing did',
  async (path) => {
    const first = await asked(principal, path)
    expect(first).toMatchObject({ status: 200, tag: expect.stringMatching(/^(W\/)?"[\w-]{24}"$/u) })
    expect(await asked(principal, path, first.tag)).toMatchObject({ status: 304, text: '' })
    expect(await asked(principal, path, `"other", W/${first.tag}`)).toMatchObject({ status: 304 })
    // Another question, another person, another day, another customer.
    expect((await asked(principal, `${path}?tier=A`, first.tag)).status).toBe(200)
    expect((await asked(ana, path, first.tag)).status).toBe(200)
    now = new Date(now.getTime() + 86_400_000)
    const next = await asked(principal, path, first.tag)
    expect(next.status).toBe(200)
    await aCustomer(ana, { name: `Bar of ${path}` })
    const then = await asked(principal, path, next.tag)
    expect(then.status).toBe(200)
    expect(then.text).not.toBe(next.text)
  },
)
