import type { BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceLedger } from '../../src/ownership/server/commands/advance.ts'
import { type Asker, aCompany, aPerson } from '../make.ts'
import { aCustomer } from '../register.ts'
import { type Complaints, openWindow } from './browser.ts'
import { openClockedStage } from './clocked.ts'

let today = '2026-03-02'
let stage: Awaited<ReturnType<typeof openClockedStage>>
let company: string
let carmen: Asker
let ana: Asker
let customer: string
let page: Page
let complaints: Complaints
beforeAll(async () => {
  stage = await openClockedStage(() => new Date(`${today}T11:00:00Z`))
  company = await aCompany(stage.server, 'Bebidas del Norte')
  carmen = await aPerson(stage.server, company, 'Carmen Vidal', ['principal'])
  ana = await aPerson(stage.server, company, 'Ana Robles', ['salesperson'], { managerId: carmen.id })
  await aPerson(stage.server, company, 'Bea Gil', ['salesperson'], { managerId: carmen.id })
  customer = await aCustomer(ana, { name: 'Bar Sol' })
  const window = await openWindow(stage.browser, stage.url)
  ;({ page, complaints } = window)
  await actAs(window.context, carmen)
})
afterAll(() => stage.close())

async function actAs(context: BrowserContext, { cookie }: Asker): Promise<void> {
  await context.addCookies(
    cookie.split('; ').map((pair) => ({
      name: pair.slice(0, pair.indexOf('=')),
      value: pair.slice(pair.indexOf('=') + 1),
      url: stage.url,
    })),
  )
}

const chart = () => page.getByRole('region', { name: 'Who held which role over time' })

/** The test's clock goes on; what is due happens, as the program's job does it every few minutes. */
async function becomes(day: string): Promise<void> {
  today = day
  await advanceLedger(stage.server.services, company)
  await page.reload()
}

test('somebody stands in for a week, and it returns by itself', async () => {
  await page.goto(`/customers/${customer}`)
  await chart()
    .getByRole('button', { name: /^Ana Robles, since 2 Mar/ })
    .waitFor()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Somebody stands in…' }).click()
  const form = page.getByRole('dialog', { name: 'Somebody stands in…' })
  await form.getByRole('combobox', { name: 'Who stands in' }).fill('Bea')
  await page.getByRole('option', { name: 'Bea Gil' }).click()
  await form.getByLabel('First day').fill('5/3/2026')
  await form.getByLabel('Last day').fill('11/3/2026')
  await form.getByLabel('Last day').press('Tab')
  await form.getByRole('textbox', { name: 'Why' }).fill('Ana is on leave')
  await form.getByRole('button', { name: 'Stand in', exact: true }).click()
  await page.getByText('Cover recorded for 1 customer.').waitFor()
  await chart()
    .getByRole('button', { name: /^Bea Gil, 5 Mar 2026 to 11 Mar 2026/ })
    .click()
  await page.getByText('“Ana is on leave”').waitFor()
  await page.keyboard.press('Escape')
  const people = page.getByRole('region', { name: 'Responsible people' })
  expect(await people.getByText('Bea Gil').count()).toBe(0)
  await becomes('2026-03-05')
  await people.getByText('Bea Gil').waitFor()
  await people.getByText('Ana Robles').waitFor()
  await becomes('2026-03-12')
  await chart().waitFor()
  await people.getByText('Ana Robles').waitFor()
  expect(await people.getByText('Bea Gil').count()).toBe(0)
})

test('the past is corrected, and what was believed can still be read', async () => {
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Correct the past…' }).click()
  const form = page.getByRole('dialog', { name: 'Correct the past…' })
  await form.getByRole('combobox', { name: 'Who really was the owner' }).fill('Bea')
  await page.getByRole('option', { name: 'Bea Gil' }).click()
  await form.getByLabel('First day').fill('3/3/2026')
  await form.getByLabel('Until before').fill('5/3/2026')
  await form.getByLabel('Until before').press('Tab')
  await form.getByRole('textbox', { name: 'Why' }).fill('Bea took it over two days earlier')
  await form.getByRole('button', { name: 'Record the correction' }).click()
  await page.getByText('The correction is recorded.').waitFor()
  await chart()
    .getByRole('button', { name: /^Bea Gil, 3 Mar 2026 to 4 Mar 2026/ })
    .waitFor()
  await page.getByRole('combobox', { name: 'As known when' }).click()
  await page
    .getByRole('option', { name: /^As known on 2 Mar/ })
    .first()
    .click()
  await page.getByText('What was believed then').waitFor()
  await chart()
    .getByRole('button', { name: /^Ana Robles, since 2 Mar/ })
    .waitFor()
  await page.getByText('Words', { exact: true }).click()
  await page.getByText('Ana Robles is owner, since 2 Mar 2026').waitFor()
})

test('giving it to somebody can be taken back', async () => {
  await page.reload()
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  await page.getByRole('menuitem', { name: /owner/i }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox').fill('Bea')
  await page.getByRole('option', { name: 'Bea Gil' }).click()
  await form.getByRole('button', { name: /Assign/ }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  const people = page.getByRole('region', { name: 'Responsible people' })
  await people.getByText('Ana Robles').waitFor()
  expect(complaints.all).toEqual([])
})
