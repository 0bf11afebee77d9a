import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstCompany } from '../first-company.ts'
import { openWindow } from './browser.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

test('somebody is added, invited, comes in from another browser, and sees only what is theirs to see', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/people')
  await page.getByRole('link', { name: 'Add a person' }).click()
  // The list, too, has a field for a name.
  await page.getByRole('button', { name: 'Save' }).waitFor()
  await page.getByLabel('Name').fill('Ana Ruiz')
  await page.getByLabel('E-mail').fill(firstCompany.person.email)
  await page.getByLabel('Post').fill('Sales representative')
  await page.getByRole('combobox', { name: 'Reports to' }).fill('carmen')
  await page.getByRole('option', { name: 'Carmen Vidal' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('Somebody else has this address').waitFor()
  await page.getByLabel('E-mail').fill('ana@example.com')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Ana Ruiz' }).waitFor()

  await page.getByRole('button', { name: 'Invite' }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  await page.getByText('Has been invited.').waitFor()

  const ana = await openWindow(stage.browser, stage.url)
  await ana.page.goto(link)
  await ana.page.getByRole('textbox', { name: 'New password' }).fill('un verano en la sierra 4')
  await ana.page.getByRole('button', { name: 'Join' }).click()
  await ana.page.getByRole('heading', { level: 1, name: /Ana Ruiz/ }).waitFor()
  await ana.page.goto('/people')
  await ana.page.getByRole('link', { name: 'Carmen Vidal' }).click()
  await ana.page.getByRole('heading', { level: 1, name: 'Carmen Vidal' }).waitFor()
  expect(await ana.page.getByRole('link', { name: 'Change' }).count()).toBe(0)
  expect(await ana.page.getByRole('button', { name: 'Invite' }).count()).toBe(0)
  expect(await ana.page.getByRole('heading', { name: 'Agreements' }).count()).toBe(0)
  await ana.page.goto('/people/access-log')
  await ana.page.getByRole('heading', { name: "This isn't open to you" }).waitFor()
  expect([...complaints.all, ...ana.complaints.all]).toEqual([])
})

test('the tree of a past day shows who reported to whom then', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const add = async (data: object) => {
    const answer = await context.request.post('/api/people', { data })
    return ((await answer.json()) as { id: string }).id
  }
  const luis = await add({ name: 'Luis Mora', title: 'Manager', hiredOn: '2019-01-01' })
  const eva = await add({ name: 'Eva Sanz', title: 'Seller', hiredOn: '2020-01-01', managerId: luis })
  const post = { fromDay: '2022-01-01', title: 'Manager', teamId: null, managerId: null }
  await context.request.post(`/api/people/${eva}/postings`, { data: post })

  await page.goto('/people?on=2021-06-01')
  await page.getByText('This is how it was').waitFor()
  await page.getByRole('button', { name: 'Luis Mora: 1 person below' }).waitFor()
  await page.getByRole('link', { name: 'Eva Sanz' }).click()
  await page.getByRole('link', { name: 'Luis Mora' }).waitFor()
  await page.goto('/people')
  await page.getByRole('link', { name: 'Eva Sanz' }).waitFor()
  expect(await page.getByRole('button', { name: /Luis Mora/ }).count()).toBe(0)
  expect(complaints.all).toEqual([])
})
