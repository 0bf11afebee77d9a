import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../src/values/calendar.ts'
import type { Day } from '../../src/values/day.ts'
import { openWindow, phone, sidewaysOf } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
let ana: Awaited<ReturnType<typeof openColleague>>
let today: Day
let nextWeek: Day
const ids = new Map<string, string>()
const shops = ['Bar Sol', 'Café Luna', 'Kiosco Mar', 'Mesón Río'] as const
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  const principal = await openWindow(stage.browser, stage.url)
  await signIn(principal.context)
  ana = await openColleague(stage, principal.context, {
    name: 'Ana',
    email: 'Ana@example.com',
    role: 'salesperson',
  })
  for (const [index, name] of shops.entries()) {
    const made = await ask<{ id: string }>(ana.context.request, 'post', '/api/customers', {
      name,
      tier: 'A',
      ...(name === 'Mesón Río'
        ? {}
        : {
            city: 'Madrid',
            location: { latitude: 40.4 + index / 50, longitude: -3.7, accuracyM: 10, locatedBy: 'pinned' },
          }),
    })
    ids.set(name, made.id)
  }
  ;({ today } = await ask<{ today: Day }>(ana.context.request, 'get', '/api/visits/plan'))
  nextWeek = addDays(today, 7)
})
afterAll(() => stage.close())

async function expectUsable(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await sidewaysOf(page)).toBe(0)
}
const dayOf = (page: Page, index: number) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /day,/ }) })
    .nth(index)

test('a week is proposed, edited by keyboard, saved, seen on the map, and taken back', async () => {
  const { page, complaints } = ana
  await page.goto(`/planning?view=week&on=${nextWeek}`)
  await page.getByRole('button', { name: 'Propose visits' }).click()
  await page.getByText('Not saved yet.').waitFor()
  await page.getByText('1 without a place on the map').waitFor()
  await page.getByRole('button', { name: 'Choose a day for Mesón Río' }).waitFor()
  const stop = page.getByRole('button', { name: /^\d\. Bar Sol$/ })
  await stop.focus()
  const before = await page.getByRole('main').getByRole('heading', { name: /day,/ }).count()
  expect(before).toBe(5)
  for (let times = 0; times < 5; times += 1) {
    await page.getByRole('button', { name: /^\d\. Bar Sol$/ }).focus()
    await page.keyboard.press('Alt+ArrowRight')
  }
  await dayOf(page, 4).getByText('Bar Sol').waitFor()
  await page.getByRole('button', { name: /^\d\. Café Luna$/ }).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Choose a day for Café Luna' }).waitFor()
  await expectUsable(page)
  await page.getByRole('button', { name: 'Save plan' }).click()
  await page.getByText('Plan saved: 2 added').waitFor()
  await page.locator('canvas').waitFor()
  await page.locator('.maplibregl-marker').first().waitFor()
  await page.reload()
  await dayOf(page, 4).getByText('Bar Sol').waitFor()
  await page.getByRole('button', { name: /^\d\. Kiosco Mar$/ }).focus()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Save plan' }).click()
  await page.getByText('1 taken out').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByRole('button', { name: /^\d\. Kiosco Mar$/ }).waitFor()
  expect(complaints.all).toEqual([])
})

test('who is due within a week, each with its one action', async () => {
  const { page, complaints } = ana
  await page.goto('/planning?view=due')
  await page.getByText('Nobody is due', { exact: true }).waitFor()
  await page.getByText('Within a week').click()
  await page.goto(`/planning?view=due&until=${nextWeek}`)
  await page.getByText('4 customers due').waitFor()
  await page.getByRole('button', { name: /^Plan for .*: Mesón Río$/ }).click()
  await page.getByText(/Mesón Río is planned for/).waitFor()
  await expectUsable(page)
  expect(complaints.all).toEqual([])
})

test('on the phone the day’s route is first: the next stop, and the way there', async () => {
  const { context } = ana
  for (const customer of ['Bar Sol', 'Kiosco Mar'] as const) {
    const id = crypto.randomUUID()
    await ask(context.request, 'post', '/api/visits', {
      id,
      customerId: ids.get(customer),
      plannedOn: today,
    })
  }
  const window = await openWindow(stage.browser, stage.url, { size: phone, colours: 'dark' })
  await signIn(window.context, { email: 'Ana@example.com', password: 'tres tristes tigres 9' })
  await window.page.goto('/planning')
  await window.page.getByText('2 stops, 0 done').waitFor()
  const first = window.page.getByRole('listitem').filter({ hasText: 'next' })
  expect(await first.innerText()).toContain('Bar Sol')
  expect(await first.getByRole('link', { name: 'Show the way to Bar Sol' }).getAttribute('href')).toMatch(
    /^geo:40\.4,/,
  )
  await window.page.locator('.maplibregl-marker').first().waitFor()
  await expectUsable(window.page)
  expect(window.complaints.all).toEqual([])
})
