import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Complaints, openWindow, phone } from './browser.ts'
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

const aCustomer = (fields: object) =>
  ask<{ id: string }>(context.request, 'post', '/api/customers', { id: randomUUID(), ...fields })

test('in the queue keys walk and choose, and the chosen ones go into an area together', async () => {
  await aCustomer({ name: 'Bar Uno', city: 'Madrid' })
  await aCustomer({ name: 'Kiosko Dos', city: 'Madrid' })
  const { id } = await ask<{ id: string }>(context.request, 'post', '/api/territories', { name: 'Centro' })
  await page.goto('/steward')
  await page.getByRole('list', { name: 'Fix these first' }).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Put into an area' }).click()
  await page.getByRole('dialog').getByRole('combobox').click()
  await page.getByRole('option', { name: 'Centro' }).click()
  await page.getByRole('button', { name: 'Change 2 customers' }).click()
  await page.getByText('2 customers changed.').waitFor()
  const there = await ask<{ total: number }>(context.request, 'get', `/api/customers?territory=${id}`)
  expect(there.total).toBe(2)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/customers/*')
  expect(complaints.all).toEqual([])
})

test('what somebody asked for stands on Today for whoever decides, and leads there', async () => {
  const ana = await openColleague(stage, context, {
    name: 'Ana Ruiz',
    email: 'ana@example.com',
    role: 'salesperson',
  })
  const { id } = await aCustomer({ name: 'Bodega Vieja', owner: ana.id })
  await ask(ana.context.request, 'patch', `/api/customers/${id}`, {
    set: { name: ['Bodega Vieja', 'Bodega'] },
  })
  await page.goto('/')
  const waiting = page.getByRole('listitem').filter({ hasText: '1 change waits for your decision' })
  await waiting.getByRole('link', { name: 'Decide' }).click()
  await page.waitForURL('**/steward')
  await ana.page.goto('/')
  await ana.page.getByRole('heading', { name: /Ana Ruiz/ }).waitFor()
  await ana.page.waitForLoadState('networkidle')
  expect(await ana.page.getByText('waits for your decision').count()).toBe(0)
})

test('on a phone the map is a place of its own', async () => {
  const small = await openWindow(stage.browser, stage.url, { size: phone })
  await signIn(small.context)
  await small.page.goto('/')
  const bar = small.page.getByRole('navigation', { name: 'Places' }).last()
  await bar.getByRole('link', { name: 'Map' }).click()
  await small.page.getByRole('region', { name: 'Customers on the map' }).waitFor()
  expect(await bar.locator('[aria-current=page]').allInnerTexts()).toEqual(['Map'])
  await bar.getByRole('link', { name: 'Customers' }).click()
  await small.page.getByRole('link', { name: 'Bar Uno' }).waitFor()
  expect(await bar.locator('[aria-current=page]').allInnerTexts()).toEqual(['Customers'])
})
