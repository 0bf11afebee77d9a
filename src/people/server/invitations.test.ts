import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownServer } from '../../../test/database.ts'
import { aMailServer } from '../../../test/mail-server.ts'
import { type Asker, aCompany, aPerson } from '../../../test/make.ts'
import { aColleague, aNewcomer, anInvitation } from '../../../test/people.ts'
import { visitor } from '../../../test/visitor.ts'
import { mailBy } from '../../platform/server/mail/mail.ts'
import { invite } from './commands/invite.ts'
import { programActor } from './queries/actor.ts'
import type { Person } from '../schema/person.ts'

let server: Awaited<ReturnType<typeof ownServer>>
let carmen: Asker
let now = new Date()
beforeAll(async () => {
  server = await ownServer({ now: () => now })
  carmen = await aPerson(server, await aCompany(server, 'Bebidas del Norte'), 'Carmen', [
    'principal',
    'administrator',
  ])
})
afterAll(() => server.stop())

const password = 'un verano en la sierra 4'
const page = async (id: string) => (await carmen.ask('GET', `/api/people/${id}`)).body as Person
const look = (token: string) => visitor(server.app).post('/api/invitation', { token })
const accept = (token: string, more: object = { password }, by = visitor(server.app)) =>
  by.post('/api/invitation/acceptance', { token, ...more })
const rule = async () => (await carmen.ask('GET', '/api/company/invitations')).body as { version: number }
const change = (days: unknown, version: number, who = carmen) =>
  who.ask('PATCH', '/api/company/invitations', { days, version })
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

test('a link is looked at, accepted once, and lets the person in as who they are', async () => {
  const id = await aColleague(carmen, { name: 'Ana Ruiz', roles: ['salesperson'] })
  const token = await anInvitation(carmen, id)
  expect(await page(id)).toMatchObject({
    access: 'invited',
    invitation: { email: 'ana.ruiz@example.com', mailed: false },
  })
  expect(await (await look(token)).json()).toMatchObject({
    company: 'Bebidas del Norte',
    name: 'Ana Ruiz',
    email: 'ana.ruiz@example.com',
    hasAccount: false,
    signedInAs: null,
  })
  expect(await codeOf(await accept(token, { password: 'anaruiz2026' }))).toBe(
    'invalid-password-easy-to-guess',
  )
  const ana = await aNewcomer(server, token, password)
  expect(await (await ana.get('/api/me')).json()).toMatchObject({
    person: { id, name: 'Ana Ruiz', roles: ['salesperson'] },
  })
  expect(await codeOf(await accept(token))).toBe('invitation-used')
  expect(await codeOf(await look(token))).toBe('invitation-used')
  expect(await page(id)).toMatchObject({ access: 'active', invitation: null })
})

test('who has forgotten the password gets a link for a new one, which ends their sessions', async () => {
  const id = await aColleague(carmen, { name: 'Olvido Mar', roles: ['salesperson'] })
  const olvido = await aNewcomer(server, await anInvitation(carmen, id), password)
  const token = await anInvitation(carmen, id)
  expect(await (await look(token)).json()).toMatchObject({ newPassword: true, hasAccount: false })
  expect((await olvido.get('/api/me')).status).toBe(200)
  expect(await codeOf(await accept(token, {}, olvido))).toBe('invalid-password-too-short')
  const again = await aNewcomer(server, token, 'la luna sobre el mar 7')
  expect((await olvido.get('/api/me')).status).toBe(401)
  expect(await (await again.get('/api/me')).json()).toMatchObject({ person: { id } })
  const old = { email: 'olvido.mar@example.com', password, remember: true }
  expect((await visitor(server.app).post('/api/sign-in', old)).status).toBe(401)
  expect(await codeOf(await accept(token))).toBe('invitation-used')
})

test('a link ends when it is withdrawn, sent again, or seven days old', async () => {
  const id = await aColleague(carmen, { name: 'Blas' })
  const first = await anInvitation(carmen, id)
  const second = await anInvitation(carmen, id)
  expect(await codeOf(await accept(first))).toBe('invitation-withdrawn')
  expect((await look(second)).status).toBe(200)
  expect(await carmen.ask('DELETE', `/api/people/${id}/invitation`)).toMatchObject({ status: 200 })
  expect(await codeOf(await accept(second))).toBe('invitation-withdrawn')
  expect(await carmen.ask('DELETE', `/api/people/${id}/invitation`)).toMatchObject({
    status: 409,
    body: { code: 'no-invitation' },
  })
  const third = await anInvitation(carmen, id)
  now = new Date(now.getTime() + 7 * 86_400_000)
  expect(await codeOf(await accept(third))).toBe('invitation-expired')
  expect(await page(id)).toMatchObject({ access: 'expired' })
  expect(await codeOf(await look('nonsense'))).toBe('invitation-unknown')
})

test("how long a link works is the company's to say; a link made before keeps its day", async () => {
  const before = await rule()
  expect(before).toMatchObject({ days: 7, mayChange: true })
  const id = await aColleague(carmen, { name: 'Nuria Gil' })
  const made = await anInvitation(carmen, id)
  const until = async () => Date.parse((await page(id)).invitation?.expiresAt ?? '')
  expect(await until()).toBe(now.getTime() + 7 * 86_400_000)
  expect(await change(14, before.version)).toMatchObject({ body: { days: 14, version: before.version + 1 } })
  expect((await look(made)).status).toBe(200)
  expect(await until()).toBe(now.getTime() + 7 * 86_400_000)
  await anInvitation(carmen, id)
  expect(await until()).toBe(now.getTime() + 14 * 86_400_000)
  expect(await change(3, before.version)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
  const { version } = await rule()
  for (const days of [0, 31, 2.5, '7', null]) expect((await change(days, version)).status).toBe(422)
  const hr = await aPerson(server, carmen.companyId, 'Hugo', ['hr'])
  expect((await hr.ask('GET', '/api/company/invitations')).body).toMatchObject({ days: 14, mayChange: false })
  expect((await change(3, version, hr)).status).toBe(403)
  expect(await rule()).toMatchObject({ days: 14, version })
})

test('who has an account signs in first, and one account works in several companies', async () => {
  const other = await aPerson(server, await aCompany(server, 'Vinos del Sur'), 'Pilar', ['principal'])
  const there = await aColleague(other, { name: 'Luz', email: 'luz@example.com', roles: ['salesperson'] })
  const luz = await aNewcomer(server, await anInvitation(other, there), password)
  const here = await aColleague(carmen, { name: 'Luz', email: 'Luz@example.com', roles: ['steward'] })
  const token = await anInvitation(carmen, here)
  expect(await (await look(token)).json()).toMatchObject({ hasAccount: true })
  expect(await codeOf(await accept(token))).toBe('has-account-sign-in')
  expect((await accept(token, {})).status).toBe(401)
  expect((await accept(token, {}, luz)).status).toBe(200)
  const me = (await (await luz.get('/api/me', { 'relevo-company': carmen.companyId })).json()) as object
  expect(me).toMatchObject({
    person: { id: here, roles: ['steward'] },
    companies: [{ name: 'Bebidas del Norte' }, { name: 'Vinos del Sur' }],
  })
  expect(await carmen.ask('POST', `/api/people/${here}/invitation`)).toMatchObject({
    status: 409,
    body: { code: 'account-elsewhere' },
  })
  const colleague = await aColleague(carmen, { name: 'Doble' })
  expect(await codeOf(await accept(await anInvitation(carmen, colleague), {}, luz))).toBe(
    'account-is-a-colleague',
  )
})

test('a link hands roles over, so only those who may give them make it, and none may be added behind it', async () => {
  const hr = await aPerson(server, carmen.companyId, 'Helena', ['hr'])
  const steward = await aColleague(carmen, { name: 'Esteban', roles: ['steward'] })
  expect(await hr.ask('POST', `/api/people/${steward}/invitation`)).toMatchObject({
    status: 409,
    body: { code: 'role-not-yours-to-give', facts: { role: 'steward' } },
  })
  const seller = await aColleague(carmen, { name: 'Vicente', roles: ['salesperson'] })
  const token = await anInvitation(hr, seller)
  expect(await carmen.ask('PUT', `/api/people/${seller}/roles/principal`)).toMatchObject({ status: 200 })
  expect(await codeOf(await accept(token))).toBe('invitation-withdrawn')
})

test('nobody without an address, and nobody by whoever may not invite', async () => {
  const id = await aColleague(carmen, { name: 'Sin Correo', email: null })
  expect(await carmen.ask('POST', `/api/people/${id}/invitation`)).toMatchObject({
    status: 409,
    body: { code: 'no-email', facts: { field: 'email' } },
  })
  const seller = await aPerson(server, carmen.companyId, 'Vende', ['salesperson', 'manager'])
  expect(await seller.ask('POST', `/api/people/${id}/invitation`)).toMatchObject({ status: 403 })
})

test('with a mail server the link goes by mail alone; when it fails somebody hands it over', async () => {
  const mails = await aMailServer()
  const services = { ...server.services, mail: mailBy(mails.url, 'Relevo <relevo@example.com>') }
  const actor = programActor(carmen.companyId)
  const id = await aColleague(carmen, { name: 'Inés Vega', email: 'ines@example.com' })
  const sent = await invite(services, actor, id)
  expect(sent).toMatchObject({ mailedTo: 'ines@example.com', link: null })
  expect(mails.letters).toHaveLength(1)
  const [letter] = mails.letters
  expect(letter?.to).toBe('ines@example.com')
  expect(letter?.text).toContain('Hola, Inés Vega:')
  const token = /join#(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  expect(await page(id)).toMatchObject({ invitation: { mailed: true } })
  expect((await look(token)).status).toBe(200)
  mails.state.refusing = true
  expect(await invite(services, actor, id)).toMatchObject({
    mailedTo: null,
    link: expect.stringMatching(/^http:\/\/localhost\/join#[\w-]{43}$/),
  })
  await mails.stop()
})
