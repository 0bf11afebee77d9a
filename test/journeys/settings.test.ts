import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ RELEVO_SOURCE_URL: 'https://code.example.com/our-relevo' })
  await setUpCompany(stage)
})
afterAll(() => stage.close())

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id }) => id)
}

/** Opens a field of choices and takes one; another field's list may still be fading. */
async function choose(page: Page, field: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('listbox', { name: field }).getByRole('option', { name }).click()
}

test('an area is added, its customers fall into it and out again, it is renamed and removed', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const ana = { name: 'Ana Ruiz', email: 'ana@example.com', role: 'salesperson' } as const
  const { id: anaId } = await openColleague(stage, context, ana)
  for (const [name, city] of [
    ['Bar Sol', 'Toledo'],
    ['Bar Luna', 'Toledo'],
    ['Bar Mar', 'Vigo'],
  ]) {
    await ask(context.request, 'post', '/api/customers', { name, city, country: 'ES' })
  }
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Territories' }).click()
  await page.getByRole('button', { name: 'Add a territory' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Centre')
  await dialog.getByLabel('Cities').fill('Toledo')
  await page.keyboard.press('Enter')
  await choose(page, 'Data steward', 'Ana Ruiz')
  await choose(page, 'Salespeople', 'Ana Ruiz')
  await dialog.getByText("The steward can't be one of its salespeople").waitFor()
  await choose(page, 'Data steward', 'Carmen Vidal')
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('3 customers are in no territory.').waitFor()

  await page.getByRole('button', { name: 'Put them where they fall' }).click()
  await page.getByText('2 customers were put into territories.').waitFor()
  await page.getByRole('link', { name: '2 customers' }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('3 customers are in no territory.').waitFor()
  await page.getByRole('button', { name: 'Put them where they fall' }).click()
  await page.getByRole('link', { name: '2 customers' }).click()
  await page.getByRole('link', { name: 'Bar Luna' }).waitFor()
  expect(await page.getByRole('link', { name: 'Bar Mar' }).count()).toBe(0)
  await page.goBack()

  await page.getByRole('button', { name: 'Change Centre' }).click()
  await dialog.getByLabel('Name').fill('Castile')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Change Castile' }).waitFor()
  const { territories } = await ask<{ territories: object[] }>(context.request, 'get', '/api/territories')
  expect(territories).toMatchObject([
    { name: 'Castile', steward: { name: 'Carmen Vidal' }, salespeople: [{ id: anaId }], customers: 2 },
  ])
  await page.getByRole('button', { name: 'Remove Castile' }).click()
  await dialog.getByText('Its 2 customers will be in no territory.').waitFor()
  await dialog.getByRole('button', { name: 'Remove the territory' }).click()
  await page.getByRole('heading', { name: 'There are no territories yet' }).waitFor()
  expect(complaints.all).toEqual([])
  await context.close()
})

test('a product is added, found, given another price, no longer sold, and handed out as a file', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await ask(context.request, 'post', '/api/products', { code: 'T1', name: 'Green tea', category: 'Tea' })
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Products' }).click()
  await page.getByRole('button', { name: 'Add a product' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Pale ale')
  await dialog.getByLabel('Code').fill('T1')
  await dialog.getByLabel('Category').fill('Beer')
  await dialog.getByLabel('Unit').fill('case of 24')
  await dialog.getByLabel('Price (EUR)').fill('19,955')
  await dialog.getByText('An amount with at most 2 decimals').waitFor()
  await dialog.getByLabel('Price (EUR)').fill('19,95')
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.getByRole('alert').getByText('Another product has the code T1 already').waitFor()
  await dialog.getByLabel('Code').fill('B1')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('cell', { name: '€19.95' }).waitFor()

  await page.getByLabel('Find by name or code').fill('pale')
  await page.getByText('1 product', { exact: true }).waitFor()
  expect(new URL(page.url()).search).toBe('?q=pale')
  await page.getByRole('button', { name: 'Pale ale' }).click()
  await dialog.getByRole('switch', { name: 'No longer sold' }).check({ force: true })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'No product fits' }).waitFor()
  await page.getByText('All', { exact: true }).click()
  await page.getByRole('cell', { name: 'Pale ale no longer sold' }).waitFor()

  await page.getByRole('button', { name: 'Export' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toBe('products.csv')
  expect(await readFile(await file.path(), 'utf8')).toMatch(/B1,Pale ale,Beer,case of 24,19\.95,EUR/)
  expect(complaints.all).toEqual([])
  await context.close()
})

test('how long an invitation works is typed into its sentence; where the source is stands below', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/settings')
  const days = page.getByLabel('An invitation link works for … days.')
  await days.fill('14')
  // Another form of the page, saved meanwhile, is no reason to refuse this one.
  await page.getByLabel('Company name').fill('Bebidas del Sur')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.getByText('The company is saved.').waitFor()
  expect(await days.inputValue()).toBe('14')
  await page.getByRole('region', { name: 'Invitations' }).getByRole('button', { name: 'Save' }).click()
  await page.getByText('It holds from the next link on.').waitFor()
  expect(await ask(context.request, 'get', '/api/company/invitations')).toMatchObject({ days: 14 })
  const source = page.getByRole('link', { name: 'Its source code' })
  expect(await source.getAttribute('href')).toBe('https://code.example.com/our-relevo')
  expect(complaints.all).toEqual([])
  await context.close()
})

test('a steward finds the lists and nothing of the company; a salesperson finds no settings', async () => {
  const { context } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const sara = { name: 'Sara Gil', email: 'sara@example.com', role: 'steward' } as const
  const steward = await openColleague(stage, context, sara)
  await steward.page.goto('/settings')
  await steward.page.getByRole('link', { name: 'Products' }).waitFor()
  expect(await steward.page.getByLabel('Company name').count()).toBe(0)
  const luis = { name: 'Luis Mora', email: 'luis@example.com', role: 'salesperson' } as const
  const seller = await openColleague(stage, context, luis)
  await seller.page.goto('/settings')
  await seller.page.getByRole('heading', { name: "This isn't open to you" }).waitFor()
  await seller.page.goto('/settings/products')
  await seller.page.getByRole('heading', { level: 1, name: 'Products' }).waitFor()
  for (const name of ['Add a product', 'Export']) {
    expect(await seller.page.getByRole('button', { name }).count()).toBe(0)
  }
  expect([...steward.complaints.all, ...seller.complaints.all]).toEqual([])
})

test('two lines of business: one has an owner of its own, the other follows the customer', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const ana = { name: 'Lina Soto', email: 'lina@example.com', role: 'salesperson' } as const
  await openColleague(stage, context, ana)
  const { id } = await ask<{ id: string }>(context.request, 'post', '/api/customers', {
    name: 'Bar Línea',
    owner: 'me',
  })
  await page.goto(`/customers/${id}`)
  const panel = page.getByRole('region', { name: 'Responsible people' })
  await panel.getByText('Carmen Vidal').waitFor()
  expect(await panel.getByText('Wine').count()).toBe(0)

  await page.goto('/settings')
  for (const [number, name] of ['Wine', 'Oil'].entries()) {
    await page.getByRole('button', { name: 'Add a line' }).click()
    await page.getByLabel(`Name of line ${number + 1}`).fill(name)
  }
  await page.getByRole('region', { name: 'Lines of business' }).getByRole('button', { name: 'Save' }).click()
  await page.getByText('Responsible people can be named for each line.').waitFor()

  await page.goto(`/customers/${id}`)
  await panel.getByRole('button', { name: 'Assign' }).click()
  await page.getByRole('menuitem', { name: 'Owner', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'For' }).click()
  await page.getByRole('option', { name: 'Wine' }).click()
  await dialog.getByRole('combobox', { name: 'Responsible' }).fill('Lina')
  await page.getByRole('option', { name: 'Lina Soto' }).click()
  await dialog.getByRole('button', { name: 'Assign' }).click()
  await panel.getByText('Lina Soto').waitFor()
  expect(await panel.getByText('as for the whole customer').count()).toBe(1)
  const chart = page.getByRole('region', { name: 'Who held which role over time' })
  await chart.getByText('owner · Wine').waitFor()
  expect(complaints.all).toEqual([])
})
