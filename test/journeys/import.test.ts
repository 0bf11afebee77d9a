import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { oddCustomers, oddCustomersFile } from '../odd-files.ts'
import { openWindow } from './browser.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('a file of customers is dropped, looked at, mended, brought in and taken back', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/imports')
  await page.getByRole('heading', { name: 'Drop a file here' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(csv('prices.pdf', '%PDF-1.7 nothing'))
  await page.getByRole('alert').getByText('This is a PDF').waitFor()

  const spoiled = oddCustomersFile().replaceAll('Switzerland', 'Swizzerlund')
  await page.locator('input[type=file]').setInputFiles(csv('customers.csv', spoiled))
  await page.getByRole('heading', { level: 1, name: 'What the columns mean' }).waitFor()
  await page.getByText('11 of 11 columns recognised').waitFor()
  expect(await page.getByRole('combobox', { name: 'contact_name: Becomes' }).inputValue()).toBe(
    'Person in charge',
  )
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('button', { name: 'Check all rows' }).click()

  await page.getByRole('tab', { name: 'To be mended 3' }).waitFor({ timeout: 30_000 })
  await page.getByText('Country “Swizzerlund” is not a country we know').first().waitFor()
  await page
    .getByRole('button', { name: /^Mend country in row \d+: Swizzerlund/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: 'country' }).fill('Switzerland')
  await page.getByRole('checkbox', { name: 'Also wherever else it says “Swizzerlund”' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('tab', { name: `New ${oddCustomers}` }).waitFor()
  expect(await page.getByRole('tab', { name: 'To be mended' }).count()).toBe(0)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('button', { name: `Bring in ${oddCustomers} rows` }).click()
  await page.getByText(`${oddCustomers} new, 0 changed`).waitFor({ timeout: 30_000 })
  await page.getByRole('link', { name: 'See customers' }).click()
  await page.getByText('Galería del gastrónomo', { exact: false }).first().waitFor()

  await page.goto('/imports')
  const empty = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Order lines' }).click()
  expect((await empty).suggestedFilename()).toBe('order-lines.csv')
  await page
    .getByRole('row', { name: /^customers.csv/ })
    .getByRole('button', { name: 'Take the whole import back' })
    .click()
  await page.getByRole('button', { name: 'Yes, take it back' }).click()
  await page.getByText(`${oddCustomers} rows were taken back.`).waitFor({ timeout: 30_000 })
  expect(complaints.all).toEqual([])
})

test('an unknown area is created on request, and rows that are alike are pointed out', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/imports')
  const text = [
    'name,street,city,country,phone,territory',
    'Bar Manolo,Calle Mayor 3,Madrid,Spain,911 222 333,Centro',
    'Panadería La Espiga,Calle Real 9,Sevilla,Spain,954 111 222,Sur',
    '"Bar Manolo, S.L.",C/ Mayor 3,Madrid,Spain,+34 911222333,',
  ].join('\n')
  await page.locator('input[type=file]').setInputFiles(csv('areas.csv', text))
  await page.getByRole('button', { name: 'Check all rows' }).click()
  await page.getByText('Area: 2 rows are kept back (Centro · Sur)').waitFor({ timeout: 30_000 })
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  await page.getByRole('combobox', { name: 'Area: what becomes of these rows' }).click()
  await page.getByRole('option', { name: 'Create it with the import' }).click()
  await page.getByText('Area: settled as you chose').waitFor({ timeout: 30_000 })
  await page.getByRole('tab', { name: 'Likely duplicates 1' }).click()
  await page.getByText(/^Looks like row 2 of this file: Bar Manolo/).waitFor()
  await page.getByRole('button', { name: 'Leave out' }).click()
  await page.getByRole('button', { name: 'Bring in 2 rows' }).click()
  await page.getByText('2 new, 0 changed').waitFor({ timeout: 30_000 })
  await page.goto('/customers?q=Espiga')
  await page.getByRole('link', { name: 'Panadería La Espiga' }).click()
  await page.getByText('Sur', { exact: true }).first().waitFor()
  expect(complaints.all).toEqual([])
})
