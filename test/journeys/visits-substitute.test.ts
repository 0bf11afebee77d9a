import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, aCompany, aPerson } from '../make.ts'
import { aCustomer } from '../register.ts'
import { aPlannedVisit } from '../visits.ts'
import { openWindow, phone } from './browser.ts'
import { openClockedStage } from './clocked.ts'

let now = new Date('2026-05-04T09:00:00Z')
let stage: Awaited<ReturnType<typeof openClockedStage>>
let carmen: Asker
let bea: Asker
let shop: string
beforeAll(async () => {
  stage = await openClockedStage(() => now)
  const company = await aCompany(stage.server)
  carmen = await aPerson(stage.server, company, 'Carmen', ['principal'])
  const ana = await aPerson(stage.server, company, 'Ana', ['salesperson'], { managerId: carmen.id })
  bea = await aPerson(stage.server, company, 'Bea', ['salesperson'], { managerId: carmen.id })
  shop = await aCustomer(ana, { name: 'Bar Prado' })
})
afterAll(() => stage.close())

test('a substitute finds the visit and the customer, and a week after the day neither', async () => {
  const { context, page } = await openWindow(stage.browser, stage.url, { size: phone })
  const account = { email: `${bea.id}@example.com`, password: 'tres tristes tigres 9' }
  expect((await context.request.post('/api/sign-in', { data: account })).ok()).toBe(true)
  await page.goto(`/customers/${shop}`)
  await page
    .getByRole('heading', { level: 1 })
    .or(page.getByRole('heading', { level: 2 }))
    .first()
    .waitFor()
  expect(await page.getByText('Bar Prado').count()).toBe(0)
  const visit = await aPlannedVisit(carmen, shop, '2026-05-06', { personId: bea.id, reason: 'other-person' })
  await page.goto('/notices')
  await page.getByText('Carmen planned a visit to Bar Prado with you', { exact: false }).waitFor()
  now = new Date('2026-05-06T09:00:00Z')
  await page.goto('/visits')
  await page.getByRole('link', { name: 'Bar Prado' }).click()
  await page.getByRole('button', { name: 'Check in' }).click()
  await page.getByRole('button', { name: 'Check out' }).click()
  await page.getByText('Checked out. Everything is saved.').waitFor()
  now = new Date('2026-05-13T20:00:00Z')
  await page.goto(`/customers/${shop}`)
  await page.getByRole('heading', { name: 'Bar Prado', level: 1 }).waitFor()
  now = new Date('2026-05-14T09:00:00Z')
  for (const path of [`/customers/${shop}`, `/visits/${visit.id}`, '/visits?day=2026-05-06']) {
    await page.goto(path)
    await page.getByRole('heading').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.getByText('Bar Prado').count()).toBe(0)
  }
})
