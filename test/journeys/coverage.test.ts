import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { APIRequestContext } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFile } from '../files.ts'
import { startProgram } from '../program.ts'
import { desktop, openWindow, phone, sidewaysOf } from './browser.ts'
import { ask } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** Brings a file in as the command line does. */
async function bring(entity: string, ...lines: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-'))
  const env = { DATABASE_URL: stage.database, RELEVO_DATA: folder }
  const program = startProgram(['import', entity, aFile(lines.join('\n'))], env)
  if ((await program.ended) !== 0) throw new Error(program.printed())
}

/** Ana alone knows Bar Sol, Ana and Ben both know Café Luna; tier A and C; EUR 800 and 200. */
async function arrange(request: APIRequestContext): Promise<void> {
  const roles = ['salesperson']
  const { id: ana } = await ask<{ id: string }>(request, 'post', '/api/people', { name: 'Ana Ruiz', roles })
  await ask(request, 'post', '/api/people', { name: 'Ben Cano', roles })
  for (const [name, tier] of [
    ['Bar Sol', 'A'],
    ['Café Luna', 'C'],
  ]) {
    await ask(request, 'post', '/api/customers', {
      name,
      code: name?.slice(0, 3).toUpperCase(),
      tier,
      owner: ana,
    })
  }
  await bring('products', 'code,name', 'OIL,Oil')
  await bring(
    'orders',
    'code,customer,salesperson,order date',
    `1,BAR,Ana Ruiz,${daysAgo(20)}`,
    `2,CAF,Ana Ruiz,${daysAgo(30)}`,
    `3,CAF,Ben Cano,${daysAgo(10)}`,
  )
  const lines = [1, 2, 3].map((order) => `${order},OIL,1,${[800, 150, 50][order - 1]}`)
  await bring('order-lines', 'order,product,quantity,unit price', ...lines)
}

test('what hangs on one person, a backup named in place, and the figure falls', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/people/coverage')
  await page.getByRole('heading', { name: 'No customers yet' }).waitFor()
  await page.getByRole('link', { name: 'Bring your customers' }).waitFor()

  await arrange(context.request)
  await page.reload()
  await page.getByText('80% of sales are known to one person only.').waitFor()
  await page.getByText('80% of sales: one person only, nobody else named').waitFor()
  const first = page.getByRole('list', { name: 'Fix these first' }).getByRole('listitem').first()
  await first.getByText('Only Ana Ruiz knows it, and nobody else is named.').waitFor()

  await page.getByRole('button', { name: 'Name a backup for Bar Sol' }).press('Enter')
  await page.getByRole('combobox', { name: 'Backup' }).fill('ben')
  await page.getByRole('option', { name: 'Ben Cano' }).click()
  await page.getByRole('button', { name: 'Assign' }).click()
  await page.getByText('0% of sales: one person only, nobody else named').waitFor()
  await page.getByText('80% of sales: one person only, somebody else named').waitFor()
  await page.getByRole('button', { name: 'Name a sponsor for Bar Sol' }).waitFor()

  await page.getByRole('button', { name: 'Add a way to reach Café Luna' }).click()
  await page.getByLabel('Phone number').fill('no number')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText("This doesn't look like a phone number.").waitFor()
  await page.getByLabel('Phone number').fill('+34 900 100 200')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('1 customer can be reached this way now.').waitFor()

  await page.goto('/people')
  await page.getByText('80% of sales on one person').waitFor()
  await page.goto('/people/coverage')
  await page.getByRole('link', { name: 'Ana Ruiz' }).click()
  await page
    .getByText('Of the sales that Ana Ruiz serves or knows, 80% are known to Ana Ruiz only.')
    .waitFor()
  await page.getByRole('link', { name: 'Café Luna' }).click()
  await page.getByText('2 people know it.').waitFor()
  await page.getByText('Company number, since').waitFor()
  await page.getByRole('button', { name: 'Remove +34 900 100 200' }).click()
  await page.getByText('No way is known.').waitFor()
  expect(complaints.all).toEqual([])
  await context.close()
})

test.each([
  ['a desktop by day', { size: desktop, colours: 'light' }],
  ['a phone by night', { size: phone, colours: 'dark' }],
] as const)('with figures, on %s: everybody can use it', async (_name, look) => {
  const { context, page } = await openWindow(stage.browser, stage.url, look)
  await signIn(context)
  await page.goto('/people/coverage')
  await page.getByRole('list', { name: 'Fix these first' }).waitFor()
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
  expect(await sidewaysOf(page)).toBe(0)
  await context.close()
})
