import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Complaints, openWindow } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
let context: BrowserContext
let page: Page
let complaints: Complaints
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  ;({ context, page, complaints } = await openWindow(stage.browser, stage.url))
  await signIn(context)
})
afterAll(() => stage.close())

type Made = { id: string; code: string }

/** Registers a customer past the screens. */
async function aCustomer(fields: object): Promise<Made> {
  return await ask<Made>(context.request, 'post', '/api/customers', { id: randomUUID(), ...fields })
}

test('a customer registered by hand appears in the list, once, however often the button is pressed', async () => {
  await page.goto('/customers')
  await page.getByRole('heading', { name: 'No customers yet' }).waitFor()
  await page.getByRole('link', { name: 'Register a customer' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bar Manolo')
  await page.getByRole('textbox', { name: 'City' }).fill('Valencia')
  await page.getByRole('textbox', { name: 'Their name' }).fill('Manolo Pérez')
  await page.getByRole('button', { name: 'Register', exact: true }).dblclick()
  await page.getByRole('heading', { level: 1, name: 'Bar Manolo' }).waitFor()
  await page.getByText('Manolo Pérez').first().waitFor()
  await page.goto('/customers')
  await page.getByText('1 customer', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Bar Manolo' }).waitFor()
})

test('filters read as a sentence, and are kept as a view', async () => {
  await aCustomer({ name: 'Café Sol', city: 'Valencia', tier: 'A' })
  await aCustomer({ name: 'Kiosko Norte', city: 'Bilbao', tier: 'A' })
  await page.goto('/customers')
  await page.getByRole('button', { name: 'Tier' }).first().click()
  await page.getByRole('checkbox', { name: 'Tier A' }).click()
  await page.getByText('2 A customers', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'City' }).first().click()
  await page.getByRole('checkbox', { name: 'Valencia' }).click()
  await page.getByText('1 A customer in Valencia', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Keep this view…' }).click()
  await page.getByRole('textbox', { name: 'Name of the view' }).fill('Best of Valencia')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await page.goto('/customers')
  await page.getByText('3 customers', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Best of Valencia' }).click()
  await page.getByText('1 A customer in Valencia', { exact: true }).waitFor()
  await page.getByRole('link', { name: 'Café Sol' }).waitFor()
})

test('many are changed at once, and it is undone', async () => {
  await page.goto('/customers')
  await page.getByRole('checkbox', { name: 'Choose all on this page' }).click()
  const bar = page.getByRole('region', { name: 'Chosen customers' })
  await bar.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('menuitem', { name: 'Tier' }).click()
  await page.getByRole('dialog').getByText('C', { exact: true }).click()
  await page.getByRole('button', { name: 'Change 3 customers' }).click()
  await page.getByText('3 customers changed.').waitFor()
  const tiers = page.getByRole('table').getByLabel('Tier C')
  await tiers.nth(2).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Undone. Everything is as before.').waitFor()
  await page.getByRole('table').getByLabel('Tier A').nth(1).waitFor()
  expect(await tiers.count()).toBe(0)
})

test('the list goes out as it is filtered, and a customer as a contact card and as a sheet', async () => {
  await page.goto('/customers?tier=A')
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const list = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'These customers as CSV' }).click()
  const text = await readFile(await (await list).path(), 'utf8')
  expect([text.includes('Kiosko Norte'), text.includes('Bar Manolo')]).toEqual([true, false])
  await page.getByRole('link', { name: 'Kiosko Norte' }).click()
  for (const [name, file] of [
    ['Contact card (vCard)', /\.vcf$/],
    ['Printable profile sheet', /\.html$/],
  ] as const) {
    await page.getByRole('button', { name: 'More' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name }).click()
    expect((await download).suggestedFilename()).toMatch(file)
  }
})

test('a salesperson asks to change a name, the principal approves, the timeline tells it', async () => {
  const ana = await openColleague(stage, context, {
    name: 'Ana Ruiz',
    email: 'ana@example.com',
    role: 'salesperson',
  })
  const { id } = await aCustomer({ name: 'Bodega Vieja', owner: ana.id })
  await ana.page.goto(`/customers/${id}`)
  await ana.page.getByRole('button', { name: 'Edit' }).first().click()
  const form = ana.page.getByRole('dialog')
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Bodega Nueva')
  await form.getByRole('textbox', { name: 'Why (helps whoever decides)' }).fill('New sign on the door')
  await form.getByRole('button', { name: 'Save and ask' }).click()
  await ana.page.getByRole('heading', { name: 'A change waits' }).waitFor()
  expect(await ana.page.getByRole('heading', { level: 1 }).textContent()).toBe('Bodega Vieja')
  expect(await ana.page.getByRole('button', { name: 'Approve' }).count()).toBe(0)

  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: 'Approve' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bodega Nueva' }).waitFor()
  await page.getByText('Ana Ruiz asked to change Name').waitFor()
  await page.getByText(/approved the change of Name/).waitFor()
  await page.getByText('Reason: New sign on the door').first().waitFor()
  expect(ana.complaints.all).toEqual([])
})

test('two people change the same field: both values are shown, and one chooses', async () => {
  const { id } = await aCustomer({ name: 'Taberna Mar', phone: '961 111 111' })
  const other = await openWindow(stage.browser, stage.url)
  await signIn(other.context)
  for (const window of [page, other.page]) {
    await window.goto(`/customers/${id}?edit=phone`)
    await window.getByRole('dialog').getByRole('textbox', { name: 'Phone' }).waitFor()
  }
  await page.getByRole('dialog').getByRole('textbox', { name: 'Phone' }).fill('962 222 222')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await other.page.getByRole('dialog').getByRole('textbox', { name: 'Phone' }).fill('963 333 333')
  await other.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  const conflict = other.page.getByRole('alert')
  await conflict.getByText('Theirs: 962 222 222. Yours: 963 333 333.', { exact: false }).waitFor()
  await other.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await other.page.getByRole('dialog').waitFor({ state: 'detached' })
  await other.page.getByRole('link', { name: '+34 963 333 333' }).first().waitFor()
})

test('the map draws them and asks nobody outside', async () => {
  await aCustomer({
    name: 'Venta Alta',
    location: { latitude: 39.47, longitude: -0.376, accuracyM: 8, locatedBy: 'pinned' },
  })
  const outside: string[] = []
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(stage.url)) {
      outside.push(request.url())
    }
  })
  await page.goto('/customers?shows=map')
  const map = page.getByRole('region', { name: 'Customers on the map' })
  await page.locator('[aria-busy="false"]').filter({ has: map }).waitFor()
  await page.getByText(/customers of this selection have no place yet/).waitFor()
  await page.getByRole('region', { name: 'The same customers as a list' }).getByText('Venta Alta').waitFor()
  expect(outside).toEqual([])
  expect(complaints.all).toEqual([])
})
