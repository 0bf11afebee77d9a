import { randomUUID } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPng } from '../pictures.ts'
import { type Complaints, openWindow, phone } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
let carmen: BrowserContext
let context: BrowserContext
let page: Page
let complaints: Complaints
let anaId: string
let shop: string
const place = { latitude: 40.4168, longitude: -3.7038 }

beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  ;({ context: carmen } = await openWindow(stage.browser, stage.url))
  await signIn(carmen)
  const email = 'ana@example.com'
  const ana = await openColleague(stage, carmen, { name: 'Ana Ruiz', email, role: 'salesperson' })
  anaId = ana.id
  await ana.context.close()
  ;({ context, page, complaints } = await openWindow(stage.browser, stage.url, { size: phone }))
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ ...place, accuracy: 10 })
  await signIn(context, { email, password: 'tres tristes tigres 9' })
  shop = await anOutlet('Bar Prado', anaId)
})
afterAll(() => stage.close())

async function anOutlet(name: string, owner: string): Promise<string> {
  const location = { ...place, accuracyM: 10, locatedBy: 'pinned' }
  const made = { id: randomUUID(), name, city: 'Madrid', owner, location }
  return (await ask<{ id: string }>(carmen.request, 'post', '/api/customers', made)).id
}
const looksWell = async (on: Page) =>
  expect((await new AxeBuilder({ page: on }).analyze()).violations).toEqual([])

test('on the phone: plan, check in at the door, tasks, note, photo, promise, check out', async () => {
  await page.goto('/')
  await page.getByRole('button', { name: 'New' }).click()
  await page.getByRole('link', { name: 'Plan a visit' }).click()
  await page.getByRole('combobox', { name: 'Customer' }).fill('Prado')
  await page.getByRole('option', { name: /Bar Prado/ }).click()
  await page.getByText('Order', { exact: true }).click()
  await page.getByText('Photo', { exact: true }).click()
  await looksWell(page)
  await page.getByRole('button', { name: 'Plan it' }).click()
  await page.getByRole('heading', { name: 'Bar Prado', level: 1 }).waitFor()
  await looksWell(page)
  await page.getByRole('button', { name: 'Check in' }).click()
  await page.getByText('At the outlet', { exact: true }).waitFor()
  await page.getByRole('checkbox', { name: 'Order' }).click()
  await page.getByRole('checkbox', { name: 'Order', checked: true }).waitFor()
  await page.getByRole('textbox', { name: 'Result: Order' }).fill('Ten boxes')
  await page.getByRole('textbox', { name: 'What was said' }).fill('Wants delivery before ten')
  await page.getByText('Saved', { exact: true }).first().waitFor()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Take a photo' }).click(),
  ])
  await chooser.setFiles({ name: 'shelf.png', mimeType: 'image/png', buffer: aPng() })
  await page.getByRole('img', { name: 'shelf.png' }).waitFor()
  await expect.poll(() => page.getByRole('checkbox', { name: 'Photo' }).isChecked()).toBe(true)
  await page.getByRole('button', { name: 'Promise something' }).click()
  await page.getByRole('textbox', { name: 'In a sentence' }).fill('A new sign')
  await page.getByRole('button', { name: 'Note it' }).click()
  await page.getByText('A new sign').waitFor()
  await looksWell(page)
  await page.getByRole('button', { name: 'Check out' }).click()
  await page.getByText('Checked out. Everything is saved.').waitFor()
  await page.goto(`/customers/${shop}`)
  await page.getByRole('button', { name: 'Kept: A new sign' }).click()
  await page.getByText('No open promises.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Kept: A new sign' }).waitFor()
  await page.getByText('Met', { exact: true }).waitFor()
  const { visits } = await ask<{ visits: { id: string; verdict: string; tasksDone: string[] }[] }>(
    context.request,
    'get',
    `/api/customers/${shop}/visits`,
  )
  expect(visits).toMatchObject([{ verdict: 'verified', tasksDone: ['order', 'photo'] }])
  const visit = await ask<object>(context.request, 'get', `/api/visits/${visits[0]?.id}`)
  expect(visit).toMatchObject({ note: 'Wants delivery before ten', outcome: 'met', state: 'done' })
  expect(JSON.stringify(visit)).toContain('Ten boxes')
  expect(complaints.all).toEqual([])
})

test('away from the outlet it says so and goes on; a wrong check-in is taken back', async () => {
  const bar = await anOutlet('Bar Lejos', anaId)
  await context.setGeolocation({ ...place, latitude: 40.45, accuracy: 10 })
  await page.goto(`/customers/${bar}`)
  await page.getByRole('button', { name: 'Visit now' }).click()
  await page.getByText('Away from the outlet', { exact: true }).waitFor()
  await page.getByText('It counts as a visit all the same.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /take the check-in back/ }).click()
  await page.getByText('Cancelled').first().waitFor()
  await looksWell(page)
})

test('who refuses the position visits all the same', async () => {
  await context.clearPermissions()
  await page.goto(`/visits/new?customer=${shop}`)
  await page.getByRole('button', { name: 'Plan it' }).click()
  await page.getByRole('button', { name: 'Check in' }).click()
  await page.getByText('Checked in without a place', { exact: false }).waitFor()
  await page.getByText('Place not checked').waitFor()
  await page.goto('/visits')
  await page.getByRole('link', { name: 'Bar Prado' }).first().waitFor()
  await page.getByText('Under way').first().waitFor()
  await looksWell(page)
})

test('by keyboard alone a visit is moved and cancelled with a reason, and planned again', async () => {
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  const { id } = await ask<{ id: string }>(context.request, 'post', '/api/visits', {
    id: randomUUID(),
    customerId: shop,
    plannedOn: day,
  })
  await page.goto(`/visits/${id}`)
  await page.getByRole('button', { name: 'More', exact: true }).focus()
  await page.keyboard.press('Enter')
  const cancel = page.getByRole('menuitem', { name: 'Cancel the visit' })
  await cancel.waitFor()
  // The menu puts the focus into itself a moment after it opens.
  const isThere = () => cancel.evaluate((item) => item === document.activeElement)
  for (let presses = 0; presses < 6 && !(await isThere()); presses += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const why = page.getByRole('textbox', { name: 'Why' })
  await why.waitFor()
  await why.fill('Closed for works')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the visit' }).press('Enter')
  await page.getByText('Ana Ruiz: Closed for works').waitFor()
  await page.getByRole('button', { name: 'Plan it again' }).press('Enter')
  await page.getByRole('button', { name: 'Check in' }).waitFor()
})
