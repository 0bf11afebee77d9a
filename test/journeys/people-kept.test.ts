import { AxeBuilder } from '@axe-core/playwright'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWindow } from './browser.ts'
import { ask, openColleague } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

test('somebody is added with the roles chosen, and their customers are one press away', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/people/new')
  await page.getByLabel('Name').fill('Pilar Soto')
  await page.getByRole('checkbox', { name: 'Manager' }).check()
  expect(await page.getByRole('checkbox', { name: 'Salesperson' }).isChecked()).toBe(true)
  await page.getByRole('checkbox', { name: 'Salesperson' }).uncheck()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Pilar Soto' }).waitFor()
  const { people } = await ask<{ people: { id: string; roles: string[] }[] }>(
    context.request,
    'get',
    '/api/people?text=pilar',
  )
  expect(people.map(({ roles }) => roles)).toEqual([['manager']])
  const [pilar] = people
  for (const name of ['Bar Sol', 'Bar Luna']) {
    await ask(context.request, 'post', '/api/customers', { name })
  }
  const mine = await ask<{ rows: { id: string }[] }>(context.request, 'get', '/api/customers?q=luna')
  await ask(context.request, 'post', '/api/customers/assign', {
    selection: { ids: mine.rows.map(({ id }) => id) },
    role: 'owner',
    personId: pilar?.id,
  })
  await page.reload()
  await page.getByRole('link', { name: 'See the customers of Pilar Soto' }).click()
  await page.getByRole('link', { name: 'Bar Luna' }).waitFor()
  expect(await page.getByRole('link', { name: 'Bar Sol' }).count()).toBe(0)
  expect(complaints.all).toEqual([])
  await context.close()
})

test('an agreement is put on file, corrected and taken off; a team is renamed', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const { id } = await ask<{ id: string }>(context.request, 'post', '/api/people', { name: 'Eva Sanz' })
  await page.goto(`/people/${id}`)
  await page.getByRole('button', { name: 'Add an agreement' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'What' }).click()
  await page.getByRole('option', { name: 'Non-compete' }).click()
  await dialog.getByLabel('Holds from').fill('01/03/2026')
  await dialog.getByLabel('Ends on').fill('01/02/2026')
  await dialog.getByText('It would end before it begins').waitFor()
  await dialog.getByLabel('Ends on').fill('01/03/2027')
  await dialog.getByLabel('Paid in return (EUR)').fill('1250,50')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('€1,250.50 in return').waitFor()
  await page.getByRole('button', { name: 'Change: Non-compete' }).click()
  await dialog.getByLabel('Note').fill('Signed copy in the safe')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Signed copy in the safe').waitFor()
  expect(await ask(context.request, 'get', `/api/people/${id}`)).toMatchObject({
    agreements: [
      { kind: 'non-compete', startsOn: '2026-03-01', endsOn: '2027-03-01', compensationMinor: 125_050 },
    ],
  })
  await page.getByRole('button', { name: 'Remove: Non-compete' }).click()
  await dialog.getByRole('button', { name: 'Take it off the file' }).click()
  await page.getByText('No agreement is on file.').waitFor()

  await ask(context.request, 'post', '/api/teams', { name: 'North' })
  await ask(context.request, 'post', '/api/teams', { name: 'South' })
  await page.goto('/people/teams')
  await page.getByRole('button', { name: 'Rename North' }).click()
  await page.getByLabel('New name of North').fill('South')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').getByText('There is a team of this name already').waitFor()
  await page.getByLabel('New name of North').fill('North and West')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Rename North and West' }).waitFor()
  expect(complaints.all).toEqual([])
  await context.close()
})

test('a list longer than a page goes on to its end, and is handed out as a file to whoever may', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  for (let n = 10; n < 70; n += 1) {
    await ask(context.request, 'post', '/api/people', { name: `Zoe ${n}`, roles: ['salesperson'] })
  }
  await page.goto('/people?view=list&text=zoe')
  await page.getByText('60 people', { exact: true }).waitFor()
  expect(await page.getByRole('link', { name: /^Zoe/ }).count()).toBe(50)
  await page.getByRole('button', { name: 'Show more of 10 others' }).click()
  await page.getByRole('link', { name: 'Zoe 69' }).waitFor()
  expect(await page.getByRole('link', { name: /^Zoe/ }).count()).toBe(60)
  expect(await page.getByRole('button', { name: /^Show more/ }).count()).toBe(0)

  await page.getByRole('button', { name: 'Export' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  expect(await readFile(await (await saved).path(), 'utf8')).toContain('Zoe 42')
  await page.goto('/people/access-log')
  await page.getByText('People exported').waitFor()

  const luis = { name: 'Luis Mora', email: 'luis@example.com', role: 'salesperson' } as const
  const seller = await openColleague(stage, context, luis)
  await seller.page.goto('/people')
  await seller.page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  expect(await seller.page.getByRole('button', { name: 'Export' }).count()).toBe(0)
  expect([...complaints.all, ...seller.complaints.all]).toEqual([])
})
