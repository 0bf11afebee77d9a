import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { firstCompany } from '../../../test/first-company.ts'
import { codeOf } from '../../../test/totp.ts'
import { visitor } from '../../../test/visitor.ts'

let server: Awaited<ReturnType<typeof ownServer>>
const { email, password } = firstCompany.person
let uri = ''
let backupCodes: string[] = []
beforeAll(async () => {
  server = await ownServer()
  const person = visitor(server.app)
  await person.post('/api/setup', firstCompany)
  const offer = await person.post('/api/me/security/second-factor', { password })
  ;({ uri, backupCodes } = (await offer.json()) as { uri: string; backupCodes: string[] })
  expect((await person.post('/api/me/security/second-factor/confirmation', { code: '000000' })).status).toBe(
    422,
  )
  const confirmed = await person.post('/api/me/security/second-factor/confirmation', { code: codeOf(uri) })
  expect(confirmed.status).toBe(200)
})
afterAll(() => server.stop())

async function afterPassword() {
  const person = visitor(server.app)
  expect(await (await person.post('/api/sign-in', { email, password })).json()).toEqual({
    next: 'second-factor',
  })
  return person
}
const give = (person: ReturnType<typeof visitor>, kind: string, code: string) =>
  person.post('/api/sign-in/second-factor', { kind, code })

test('the password alone opens nothing', async () => {
  const person = await afterPassword()
  expect((await person.get('/api/me')).status).toBe(401)
  expect((await person.get('/api/me/security')).status).toBe(401)
})

test('a code of the app opens, a wrong one does not', async () => {
  const person = await afterPassword()
  const wrong = await give(person, 'app', '123456' === codeOf(uri) ? '654321' : '123456')
  expect(await wrong.json()).toMatchObject({ code: 'invalid-second-factor', status: 422 })
  expect((await person.get('/api/me')).status).toBe(401)
  expect((await give(person, 'app', codeOf(uri))).status).toBe(200)
  expect((await person.get('/api/me')).status).toBe(200)
})

test('a backup code opens once', async () => {
  const code = backupCodes[0] ?? ''
  expect((await give(await afterPassword(), 'backup', code)).status).toBe(200)
  expect((await give(await afterPassword(), 'backup', code)).status).toBe(422)
})

test('after five wrong codes the password is asked again', async () => {
  const person = await afterPassword()
  for (let i = 0; i < 5; i += 1) await give(person, 'app', 'no code')
  expect(await (await give(person, 'app', codeOf(uri))).json()).toMatchObject({
    code: 'second-factor-expired',
  })
  expect((await person.get('/api/me')).status).toBe(401)
})

test('it is switched off with the password only', async () => {
  const person = await afterPassword()
  await give(person, 'backup', backupCodes[1] ?? '')
  const end = (given: string) => person.post('/api/me/security/second-factor/end', { password: given })
  expect((await end('not this one')).status).toBe(422)
  expect((await end(password)).status).toBe(200)
  expect(await (await visitor(server.app).post('/api/sign-in', { email, password })).json()).toEqual({
    next: 'done',
  })
})
