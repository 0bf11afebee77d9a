import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstCompany } from '../first-company.ts'
import { openWindow } from './browser.ts'
import { type Stage, openStage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

test('from the set-up code to a demo company, in three steps', async () => {
  const { page, complaints } = await openWindow(stage.browser, stage.url)
  await page.goto('/')
  await page.getByRole('heading', { name: 'Welcome to Relevo' }).waitFor()

  await page.getByLabel('Set-up code').fill('not this one')
  await page.getByLabel('Company name').fill('Bebidas del Norte')
  expect(await page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('Spain')
  await page.getByRole('combobox', { name: 'Country' }).fill('mex')
  await page.getByRole('option', { name: 'Mexico' }).click()
  expect(await page.getByRole('combobox', { name: 'Currency' }).inputValue()).toBe('Mexican Peso (MXN)')
  expect(await page.getByRole('combobox', { name: 'Time zone' }).inputValue()).toBe('America/Mexico City')
  await page.getByRole('button', { name: 'Continue' }).click()

  await page.getByLabel('Your name').fill(firstCompany.person.name)
  await page.getByLabel('E-mail').fill('carmen')
  await page.getByRole('textbox', { name: 'Password' }).fill('carmen1234')
  await page.getByText('Easy to guess.').waitFor()
  await page.getByRole('button', { name: 'Create the company' }).click()
  await page.getByText("This doesn't look like an e-mail address").waitFor()
  await page.getByLabel('E-mail').fill(firstCompany.person.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(firstCompany.person.password)
  await page.getByText('Very good.').waitFor()
  await page.getByRole('button', { name: 'Create the company' }).click()

  await page.getByRole('alert').getByText("This set-up code isn't right").waitFor()
  await page.getByLabel('Set-up code').fill(firstCompany.setupCode)
  await page.getByRole('button', { name: 'Continue' }).click()
  expect(await page.getByLabel('Your name').inputValue()).toBe(firstCompany.person.name)
  await page.getByRole('button', { name: 'Create the company' }).click()

  await page.getByRole('heading', { name: 'Your company is ready' }).waitFor()
  await page.getByRole('button', { name: 'Make a demo company' }).click()
  await page.getByRole('progressbar', { name: 'Making the demo company' }).waitFor()
  await page.getByRole('heading', { level: 1, name: /Carmen Vidal/ }).waitFor({ timeout: 60_000 })
  expect(complaints.all).toEqual([])
})

test('once set up, the first run is closed', async () => {
  const { page } = await openWindow(stage.browser, stage.url)
  await page.goto('/welcome')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
})
