import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow, phone, sidewaysOf } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

async function expectUsable(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
  expect(await sidewaysOf(page)).toBe(0)
}

test('the same outlet twice: which one is it, a case, a ruling with shares, an appeal, the end', async () => {
  const principal = await openWindow(stage.browser, stage.url)
  await signIn(principal.context)
  const at = (name: string, role: 'salesperson' | 'steward') =>
    openColleague(stage, principal.context, { name, email: `${name}@example.com`, role })
  const [ana, ben, sol] = [
    await at('Ana', 'salesperson'),
    await at('Ben', 'salesperson'),
    await at('Sol', 'steward'),
  ]
  const outlet = { name: 'Bar Sol', city: 'Madrid', phone: '915 55 11 11' }
  const { id } = await ask<{ id: string }>(ana.context.request, 'post', '/api/customers', outlet)

  // Ben stands at the same door.
  await ben.page.goto('/customers/new')
  await ben.page.getByText('Short', { exact: true }).click()
  await ben.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bar Sol')
  await ben.page.getByRole('textbox', { name: 'City', exact: true }).fill('Madrid')
  await ben.page.getByRole('textbox', { name: 'Phone', exact: true }).fill('915 55 11 11')
  await ben.page.getByRole('button', { name: 'Register' }).click()
  const question = ben.page.getByRole('alert').filter({ hasText: 'Is it one of these?' })
  await question.getByText('Ana is responsible').waitFor()
  await expectUsable(ben.page)
  await question.getByRole('button', { name: 'It is Bar Sol, and it is mine…' }).click()
  await ben.page.getByLabel('Why it is yours').fill('I have visited it every week since March')
  await ben.page.getByRole('button', { name: 'Open the case' }).click()
  await ben.page.getByRole('heading', { name: 'Whose is Bar Sol?' }).waitFor()
  await ben.page.getByRole('region', { name: 'The side of Ben' }).getByText('every week').waitFor()
  await expectUsable(ben.page)

  // Ana hears of it on Today and on the customer's page, and says her side.
  await ana.page.goto(`/customers/${id}`)
  await ana.page.getByText('Several people claim this customer').waitFor()
  await ana.page.goto('/')
  await ana.page.getByText('1 case waits for you').waitFor()
  await ana.page.goto('/collisions')
  await ana.page.getByText('It is your turn').waitFor()
  await expectUsable(ana.page)
  await ana.page.getByRole('link', { name: /^Open the case of Bar Sol/ }).click()
  await ana.page.getByRole('button', { name: 'Say why…' }).click()
  await ana.page.getByLabel('What speaks for it').fill('It is in my area')
  await ana.page.getByRole('button', { name: 'Add it' }).click()
  await ana.page.getByText('It is in my area').waitFor()

  // Sol rules, half and half.
  await sol.page.goto('/collisions')
  await sol.page.getByRole('link', { name: /^Open the case of Bar Sol/ }).click()
  await sol.page.getByText('What the rule says').waitFor()
  await sol.page.getByRole('button', { name: 'Rule…' }).click()
  await sol.page.getByRole('radio', { name: 'Ben' }).check()
  await sol.page.getByLabel('Your reason in words').fill('Ben found it and worked for it')
  await sol.page.getByRole('switch', { name: 'Split the credit for some orders' }).click()
  await sol.page.getByLabel('Ana: percent or fraction').fill('33')
  await sol.page.getByText('Together 83.00 %').waitFor()
  await sol.page.getByRole('button', { name: 'Rule so' }).click()
  await sol.page.getByText('The shares total 83.00 %; they must be exactly 100 %.').waitFor()
  await expectUsable(sol.page)
  await sol.page.getByLabel('Ana: percent or fraction').fill('1/2')
  await sol.page.getByRole('button', { name: 'Rule so' }).click()
  await sol.page.getByText('Sol ruled: the customer belongs to Ben').waitFor()

  // Ana appeals on her phone, the principal decides, and that is final.
  const onPhone = await openWindow(stage.browser, stage.url, { size: phone, colours: 'dark' })
  await signIn(onPhone.context, { email: 'Ana@example.com', password: 'tres tristes tigres 9' })
  await onPhone.page.goto(ana.page.url())
  await onPhone.page.getByRole('button', { name: 'Appeal…' }).click()
  await onPhone.page.getByLabel('Why the ruling is wrong').fill('I registered it first')
  await expectUsable(onPhone.page)
  await onPhone.page.getByRole('button', { name: 'Appeal', exact: true }).click()
  await onPhone.page.getByText('Ana appealed').waitFor()
  await principal.page.goto(new URL(ana.page.url()).pathname)
  await principal.page.getByRole('button', { name: 'Decide the appeal…' }).click()
  await principal.page.getByRole('radio', { name: 'Ana' }).check()
  await principal.page.getByLabel('Your reason in words').fill('First and complete')
  await principal.page.getByRole('button', { name: 'Decide so' }).click()
  await principal.page.getByText('It is final: the customer belongs to Ana.').waitFor()
  for (const { complaints } of [principal, ana, ben, sol, onPhone]) expect(complaints.all).toEqual([])
})

test('another outlet is registered with the reason', async () => {
  const { context, page } = await openWindow(stage.browser, stage.url, { size: phone })
  await signIn(context)
  const outlet = { name: 'Café Río', city: 'Madrid', phone: '915 55 22 22' }
  await ask(context.request, 'post', '/api/customers', outlet)
  await page.goto('/customers/new')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Café Río')
  await page.getByRole('textbox', { name: 'City', exact: true }).fill('Madrid')
  await page.getByRole('textbox', { name: 'Phone', exact: true }).fill('915 55 22 22')
  await page.getByRole('button', { name: 'Register' }).click()
  await page.getByText('Nothing was saved yet').waitFor()
  await expectUsable(page)
  await page.getByLabel('Why it is another one').fill('Two streets further, the same owner')
  await page.getByRole('button', { name: 'Register it as another outlet' }).click()
  await page.getByRole('heading', { level: 1, name: 'Café Río' }).waitFor()
})
