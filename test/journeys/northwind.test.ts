import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright'
import { firstCompany } from '../first-company.ts'
import { hasNorthwind, northwindFile } from '../northwind.ts'
import { openWindow } from './browser.ts'
import { hands } from './hands.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  if (hasNorthwind) stage = await openStage()
})
afterAll(() => stage?.close())

const own = hands()

async function setUp(page: Page): Promise<void> {
  await page.goto('/')
  await own.type(page.getByLabel('Set-up code'), firstCompany.setupCode)
  await own.type(page.getByLabel('Company name'), 'Northwind')
  await own.type(page.getByRole('combobox', { name: 'Country' }), 'united st')
  await own.press(page.getByRole('option', { name: 'United States' }))
  await own.press(page.getByRole('button', { name: 'Continue' }))
  await own.type(page.getByLabel('Your name'), firstCompany.person.name)
  await own.type(page.getByLabel('E-mail'), firstCompany.person.email)
  await own.type(page.getByRole('textbox', { name: 'Password' }), firstCompany.person.password)
  await own.press(page.getByRole('button', { name: 'Create the company' }))
  await page.getByRole('heading', { name: 'Your company is ready' }).waitFor()
  await own.press(page.getByRole('link', { name: 'Bring customers' }))
}

/** From the dropped file to the result, taking every guess as it is. Answers the summary. */
async function bring(page: Page, file: string, kind: string, rows: number): Promise<void> {
  await own.choose(page.locator('input[type=file]'), northwindFile(file))
  await page.getByRole('heading', { level: 1, name: 'What the columns mean' }).waitFor()
  expect(await page.getByRole('combobox', { name: 'This file holds' }).inputValue()).toBe(kind)
  await own.read(page.locator('main'))
  await own.press(page.getByRole('button', { name: 'Check all rows' }))
  await page.getByRole('tab', { name: `New ${rows.toLocaleString('en')}` }).waitFor({ timeout: 60_000 })
  expect(await page.getByRole('tab').count()).toBe(1)
  await own.press(page.getByRole('button', { name: `Bring in ${rows.toLocaleString('en')} rows` }))
  await page
    .getByText(`${rows.toLocaleString('en')} new, 0 changed, 0 the same, 0 not possible, 0 duplicates`)
    .waitFor({ timeout: 60_000 })
}

async function another(page: Page): Promise<void> {
  await own.press(page.getByRole('link', { name: 'Bring in another file' }))
  await page.getByRole('heading', { name: 'Drop a file here' }).waitFor()
}

test.runIf(hasNorthwind)(
  'Northwind: from the address to 91 customers on the map and 9 people with their managers (skipped without its files)',
  async () => {
    const { page, complaints } = await openWindow(stage.browser, stage.url)
    const began = performance.now()
    await setUp(page)
    await bring(page, 'salespeople.csv', 'People', 9)
    await another(page)
    await bring(page, 'customers.csv', 'Customers', 91)
    await own.press(page.getByRole('link', { name: 'See them on the map' }))
    await page
      .getByRole('listitem')
      .filter({ hasText: /Only the town is known\s*91/ })
      .waitFor()
    await page.locator('[aria-busy=false]').getByRole('region', { name: 'Customers on the map' }).waitFor()
    const waited = (performance.now() - began) / 1000
    process.stdout.write(
      `Northwind, from the address to the map: a person ${own.seconds().toFixed(0)} s, the program ${waited.toFixed(0)} s\n`,
    )

    await page.goto('/imports')
    await bring(page, 'products.csv', 'Products', 77)
    await another(page)
    await bring(page, 'orders.csv', 'Orders', 830)
    await another(page)
    await bring(page, 'order_lines.csv', 'Order lines', 2155)
    await page.getByText('Together $1,265,793.29').waitFor()

    await page.goto('/people')
    const under = (name: string) =>
      page.getByRole('listitem').filter({ hasText: name }).last().getByRole('listitem')
    await under('Andrew Fuller').filter({ hasText: 'Robert King' }).first().waitFor()
    expect(await under('Andrew Fuller').count()).toBe(8)
    expect(await under('Steven Buchanan').count()).toBe(3)
    expect(complaints.all).toEqual([])
  },
  240_000,
)
