import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReceiver } from '../receiver.ts'
import { openWindow } from './browser.ts'
import { ask } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
let receiver: Awaited<ReturnType<typeof aReceiver>>
beforeAll(async () => {
  receiver = await aReceiver()
  stage = await openStage({ RELEVO_PRIVATE_WEBHOOKS: 'yes' })
  await setUpCompany(stage)
})
afterAll(async () => {
  await stage.close()
  await receiver.stop()
})

test('an address is added, a customer is registered, the program hears of it signed, and once more by hand', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Webhooks: tell other programs what happens here' }).click()
  await page.getByRole('heading', { name: 'No program is told yet' }).waitFor()
  await page.getByRole('button', { name: 'Add an address' }).click()
  await page.getByRole('textbox', { name: 'Address' }).fill(receiver.url)
  await page.getByRole('textbox', { name: 'What it is' }).fill('Our CRM')
  await page.getByRole('checkbox', { name: 'A customer was registered' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  const secret = (await page.getByText(/^whsec_/).textContent()) ?? ''
  await page.getByRole('button', { name: 'I have kept it' }).click()

  const arrived = receiver.next()
  const { id } = await ask<{ id: string }>(context.request, 'post', '/api/customers', { name: 'Bar Sol' })
  await arrived
  const [first] = receiver.got
  if (first === undefined) throw new Error('nothing arrived')
  expect(new Webhook(secret).verify(first.body, first.headers)).toMatchObject({
    type: 'customer.registered',
    data: { customerId: id },
  })
  await page.getByRole('button', { name: 'Deliveries: Our CRM' }).click()
  const log = page.getByRole('dialog', { name: 'Deliveries' })
  await log.getByText('Delivered').waitFor()
  const again = receiver.next()
  await log.getByRole('button', { name: /^Send again: A customer was registered/ }).click()
  await again
  expect(receiver.got[1]?.headers['webhook-id']).toBe(first.headers['webhook-id'])
  expect(complaints.all).toEqual([])
})
