import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow } from './browser.ts'
import { ask } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

test('somebody is put on the block list, found there again, and taken off with a reason', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/privacy')
  await page.getByRole('link', { name: 'Block list' }).click()
  await page.getByRole('heading', { name: 'Nobody is on the list' }).waitFor()
  await page.getByLabel('Phone or e-mail of the person').fill('611 222 333')
  await page.getByRole('button', { name: 'Look up' }).click()
  await page.getByText('This is not on the list').waitFor()
  await page.getByLabel('Reason').fill('Objected by letter')
  await page.getByRole('button', { name: 'Put on the list' }).click()
  await page.getByText('This is on the list').waitFor()
  await page.getByRole('list', { name: 'Block list' }).getByText('Objected by letter').waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  const refused = await context.request.post('/api/customers', {
    data: { name: 'Bar Sol', contacts: [{ name: 'Eva', phone: '+34 611 222 333' }] },
  })
  expect(await refused.json()).toMatchObject({ code: 'person-erased' })

  await page.getByRole('list', { name: 'Block list' }).getByRole('button', { name: 'Take off…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take off the list?' })
  expect(await dialog.getByRole('button', { name: 'Take off the list' }).isDisabled()).toBe(true)
  await dialog.getByLabel('Reason').fill('Asked to be called again')
  await dialog.getByRole('button', { name: 'Take off the list' }).click()
  await page.getByRole('heading', { name: 'Nobody is on the list' }).waitFor()
  await page.getByText('Taken off', { exact: true }).first().click()
  await page.getByText('Asked to be called again').waitFor()
  expect(complaints.all).toEqual([])
})

test('what was put right is noted on the request and stays readable', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const request = { kind: 'correct', subject: { name: 'Eva Montes' } }
  const { id } = await ask<{ id: string }>(context.request, 'post', '/api/privacy/requests', request)
  await page.goto(`/privacy/${id}`)
  await page.getByLabel('What was put right').fill('the phone at Bar Sol')
  await page.getByRole('button', { name: 'Note the correction' }).click()
  await page.getByText('Corrected: the phone at Bar Sol').waitFor()
  expect(await page.getByLabel('What was put right').inputValue()).toBe('')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map((one) => one.id)).toEqual([])
  expect(complaints.all).toEqual([])
})
