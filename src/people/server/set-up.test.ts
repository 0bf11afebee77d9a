import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'

let server: Awaited<ReturnType<typeof ownServer>>
beforeAll(async () => {
  server = await ownServer()
})
afterAll(() => server.stop())

const input = {
  setupCode: 'TEST-CODE',
  company: {
    name: 'Bebidas del Norte',
    country: 'ES',
    currency: 'EUR',
    language: 'es',
    timeZone: 'Europe/Madrid',
  },
  person: { name: 'Carmen Vidal', email: 'carmen@example.com', password: 'tres tristes tigres 9' },
}
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

test('a wrong code, a weak password and a malformed company are refused and leave nothing', async () => {
  expect((await post('/api/setup', { ...input, setupCode: 'nope' })).status).toBe(409)
  const weak = await post('/api/setup', { ...input, person: { ...input.person, password: 'carmen12345' } })
  expect(weak.status).toBe(422)
  expect(await weak.json()).toMatchObject({ code: 'invalid-password-easy-to-guess' })
  const malformed = await post('/api/setup', { ...input, company: { ...input.company, country: 'Spain' } })
  expect(malformed.status).toBe(422)
  expect(await malformed.json()).toMatchObject({ errors: [{ field: 'company.country', value: 'Spain' }] })
  expect(await (await server.app.request('/api/setup')).json()).toEqual({ open: true })
})

test('the set-up code makes a company and signs its principal in', async () => {
  expect((await server.app.request('/api/me')).status).toBe(401)
  const made = await post('/api/setup', input)
  expect(made.status).toBe(200)
  const cookie = made.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const me = await server.app.request('/api/me', { headers: { cookie } })
  expect(await me.json()).toMatchObject({
    person: { name: 'Carmen Vidal', roles: ['administrator', 'principal'] },
    company: { name: 'Bebidas del Norte' },
  })
  expect((await post('/api/setup', input)).status).toBe(409)
})
