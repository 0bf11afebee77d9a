import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { firstCompany } from '../../../test/first-company.ts'
import { visitor } from '../../../test/visitor.ts'
import type { Role } from '../../people/permissions.ts'
import { programActor } from '../../people/server/queries/actor.ts'
import { grantRoles } from '../../people/server/queries/roles.ts'
import { commandAs } from '../../platform/server/database/transaction.ts'

let server: Awaited<ReturnType<typeof ownServer>>
let person: ReturnType<typeof visitor>
let ids = { companyId: '', personId: '' }
beforeAll(async () => {
  server = await ownServer()
  person = visitor(server.app)
  ids = (await (await person.post('/api/setup', firstCompany)).json()) as typeof ids
})
afterAll(() => server.stop())

type Made = { id: string; key: string; scopes: string[] }
const make = (scopes: string[], days: number | null = 30) =>
  person.post('/api/keys', { name: 'Nightly export', scopes, days })
const made = async (scopes: string[]) => (await (await make(scopes)).json()) as Made

/** Gives the person exactly these roles, past every screen. */
async function holdRoles(roles: readonly Role[]) {
  const { companyId, personId } = ids
  await commandAs(server.services.db, programActor(companyId), 'test', async (tx, changes) => {
    await tx.deleteFrom('person_role').where('person_id', '=', personId).execute()
    await grantRoles(tx, companyId, personId, roles, null)
    changes.add('person_role', personId)
  })
}
const withKey = (key: string) => visitor(server.app, { authorization: `Bearer ${key}` })

test('a key may what its scopes say and nothing else', async () => {
  const { key } = await made(['people.read'])
  const me = await withKey(key).get('/api/me')
  expect(await me.json()).toMatchObject({ person: { name: 'Carmen Vidal' }, may: ['people.read'] })
})

afterEach(() => holdRoles(['principal', 'administrator']))

test('no key goes beyond its maker', async () => {
  const beyond = await make(['people.read', 'no.such.right'])
  expect(beyond.status).toBe(422)
  await holdRoles(['administrator'])
  const refused = await make(['privacy.erase'])
  expect(await refused.json()).toMatchObject({ code: 'invalid-scopes', rule: '10.1' })
})

test('what its maker loses, the key loses', async () => {
  const { key } = await made(['access-log.read', 'people.read'])
  expect(await (await withKey(key).get('/api/me')).json()).toMatchObject({
    may: ['people.read', 'access-log.read'],
  })
  await holdRoles([])
  expect(await (await withKey(key).get('/api/me')).json()).toMatchObject({ may: [] })
})

test('a revoked key stops at once', async () => {
  const { id, key } = await made(['people.read'])
  expect((await withKey(key).get('/api/me')).status).toBe(200)
  expect((await person.delete(`/api/keys/${id}`)).status).toBe(200)
  expect((await withKey(key).get('/api/me')).status).toBe(401)
  const { keys } = (await (await person.get('/api/keys')).json()) as { keys: { id: string }[] }
  expect(keys.map((one) => one.id)).not.toContain(id)
})

test('a key reaches neither the account nor other keys', async () => {
  const { key } = await made(['people.read', 'keys.own'])
  for (const path of ['/api/me/security', '/api/keys']) {
    expect(await (await withKey(key).get(path)).json()).toMatchObject({ status: 403, code: 'session-needed' })
  }
  const more = await withKey(key).post('/api/keys', { name: 'Another', scopes: ['people.read'], days: null })
  expect(more.status).toBe(403)
})

test('nothing of the sign-in part is reached but by our routes', async () => {
  for (const path of ['/api/auth/sign-in/email', '/api/auth/api-key/create', '/api/auth/sign-up/email']) {
    const { email, password } = firstCompany.person
    const answer = await person.post(path, { email, password, name: 'x' })
    expect([path, answer.status]).toEqual([path, 404])
  }
})

test('that a key was made and revoked stands in the access log, the key itself does not', async () => {
  const { id, key, scopes } = await made(['people.read', 'customers.read'])
  expect((await person.delete(`/api/keys/${id}`)).status).toBe(200)
  const log = await person.get('/api/access-log')
  const text = await log.text()
  const { entries } = JSON.parse(text) as { entries: object[] }
  const by = { personName: 'Carmen Vidal', personId: ids.personId }
  const detail = { start: key.slice(0, 6), scopes: scopes.join(' ') }
  expect(entries.slice(0, 2)).toMatchObject([
    { action: 'key.revoked', ...by, detail },
    { action: 'key.made', ...by, detail },
  ])
  expect(text).not.toContain(key)
  expect(text).not.toContain('Nightly export')
})

test('a key that was refused is not noted', async () => {
  const before = await (await person.get('/api/access-log')).json()
  expect((await make(['no.such.right'])).status).toBe(422)
  expect(await (await person.get('/api/access-log')).json()).toEqual(before)
})
