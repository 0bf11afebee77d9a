import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow, phone, sidewaysOf } from './browser.ts'
import { ask } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
let customer: string
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  const { context } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const made = await ask<{ id: string }>(context.request, 'post', '/api/customers', { name: 'Bar Sol' })
  customer = made.id
  const product = async (code: string, name: string, minor: number | null) => {
    const body = { code, name, price: minor === null ? null : { minor, currency: 'EUR' } }
    return (await ask<{ id: string }>(context.request, 'post', '/api/products', body)).id
  }
  const oil = await product('OIL', 'Olive oil', 1200)
  await product('SALT', 'Sea salt', null)
  await ask(context.request, 'put', `/api/customers/${customer}/products/${oil}`, { facings: 2 })
  await context.close()
})
afterAll(() => stage.close())

test('a price list is made and agreed with a customer, and an order taken by keyboard has its price', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/settings/prices')
  await page.getByRole('button', { name: 'Add a price list' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Bars of the coast')
  await page.getByRole('textbox', { name: 'Code' }).fill('COAST')
  await page.getByRole('switch', { name: 'Only by agreement' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bars of the coast' }).waitFor()
  const field = page.getByRole('textbox', { name: 'Price of Olive oil' })
  await field.fill('10.50')
  await field.press('Enter')
  await page.getByText(/Olive oil costs €10\.50 from/).waitFor()
  await page.getByRole('button', { name: 'A price of Olive oil from a quantity on' }).click()
  await page.getByRole('textbox', { name: 'From how many on' }).fill('12')
  await page.getByRole('textbox', { name: 'Price (EUR)' }).fill('9.90')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('textbox', { name: 'Price of Olive oil from 12 on' }).waitFor()

  await page.goto(`/customers/${customer}`)
  await page.getByRole('button', { name: 'Agree a list' }).click()
  await page.getByRole('combobox', { name: 'Price list' }).fill('coast')
  await page.getByRole('option', { name: /Bars of the coast/ }).click()
  await page.getByRole('textbox', { name: 'Why' }).fill('Buys every week')
  await page.getByRole('dialog').getByRole('button', { name: 'Agree a list' }).click()
  await page.getByText(/agreed by Carmen Vidal from/).waitFor()

  await page.getByRole('link', { name: 'Take an order' }).click()
  const product = page.getByRole('textbox', { name: 'Add a product' })
  await product.fill('oli')
  await page.getByRole('option', { name: /Olive oil/ }).waitFor()
  await product.press('Enter')
  const quantity = page.getByRole('textbox', { name: 'Quantity of Olive oil' })
  await quantity.fill('12')
  await page.getByText('agreed list Bars of the coast, from 12 on').waitFor()
  await quantity.press('Enter')
  await product.fill('salt')
  await page.getByRole('option', { name: /Sea salt/ }).waitFor()
  await product.press('Enter')
  await page.getByRole('textbox', { name: 'Quantity of Sea salt' }).fill('2')
  await page.getByText('no price is known: type one').waitFor()
  expect(await page.getByRole('button', { name: 'Save the order' }).isDisabled()).toBe(true)
  const salt = page.getByRole('textbox', { name: 'Price of Sea salt' })
  await salt.fill('1.25')
  await salt.press('Enter')
  await page.getByText('2 lines, €121.30').waitFor()
  await page.getByRole('button', { name: 'Save the order' }).click()
  await page.getByRole('heading', { level: 1, name: /^Order / }).waitFor()
  await page.getByRole('cell', { name: '€118.80' }).waitFor()
  await page.goto('/sales')
  await page.getByText('1 order: €121.30').waitFor()
  expect(complaints.all).toEqual([])
  await context.close()
})

test('on a phone: an order taken, delivered, and a part of it taken back', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url, { size: phone })
  await signIn(context)
  await page.goto(`/sales/new?customer=${customer}`)
  const product = page.getByRole('textbox', { name: 'Add a product' })
  await product.fill('olive')
  await page.getByRole('option', { name: /Olive oil/ }).click()
  await page.getByRole('textbox', { name: 'Quantity of Olive oil' }).fill('6')
  await page.getByText('1 line, €63.00').waitFor()
  expect(await sidewaysOf(page)).toBe(0)
  await page.getByRole('button', { name: 'Save the order' }).click()
  await page.getByRole('button', { name: 'Delivered today' }).click()
  await page
    .getByText(/Delivered on /)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Take goods back' }).click()
  await page.getByRole('textbox', { name: 'How many of Olive oil come back' }).fill('2')
  await page.getByRole('textbox', { name: 'Reason' }).fill('Broken')
  await page.getByRole('dialog').getByRole('button', { name: 'Take goods back' }).click()
  await page.getByRole('heading', { level: 1, name: /^Return / }).waitFor()
  // The note that offers to undo may lie above it.
  await page.getByRole('link', { name: /^Of order/ }).press('Enter')
  await page.getByText('2 came back').waitFor()
  expect(await sidewaysOf(page)).toBe(0)
  expect(complaints.all).toEqual([])
  await context.close()
})

test('counted twice on a phone: what was sold in between is known, before that it is not', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url, { size: phone })
  await signIn(context)
  const today = new Date()
  const day = (back: number) => new Date(today.getTime() - back * 86_400_000).toISOString().slice(0, 10)
  const { lines } = await ask<{ lines: { product: { id: string } }[] }>(
    context.request,
    'get',
    `/api/customers/${customer}/stock`,
  )
  const productId = lines[0]?.product.id
  await page.goto(`/customers/${customer}`)
  await page.getByText('never counted').waitFor()
  const first = { day: day(7), counts: [{ productId, quantity: 20 }] }
  await ask(context.request, 'post', `/api/customers/${customer}/stock-counts`, first)
  await page.reload()
  await page.getByText('what it sold is unknown: it takes two counts').waitFor()
  await page.getByRole('link', { name: 'Count', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Count the stock' }).waitFor()
  const counted = page.getByRole('textbox', { name: 'Counted: Olive oil' })
  await counted.fill('60')
  await counted.press('Enter')
  await page.getByText('Saved', { exact: true }).waitFor()
  await counted.fill('6')
  await counted.press('Enter')
  await page.getByText(/last 6 ·/).waitFor()
  await page.goto(`/customers/${customer}`)
  await page.getByText('sold 14 in 7 days').waitFor()
  await page.getByRole('button', { name: /Olive oil.*sold 14/ }).click()
  await page.getByText('20 counted + 0 delivered − 0 returned − 0 lost − 6 counted').waitFor()
  await page.getByRole('button', { name: /^Withdraw 6 on/ }).click()
  await page.getByText('Withdrawn; it stays readable.').waitFor()
  expect(await sidewaysOf(page)).toBe(0)
  expect(complaints.all).toEqual([])
  await context.close()
})
