import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow, phone } from './browser.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

test('a complaint is noted on a phone, found in the list, resolved, taken back and resolved again', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url, { size: phone })
  await signIn(context)
  const made = await context.request.post('/api/customers', { data: { name: 'Bar Lola' } })
  const { id } = (await made.json()) as { id: string }
  await page.goto(`/customers/${id}`)
  const panel = page.getByRole('region', { name: 'Complaints' })
  await panel.getByText('None so far.').waitFor()
  await panel.getByRole('button', { name: 'Note a complaint' }).click()
  const form = page.getByRole('dialog', { name: 'What does Bar Lola complain of?' })
  await form.getByLabel('What happened, in their words').fill('Two cases were dented')
  await form.getByRole('button', { name: 'Note it' }).click()
  await form.waitFor({ state: 'hidden' })
  await panel.getByText('Two cases were dented').waitFor()
  await panel.getByText(/^To be answered by .*has no owner$/).waitFor()

  await page.goto('/complaints')
  const line = page.getByRole('listitem').filter({ hasText: 'Bar Lola' })
  await line.getByRole('button', { name: 'Resolve…' }).click()
  const resolve = page.getByRole('dialog', { name: 'How was it resolved?' })
  await resolve.getByLabel('Why did it come about?').fill('A badly strapped pallet')
  await resolve.getByLabel('What was done?').fill('Replaced the next day')
  await resolve.getByRole('button', { name: 'Resolve', exact: true }).click()
  await page.getByText('No complaints here').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await line.getByRole('button', { name: 'Resolve…' }).click()
  expect(await resolve.getByLabel('What was done?').inputValue()).toBe('Replaced the next day')
  await resolve.getByRole('button', { name: 'Resolve', exact: true }).click()
  await page.getByText('No complaints here').waitFor()
  await page.getByText('Resolved', { exact: true }).first().click()
  await page.getByText('Remedy: Replaced the next day').waitFor()
  expect(complaints.all).toEqual([])
  await context.close()
})
