import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { desktop, openWindow, phone, sidewaysOf } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
let principal: Awaited<ReturnType<typeof openWindow>>
let ana: Awaited<ReturnType<typeof openWindow>>
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  principal = await openWindow(stage.browser, stage.url)
  await signIn(principal.context)
  const colleague = { name: 'Ana', email: 'Ana@example.com', role: 'salesperson' } as const
  const desk = await openColleague(stage, principal.context, colleague)
  await desk.context.close()
  ana = await openWindow(stage.browser, stage.url, { size: phone })
  await signIn(ana.context, { email: colleague.email, password: 'tres tristes tigres 9' })
  const { people } = (await ask(principal.context.request, 'get', '/api/people')) as {
    people: { id: string; name: string }[]
  }
  const owner = people.find(({ name }) => name === 'Ana')?.id
  const bar = { name: 'Bar Muelle', city: 'Cádiz', owner, paymentDays: 30 }
  await ask(principal.context.request, 'post', '/api/customers', bar)
})
afterAll(() => stage.close())

async function expectUsable(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  expect(await sidewaysOf(page)).toBe(0)
}

test('an invoice is recorded and stands on the list of what customers owe', async () => {
  const { page, complaints } = principal
  await page.setViewportSize(desktop.viewport)
  await page.goto('/customers')
  await page.getByRole('link', { name: 'Bar Muelle' }).first().click()
  await page.getByRole('region', { name: 'Debts' }).getByText('Owes nothing').waitFor()
  await page.getByRole('link', { name: 'The whole account' }).click()
  await page.getByRole('button', { name: 'Record an invoice' }).click()
  await page.getByLabel('Number').fill('F-2026-1')
  await page.getByLabel('Amount').fill('120,50')
  await expectUsable(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click()
  await page.getByText('F-2026-1 is recorded.').waitFor()
  await page.getByRole('list', { name: 'Invoices and credit notes' }).getByText('F-2026-1').waitFor()
  await expectUsable(page)
  expect(complaints.all).toEqual([])
})

test('a salesperson takes part of it on a phone and has a receipt to send', async () => {
  const { page, complaints } = ana
  await page.goto('/receivables')
  await page.getByRole('link', { name: 'Bar Muelle' }).click()
  await page.getByRole('heading', { name: 'Bar Muelle', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Record a payment' }).click()
  await page.getByLabel('Amount').fill('80')
  await expectUsable(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click()
  const receipt = page.getByRole('note', { name: 'Receipt' })
  await receipt.getByText('still open').waitFor()
  expect(await receipt.innerText()).toMatch(/80[.,]00.*Bar Muelle/)
  expect(await receipt.innerText()).toMatch(/F-2026-1: .*80[.,]00, still open .*40[.,]50/)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await page.getByText('not handed in yet').waitFor()
  await page.goto('/cash')
  await page.getByRole('list', { name: 'Cash in hand' }).getByText('Ana').waitFor()
  expect(await page.getByRole('button', { name: 'Count it' }).count()).toBe(0)
  await expectUsable(page)
  expect(complaints.all).toEqual([])
})

test('counted with a difference that is said before and after, and told to the salesperson', async () => {
  const { page, complaints } = principal
  await page.goto('/cash')
  await page.getByRole('button', { name: 'Show them' }).click()
  await page.getByText(/Bar Muelle, Cash/).waitFor()
  await page.getByRole('button', { name: 'Count it' }).click()
  await page.getByLabel('Counted, in EUR').fill('79,5')
  await page.getByText('nothing is taken from wages').waitFor()
  await expectUsable(page)
  await page.getByRole('button', { name: 'Take it in' }).click()
  await page.getByText('the difference is told to everybody concerned').waitFor()
  await page.getByText('Nobody has collected money with them').waitFor()
  await page.getByRole('link', { name: 'Handed in' }).click()
  await page.getByText(/0[.,]50.* missing/).waitFor()
  await expectUsable(page)
  await ana.page.goto('/notices')
  const told = ana.page.getByRole('link', { name: /counted less than Ana was to hand in/ })
  expect(await told.getAttribute('href')).toMatch(/^\/cash\?view=handed-in&person=/)
  expect(complaints.all).toEqual([])
})

test('ageing shows the rest, a rate that is missing is named, and the statement adds up', async () => {
  const { page, complaints } = principal
  await page.goto('/receivables')
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Bar Muelle' }) })
  await row
    .getByText(/40[.,]50/)
    .first()
    .waitFor()
  await expectUsable(page)
  await row.getByRole('link').click()
  await page.getByRole('heading', { name: 'Bar Muelle', level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Record an invoice' }).click()
  await page.getByLabel('Number').fill('US-1')
  await page.getByLabel('Amount').fill('10')
  await page.getByRole('combobox', { name: 'Currency' }).click()
  await page.getByRole('combobox', { name: 'Currency' }).fill('USD')
  await page.getByRole('option', { name: /USD/ }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click()
  await page.getByText('US-1 is recorded.').waitFor()
  await page.goto('/receivables')
  await page.getByText('No exchange rate for USD').waitFor()
  await page.getByRole('link', { name: 'Exchange rates' }).click()
  await page.getByRole('button', { name: 'Record a rate' }).last().click()
  await page.getByLabel('1 USD in EUR').fill('0,9')
  await expectUsable(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Record' }).click()
  await page.getByText('The rate of USD is recorded.').waitFor()
  await expectUsable(page)
  await page.goto('/receivables')
  await page.getByText(/Reckoned with 1 USD = 0.9 EUR/).waitFor()
  await page
    .getByRole('row', { name: /All in EUR/ })
    .getByText(/49[.,]50/)
    .first()
    .waitFor()
  await page.getByRole('link', { name: 'Bar Muelle' }).first().click()
  await page.getByRole('link', { name: 'Statement' }).click()
  await page
    .getByRole('row', { name: /Owed/ })
    .getByText(/40[.,]50/)
    .first()
    .waitFor()
  await expectUsable(page)
  expect(complaints.all).toEqual([])
})
