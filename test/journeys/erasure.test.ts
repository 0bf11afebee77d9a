import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow } from './browser.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

test('a contact asks to be erased, is found and erased, and can not be entered again', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const eva = { name: 'Eva Montes', phone: '611 000 111', email: 'eva@example.com' }
  const made = await context.request.post('/api/customers', {
    data: { name: 'Bar Sol', contacts: [eva], note: 'Eva Montes decides' },
  })
  const { id } = (await made.json()) as { id: string }
  await page.goto('/privacy')
  await page.getByRole('combobox', { name: 'Asks' }).click()
  await page.getByRole('option', { name: 'to be erased' }).click()
  await page.getByLabel('Name of the person').fill('Eva Montes')
  await page.getByLabel('Phone').fill('611000111')
  await page.getByRole('button', { name: 'Record the request' }).click()
  await page.getByRole('button', { name: 'Find everything' }).click()
  expect(await page.getByRole('checkbox', { name: 'Eva Montes at Bar Sol' }).isChecked()).toBe(true)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((one) => one.id)).toEqual([])
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the answer' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.(html|json)$/)
  await page.getByRole('button', { name: 'Erase…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase this person?' })
  await dialog.getByText('The outlet: it is the business, not the person').waitFor()
  expect(await dialog.getByRole('button', { name: 'Erase for good' }).isDisabled()).toBe(true)
  await dialog.getByRole('checkbox', { name: 'I have checked who it is' }).check()
  await dialog.getByRole('button', { name: 'Erase for good' }).click()
  await page.getByRole('heading', { name: 'E. M.' }).waitFor()
  const left = (await (await context.request.get(`/api/customers/${id}`)).json()) as object
  expect(left).toMatchObject({ contacts: [], note: null })
  const again = await context.request.post('/api/customers', {
    data: { name: 'Other', contacts: [{ name: 'E', phone: '611 000 111' }] },
  })
  expect(await again.json()).toMatchObject({ status: 409, code: 'person-erased' })
  expect(complaints.all).toEqual([])
})
