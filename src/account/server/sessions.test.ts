import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { firstCompany } from '../../../test/first-company.ts'
import { visitor } from '../../../test/visitor.ts'

let server: Awaited<ReturnType<typeof ownServer>>
const { email, password } = firstCompany.person
beforeAll(async () => {
  server = await ownServer()
  await visitor(server.app).post('/api/setup', firstCompany)
})
afterAll(() => server.stop())

async function signedIn(userAgent = 'Firefox/128.0') {
  const person = visitor(server.app, { 'user-agent': userAgent })
  expect(await (await person.post('/api/sign-in', { email, password })).json()).toEqual({ next: 'done' })
  return person
}

async function sessionsOf(person: ReturnType<typeof visitor>) {
  const { sessions } = (await (await person.get('/api/me/security')).json()) as {
    sessions: { id: string; current: boolean; userAgent: string }[]
  }
  return sessions
}

test('a session that is ended is refused from the next request on; others go on', async () => {
  const desk = await signedIn('Mozilla/5.0 (Windows NT 10.0) Firefox/128.0')
  const phone = await signedIn('Mozilla/5.0 (Linux; Android 15) Chrome/140.0')
  expect((await phone.get('/api/me')).status).toBe(200)
  const lost = (await sessionsOf(desk)).find((session) => session.userAgent.includes('Android'))
  expect(lost).toMatchObject({ current: false })
  expect((await desk.delete(`/api/me/security/sessions/${lost?.id}`)).status).toBe(200)
  expect((await phone.get('/api/me')).status).toBe(401)
  expect((await desk.get('/api/me')).status).toBe(200)
  expect((await desk.delete(`/api/me/security/sessions/${lost?.id}`)).status).toBe(404)
})

test('signing out ends the session itself, not only the cookie', async () => {
  const person = visitor(server.app)
  const answer = await person.post('/api/sign-in', { email, password })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  expect((await server.app.request('/api/me', { headers: { cookie } })).status).toBe(200)
  expect((await person.post('/api/sign-out')).status).toBe(200)
  expect((await server.app.request('/api/me', { headers: { cookie } })).status).toBe(401)
})

test('all other sessions can be ended in one go', async () => {
  const here = await signedIn()
  const there = await signedIn()
  await here.delete('/api/me/security/sessions')
  expect((await there.get('/api/me')).status).toBe(401)
  expect((await sessionsOf(here)).map((session) => session.current)).toEqual([true])
})

test('a new password must be strong, needs the old one, and ends the other sessions', async () => {
  const here = await signedIn()
  const there = await signedIn()
  const change = (current: string, next: string) =>
    here.post('/api/me/security/password', { current, password: next })
  expect(await (await change('wrong old one', 'una barca sin remos 4')).json()).toMatchObject({
    code: 'invalid-current-password',
  })
  expect(await (await change(password, 'password123')).json()).toMatchObject({
    code: 'invalid-password-easy-to-guess',
  })
  expect((await there.get('/api/me')).status).toBe(200)
  expect((await change(password, 'una barca sin remos 4')).status).toBe(200)
  expect((await there.get('/api/me')).status).toBe(401)
  expect((await here.get('/api/me')).status).toBe(200)
  expect((await visitor(server.app).post('/api/sign-in', { email, password })).status).toBe(401)
  expect((await change('una barca sin remos 4', password)).status).toBe(200)
})

test('a wrong password and an unknown address are told apart by nothing', async () => {
  const wrong = await visitor(server.app).post('/api/sign-in', { email, password: 'not this one' })
  const unknown = await visitor(server.app).post('/api/sign-in', { email: 'nobody@example.com', password })
  expect(wrong.status).toBe(401)
  const { requestId: _a, ...first } = (await wrong.json()) as Record<string, unknown>
  const { requestId: _b, ...second } = (await unknown.json()) as Record<string, unknown>
  expect(first).toEqual(second)
  expect(first['code']).toBe('wrong-password')
})

test('a request that another site forges is refused', async () => {
  const person = await signedIn()
  const forged = await person.post('/api/sign-out', {}, { 'sec-fetch-site': 'cross-site' })
  expect(await forged.json()).toMatchObject({ status: 403, code: 'cross-site' })
  expect((await person.get('/api/me')).status).toBe(200)
})
