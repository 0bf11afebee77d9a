import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow, phone, sidewaysOf } from './browser.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

async function register(context: BrowserContext, customer: Record<string, unknown>): Promise<string> {
  const answer = await context.request.post('/api/customers', {
    data: { city: 'Madrid', anotherOutlet: { reason: 'Wanted twice' }, ...customer },
  })
  expect(answer.status()).toBe(200)
  return ((await answer.json()) as { id: string }).id
}
async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`),
  ).toEqual([])
}

test('a probable duplicate is found, merged by keys, and taken back', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const kept = await register(context, {
    name: 'Café Río',
    phone: '915 55 11 11',
    street: 'Mayor 1',
    contacts: [{ name: 'Eva' }],
  })
  const other = await register(context, {
    name: 'CAFE RIO SL',
    phone: '+34 915551111',
    email: 'rio@example.com',
  })
  await page.goto('/steward')
  await page.getByRole('heading', { name: 'Fix these first' }).waitFor()
  await page.getByRole('link', { name: 'Compare' }).click({ timeout: 30_000 })
  await page.getByRole('heading', { name: 'Are these one outlet?' }).waitFor()
  await page.getByRole('radio', { name: 'Name: CAFE RIO SL' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('2')
  expect(await page.getByRole('radio', { name: 'Name: CAFE RIO SL' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: /^Merge into/ }).click()
  await page.getByText('Merged into').waitFor()
  const read = async (id: string) =>
    (await (await context.request.get(`/api/customers/${id}`)).json()) as Record<string, unknown>
  const ids = [kept, other]
  const states = async () => (await Promise.all(ids.map(read))).map((one) => one['status'])
  expect((await states()).toSorted()).toEqual(['active', 'merged'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Everything is as before').waitFor()
  expect(await states()).toEqual(['active', 'active'])
  expect(complaints.all).toEqual([])
})

test('in the queue somebody is put in charge without leaving it, on a phone', async () => {
  const { context, page } = await openWindow(stage.browser, stage.url, { size: phone })
  await signIn(context)
  const id = await register(context, { name: 'Frutería Sol' })
  await page.goto('/steward')
  const line = page.getByRole('listitem').filter({ hasText: 'Frutería Sol' })
  await line.getByRole('button', { name: 'Name somebody' }).click()
  await expectAccessible(page)
  expect(await sidewaysOf(page)).toBe(0)
  await page.getByLabel('Name of the person in charge').fill('Lola Flores')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Lola Flores is now in charge of Frutería Sol.').waitFor()
  const customer = await (await context.request.get(`/api/customers/${id}`)).json()
  expect(customer).toMatchObject({ contacts: [{ name: 'Lola Flores', inCharge: true }] })
})
