import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow, phone } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

test('somebody gives customers; the bell of who receives them shows one sentence, which opens just these', async () => {
  const carmen = await openWindow(stage.browser, stage.url)
  await signIn(carmen.context)
  const ana = await openColleague(stage, carmen.context, {
    name: 'Ana Ruiz',
    email: 'ana@example.com',
    role: 'salesperson',
  })
  await ana.page.setViewportSize(phone.viewport)
  await ana.page.goto('/')
  const bell = ana.page.getByRole('main').getByRole('link', { name: /^Notices/ })
  await bell.waitFor()
  // The page listens for news when it has settled.
  await ana.page.waitForRequest('**/api/live')

  const names = ['Bar Sol', 'Bar Luna', 'Bar Mar']
  for (const name of names)
    await ask(carmen.context.request, 'post', '/api/customers', { name, owner: 'pool' })
  await carmen.page.goto('/customers')
  for (const name of names.slice(0, 2))
    await carmen.page.getByRole('checkbox', { name: `Choose ${name}` }).click()
  const chosen = carmen.page.getByRole('region', { name: 'Chosen customers' })
  await chosen.getByRole('button', { name: 'Who is responsible' }).click()
  await carmen.page.getByRole('menuitem', { name: 'Owner' }).click()
  await carmen.page.getByRole('combobox', { name: 'Responsible' }).fill('ana')
  await carmen.page.getByRole('option', { name: 'Ana Ruiz' }).click()
  await carmen.page.getByRole('button', { name: 'Assign 2 customers' }).click()
  await carmen.page.getByText('2 customers assigned.').waitFor()

  await ana.page.getByRole('link', { name: 'Notices 1 unread' }).click()
  await ana.page.getByText('Carmen Vidal gave you 2 customers').waitFor()
  await ana.page.getByRole('link', { name: 'Open: Carmen Vidal gave you 2 customers' }).click()
  await ana.page.getByText('2 customers, of one handover').waitFor()
  for (const name of names.slice(0, 2)) await ana.page.getByRole('link', { name }).first().waitFor()
  expect(await ana.page.getByRole('link', { name: 'Bar Mar' }).count()).toBe(0)
  await ana.page.getByRole('link', { name: 'Today', exact: true }).click()
  await ana.page.getByRole('link', { name: 'Notices', exact: true }).click()
  await ana.page.getByText('Carmen Vidal gave you 2 customers').waitFor()
  expect([...carmen.complaints.all, ...ana.complaints.all]).toEqual([])
})
