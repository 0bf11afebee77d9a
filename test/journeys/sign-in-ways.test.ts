import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstCompany } from '../first-company.ts'
import { aMailServer } from '../mail-server.ts'
import { anOidcProvider } from '../oidc-provider.ts'
import { openWindow } from './browser.ts'
import { ask } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

const client = { id: 'relevo', secret: 'a secret of two' }
let stage: Stage
let mail: Awaited<ReturnType<typeof aMailServer>>
let provider: Awaited<ReturnType<typeof anOidcProvider>>
beforeAll(async () => {
  mail = await aMailServer()
  provider = await anOidcProvider(client, {
    sub: 'carmen-1',
    email: firstCompany.person.email,
    name: firstCompany.person.name,
  })
  stage = await openStage({
    RELEVO_SMTP_URL: mail.url,
    RELEVO_OIDC_ISSUER: provider.issuer,
    RELEVO_OIDC_CLIENT_ID: client.id,
    RELEVO_OIDC_CLIENT_SECRET: client.secret,
    RELEVO_OIDC_NAME: 'Company login',
  })
  await setUpCompany(stage)
})
afterAll(async () => {
  await stage.close()
  await mail.stop()
  await provider.stop()
})

test('a passkey is added, and opens the door without a password', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await signIn(context)
  await page.goto('/me')
  await page.getByRole('textbox', { name: 'Name of this device' }).fill('Carmen’s key')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'Remove Carmen’s key' }).waitFor()
  await context.clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /passkey/i }).click()
  await page.getByRole('heading', { level: 1, name: /Carmen Vidal/ }).waitFor()
  expect(complaints.all).toEqual([])
})

test('an invitation comes by mail; its link makes the account, once', async () => {
  const principal = await openWindow(stage.browser, stage.url)
  await signIn(principal.context)
  const { id } = await ask<{ id: string }>(principal.context.request, 'post', '/api/people', {
    name: 'Ana Ruiz',
    email: 'ana@example.com',
    roles: ['salesperson'],
  })
  await principal.page.goto(`/people/${id}`)
  await principal.page.getByRole('button', { name: 'Invite', exact: true }).click()
  await principal.page.getByText('The link was sent to ana@example.com').waitFor()
  await expect.poll(() => mail.letters.length).toBe(1)
  const [letter] = mail.letters
  expect(letter?.to).toBe('ana@example.com')
  const link = /https?:\/\/\S+\/join#\S+/.exec(letter?.text ?? '')?.[0] ?? ''
  const ana = await openWindow(stage.browser, stage.url)
  await ana.page.goto(link)
  await ana.page.getByRole('heading', { name: 'Bebidas del Norte invites you' }).waitFor()
  await ana.page
    .getByLabel(/password/i)
    .first()
    .fill('cuatro gatos grises 7')
  await ana.page.getByRole('button', { name: 'Join' }).click()
  await ana.page.getByRole('heading', { level: 1, name: /Ana Ruiz/ }).waitFor()
  const late = await openWindow(stage.browser, stage.url)
  await late.page.goto(link)
  await late.page.getByRole('heading', { name: "This invitation can't be used" }).waitFor()
})

test('the company’s own login leads in whom it knows here, and makes no accounts', async () => {
  const { page, complaints } = await openWindow(stage.browser, stage.url)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /Company login/ }).click()
  await page.getByRole('heading', { level: 1, name: /Carmen Vidal/ }).waitFor()
  expect(complaints.all).toEqual([])
  Object.assign(provider.person, { sub: 'stranger', email: 'stranger@example.com', name: 'Olga' })
  const stranger = await openWindow(stage.browser, stage.url)
  await stranger.page.goto('/sign-in')
  await stranger.page.getByRole('button', { name: /Company login/ }).click()
  await stranger.page.waitForURL(/refused=provider/)
  await stranger.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  expect((await stranger.context.request.get('/api/me')).status()).toBe(401)
})
