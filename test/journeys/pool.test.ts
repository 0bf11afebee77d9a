import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, openWindow, phone, sidewaysOf } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
let ana: Awaited<ReturnType<typeof openColleague>>
let bea: Awaited<ReturnType<typeof openColleague>>
let principal: Awaited<ReturnType<typeof openWindow>>
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  principal = await openWindow(stage.browser, stage.url)
  await signIn(principal.context)
  const person = (name: string) =>
    openColleague(stage, principal.context, { name, email: `${name}@example.com`, role: 'salesperson' })
  ana = await person('Ana')
  bea = await person('Bea')
  const place = { latitude: 36.5317, longitude: -6.2927, accuracyM: 10, locatedBy: 'pinned' }
  for (const [name, more] of [
    ['Café Faro', { tier: 'A', location: place, phone: '956 20 30 41' }],
    ['Bar Muelle', { tier: 'B', phone: '956 20 30 52' }],
    ['Kiosco Playa', { phone: '956 20 30 63' }],
  ] as const)
    await ask(principal.context.request, 'post', '/api/customers', {
      name,
      city: 'Cádiz',
      owner: 'pool',
      contacts: name === 'Café Faro' ? [{ name: 'Eva Ruiz', phone: '611 22 33 44', inCharge: true }] : [],
      ...more,
    })
})
afterAll(() => stage.close())

async function expectUsable(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await sidewaysOf(page)).toBe(0)
}

test('a salesperson sees a masked phone, claims by keyboard, and sees the phone; the second is refused in words', async () => {
  await bea.page.goto('/pool')
  await bea.page.getByRole('button', { name: 'Claim Café Faro' }).waitFor()
  const { page, complaints } = ana
  await page.goto('/pool')
  await page.getByText('3 customers in the pool').waitFor()
  const item = page.getByRole('listitem').filter({ hasText: 'Café Faro' })
  expect(await item.innerText()).toContain('+34 ••• ••• 41')
  expect(await page.getByRole('main').innerText()).not.toMatch(/956|203041|611|Eva/)
  await expectUsable(page)
  await page.getByRole('button', { name: 'Claim Café Faro' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Café Faro', level: 1 }).waitFor()
  await page.getByText('Café Faro is yours from today.').waitFor()
  await page.getByText('Eva Ruiz').first().waitFor()
  await page.getByRole('main').getByText('956 203 041').first().waitFor()
  await bea.page.getByRole('button', { name: 'Claim Café Faro' }).click()
  await bea.page.getByText('Ana has this customer already').waitFor()
  await bea.page.getByText('2 customers in the pool').waitFor()
  expect(complaints.all).toEqual([])
})

test('on the map of a phone, and by name', async () => {
  const window = await openWindow(stage.browser, stage.url, { size: phone, colours: 'dark' })
  await signIn(window.context, { email: 'Bea@example.com', password: 'tres tristes tigres 9' })
  await window.page.goto('/pool?shows=map')
  await window.page.getByText('Places are shown to about a kilometre').waitFor()
  await expectUsable(window.page)
  await window.page.goto('/pool')
  await window.page.getByLabel('Name or town').fill('muelle')
  await window.page.getByText('1 customer in the pool').waitFor()
  await expectUsable(window.page)
  expect(window.complaints.all).toEqual([])
  await window.context.close()
})

test('given back with a reason, and the former owner waits', async () => {
  const { page } = ana
  await page.getByRole('button', { name: 'Give back' }).click()
  await page.getByText('you may again after 30 days').waitFor()
  await expectUsable(page)
  await page.getByLabel('Why (kept with the entry)').fill('Too far from my round')
  await page.getByRole('dialog').getByRole('button', { name: 'Give back' }).click()
  await page.getByText('Café Faro is in the pool.').waitFor()
  await page.goto('/pool')
  await page.getByRole('button', { name: 'Claim Café Faro' }).click()
  await page.getByText(/You had it until .+ you may claim it again/).waitFor()
})

test('rules as sentences, and what they would do before they are switched on', async () => {
  const { page, complaints } = principal
  await page.setViewportSize(desktop.viewport)
  await page.goto('/settings')
  const section = page.getByRole('region', { name: 'Protection, pool and claims' })
  await section.getByText('Returning is switched off').waitFor()
  await section.getByText('No customer would return by then.').waitFor()
  const tierB = section.getByRole('group', { name: 'Customers of tier B' })
  await tierB.getByLabel('after … days without a visit or an order').fill('5')
  await tierB.getByText('Not more than the days of protection').waitFor()
  await tierB.getByLabel('and their owner is told … days ahead').fill('2')
  await expectUsable(page)
  await section.getByLabel('Customers without a visit or an order return').check({ force: true })
  await section.getByLabel('A salesperson claims at most … a day').fill('1')
  await section.getByRole('button', { name: 'Save from tomorrow on' }).click()
  await page.getByText('The rules hold from tomorrow on.').waitFor()
  await bea.page.goto('/pool')
  await bea.page.getByRole('button', { name: 'Claim Bar Muelle' }).click()
  await bea.page.getByRole('heading', { name: 'Bar Muelle', level: 1 }).waitFor()
  // Five quiet days from today on, told two days ahead: the simulation and the customer's page say the same.
  await bea.page
    .getByRole('region', { name: 'Protection' })
    .getByText(/^Protected until .+in 5 days/)
    .waitFor()
  await page.reload()
  await section.getByText('1 customer would return.').waitFor()
  await bea.page.goto('/pool')
  await bea.page.getByText('You have claimed all of today’s 1').waitFor()
  await bea.page.getByRole('button', { name: 'Claim Kiosco Playa' }).click()
  await bea.page.getByText('You already claimed 1 today; tomorrow you may claim again').waitFor()
  expect(complaints.all).toEqual([])
})

test('kept for its owner until a day, with a reason', async () => {
  const { page } = principal
  await page.goto('/customers')
  await page.getByRole('link', { name: 'Bar Muelle' }).first().click()
  const panel = page.getByRole('region', { name: 'Protection' })
  await panel.getByRole('button', { name: 'Keep for Bea' }).click()
  await page.getByLabel('Reason').fill('A big order is coming')
  await expectUsable(page)
  await page.getByRole('button', { name: 'Keep it' }).click()
  await panel.getByText('it is kept for its owner').waitFor()
  await panel.getByRole('button', { name: 'End' }).click()
  await page.getByText('It is not kept any more.').waitFor()
  await panel.getByText(/^Protected until/).waitFor()
})
