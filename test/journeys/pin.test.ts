import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
let context: BrowserContext
let page: Page
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  ;({ context, page } = await openWindow(stage.browser, stage.url))
  await signIn(context)
})
afterAll(() => stage.close())

type Place = { latitude: number; longitude: number; locatedBy: string }
type Read = { location: Place; requests: { field: string; new: Place }[] }

const pinOf = (on: Page) => on.getByLabel(/^The pin/)
const read = (id: string) => ask<Read>(context.request, 'get', `/api/customers/${id}`)

async function inMadrid(name: string, owner?: string): Promise<string> {
  const { id } = await ask<{ id: string }>(context.request, 'post', '/api/customers', {
    id: randomUUID(),
    name,
    city: 'Madrid',
    ...(owner === undefined ? {} : { owner }),
    location: { latitude: 40.4168, longitude: -3.7038, accuracyM: null, locatedBy: 'file' },
  })
  return id
}

async function dragPin(on: Page, right: number, down: number): Promise<void> {
  const box = await pinOf(on).boundingBox()
  if (box === null) throw new Error('no pin')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await on.mouse.move(x, y)
  await on.mouse.down()
  await on.mouse.move(x + right / 2, y + down / 2)
  await on.mouse.move(x + right, y + down)
  await on.mouse.up()
}

test('the principal drags a pin, and it is saved as put by hand', async () => {
  const id = await inMadrid('Bar Prado')
  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: 'Put it on the map' }).click()
  await pinOf(page).waitFor()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  const figures = page.getByRole('textbox', { name: 'Latitude and longitude' })
  const before = await figures.inputValue()
  await dragPin(page, 60, 40)
  await expect.poll(() => figures.inputValue()).not.toBe(before)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const { location } = await read(id)
  expect(location.locatedBy).toBe('pinned')
  expect(location.longitude).toBeGreaterThan(-3.7038)
  expect(location.latitude).toBeLessThan(40.4168)
})

test('from the map one comes to the pin; the keyboard moves it as well', async () => {
  const id = await inMadrid('Bar Retiro')
  await page.goto('/customers?shows=map&q=Retiro')
  const map = page.getByRole('region', { name: 'Customers on the map' })
  await page.locator('[aria-busy=false]').and(page.locator(':has(canvas)')).first().waitFor()
  await map.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Move its pin' }).click()
  await page.waitForURL(`**/customers/${id}*`)
  await pinOf(page).focus()
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+ArrowRight')
  const figures = page.getByRole('textbox', { name: 'Latitude and longitude' })
  await expect.poll(async () => Number((await figures.inputValue()).split(',')[1])).toBeGreaterThan(-3.7038)
  await page.getByRole('button', { name: 'Put the pin in the middle' }).click()
  await expect.poll(() => figures.inputValue()).toBe('40.416800, -3.703800')
  await page.keyboard.press('Escape')
})

test('what a salesperson moves waits for somebody who may approve it', async () => {
  const ana = await openColleague(stage, context, {
    name: 'Ana Ruiz',
    email: 'ana@example.com',
    role: 'salesperson',
  })
  const id = await inMadrid('Bar Atocha', ana.id)
  await ana.page.goto(`/customers/${id}?edit=location`)
  await pinOf(ana.page).waitFor()
  await dragPin(ana.page, -50, 30)
  await ana.page.getByText('Somebody else has to agree to this').waitFor()
  await ana.page.getByRole('button', { name: 'Save and ask' }).click()
  await ana.page.getByRole('dialog').waitFor({ state: 'detached' })
  const asked = await read(id)
  expect(asked.location).toMatchObject({ latitude: 40.4168, longitude: -3.7038, locatedBy: 'file' })
  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('Approved: the change is made.').waitFor()
  const { location } = await read(id)
  expect(location.locatedBy).toBe('pinned')
  expect(location.longitude).toBeLessThan(-3.7038)
})
