import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Transfer } from '../../src/ownership/schema/transfer.ts'
import { type Look, desktop, openWindow, phone, sidewaysOf } from './browser.ts'
import { ask } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
})
afterAll(() => stage.close())

test('a whole book goes to two people: looked at, changed by hand, done, and taken back', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  const add = async (name: string) =>
    (await ask<{ id: string }>(context.request, 'post', '/api/people', { name, roles: ['salesperson'] })).id
  const ana = await add('Ana Ruiz')
  await add('Bea Gil')
  await add('Carl Soto')
  for (let n = 1; n <= 7; n += 1)
    await ask(context.request, 'post', '/api/customers', { name: `Bar ${n}`, owner: ana, tier: 'A' })

  await page.goto(`/people/${ana}`)
  await page.getByRole('link', { name: 'Hand over the book' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hand customers over' }).waitFor()
  for (const name of ['Bea Gil', 'Carl Soto']) {
    await page.getByRole('combobox', { name: 'Add a person who takes customers' }).fill(name)
    await page.getByRole('option', { name }).click()
    await page.getByRole('button', { name: `Remove ${name}` }).waitFor()
  }
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByRole('heading', { level: 1, name: '7 customers of Ana Ruiz' }).waitFor()
  await page.getByText('7 customers of Ana Ruiz: 4 to Bea Gil and 3 to Carl Soto.').waitFor()
  await page.getByText('7 A customers would have no backup.').waitFor()

  await page.getByRole('button', { name: 'Bar 1: Bea Gil' }).click()
  await page.getByRole('menuitem', { name: 'Carl Soto' }).click()
  await page.getByText('4 to Carl Soto and 3 to Bea Gil').waitFor()
  await page.getByRole('button', { name: 'Bar 2: Carl Soto' }).click()
  await page.getByRole('menuitem', { name: 'Leave it out' }).click()
  await page.getByRole('button', { name: 'Hand 6 customers over' }).click()
  await page.getByText('Carmen Vidal handed 6 customers over').waitFor()
  await page.goto('/customers')
  await page.getByRole('row', { name: /Bar 1.*Carl Soto/ }).waitFor()
  await page.getByRole('row', { name: /Bar 2.*Ana Ruiz/ }).waitFor()

  await page.goto('/transfers')
  await page.getByRole('link', { name: '6 customers of Ana Ruiz to Bea Gil and Carl Soto' }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('Carmen Vidal took it back').waitFor()
  await page.goto('/customers')
  await page.getByRole('row', { name: /Bar 1.*Ana Ruiz/ }).waitFor()
  expect(complaints.all).toEqual([])
})

test('some of the list, from the bar below it; when the world moved on nothing happens, and one looks again', async () => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await page.goto('/customers')
  await page.getByRole('checkbox', { name: /Bar 3/ }).check()
  await page.getByRole('checkbox', { name: /Bar 4/ }).check()
  await page.getByRole('button', { name: 'Hand over…' }).click()
  await page.getByText('2 customers that you chose in the list.').waitFor()
  await page.getByRole('combobox', { name: 'Add a person who takes customers' }).fill('Bea')
  await page.getByRole('option', { name: 'Bea Gil' }).click()
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByRole('heading', { level: 1, name: '2 customers of Ana Ruiz' }).waitFor()

  const { rows } = await ask<{ rows: { id: string }[] }>(context.request, 'get', '/api/customers?q=Bar%203')
  await ask(context.request, 'post', '/api/customers/assign', {
    selection: { ids: rows.slice(0, 1).map(({ id }) => id) },
    role: 'owner',
    personId: null,
  })
  await page.getByRole('button', { name: 'Hand 2 customers over' }).click()
  await page.getByRole('alert').getByText('The owner of 1 customer changed since you looked').waitFor()
  await page.getByRole('button', { name: 'Look again' }).click()
  await page.getByRole('heading', { level: 1, name: '2 customers of 2 people' }).waitFor()
  await page.getByRole('button', { name: 'Hand 2 customers over' }).click()
  await page.getByText('Carmen Vidal handed 2 customers over').waitFor()
  expect(complaints.all.filter((text) => !text.includes('409'))).toEqual([])
})

test.each<[string, Look]>([
  ['on a phone by night, in Spanish', { size: phone, colours: 'dark', language: 'es' }],
  ['on a desktop, in Chinese', { size: desktop, colours: 'light', language: 'zh' }],
])('a preview and what was done, %s: everybody can use it, no sentence is missing', async (_, look) => {
  const { context, page, complaints } = await openWindow(stage.browser, stage.url, look)
  await signIn(context)
  const { people } = await ask<{ people: { id: string; name: string }[] }>(
    context.request,
    'get',
    '/api/people',
  )
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? ''
  const asked = (from: string, to: string, atMost: number) =>
    ask<Transfer>(context.request, 'post', '/api/transfers', {
      customers: { book: idOf(from) },
      how: 'round-robin',
      successors: [{ personId: idOf(to), atMost }],
      staysUntil: `${new Date().getFullYear() + 1}-01-01`,
    })
  const done = await asked('Ana Ruiz', 'Carl Soto', 100)
  await ask(context.request, 'post', `/api/transfers/${done.id}/commit`, { fingerprint: done.fingerprint })
  const preview = await asked('Carl Soto', 'Bea Gil', 4)
  for (const id of [preview.id, done.id]) {
    await page.goto(`/transfers/${id}`)
    await page.getByRole('table').nth(1).waitFor()
    await page.waitForLoadState('networkidle')
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([])
    expect(await sidewaysOf(page)).toBe(0)
  }
  await ask(context.request, 'post', `/api/transfers/${done.id}/undo`, {})
  expect(complaints.all).toEqual([])
})
