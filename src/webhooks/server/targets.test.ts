import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { type Asker, type Server, aCompany, aPerson } from '../../../test/make.ts'

let server: Server
let eva: Asker
beforeAll(async () => {
  server = await ownServer()
  eva = await aPerson(server, await aCompany(server), 'Eva', ['administrator'])
})
afterAll(() => server.stop())

test.each([
  ['an address of this machine', { url: 'https://127.0.0.1/hook' }, 'invalid-webhook-target'],
  ['an address of its network', { url: 'https://[fd00::1]/hook' }, 'invalid-webhook-target'],
  ["a cloud's own service", { url: 'https://169.254.169.254/' }, 'invalid-webhook-target'],
  ['no encryption', { url: 'http://example.com/hook' }, 'invalid-webhook-target'],
  ['a login in it', { url: 'https://me:secret@example.com/hook' }, 'invalid-webhook-target'],
  ['no address at all', { url: 'nonsense' }, 'invalid-input'],
  ['an event that there is not', { types: ['nothing.known'] }, 'invalid-input'],
  ['no event', { types: [] }, 'invalid-input'],
])('refused: %s', async (_, wrong, code) => {
  const body = { url: 'https://example.com/hook', description: '', types: ['cover.begun'], ...wrong }
  expect(await eva.ask('POST', '/api/webhooks', body)).toMatchObject({ status: 422, body: { code } })
})

test('an administrator connects a program', async () => {
  const body = { url: 'https://example.com/hook', description: '', types: ['cover.begun'] }
  expect((await eva.ask('POST', '/api/webhooks', body)).status).toBe(200)
})
