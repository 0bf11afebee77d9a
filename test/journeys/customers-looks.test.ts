import { randomUUID } from 'node:crypto'
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { desktop, openWindow, phone, sidewaysOf } from './browser.ts'
import { ask } from './colleague.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
const id = randomUUID()
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  const { context } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  await ask(context.request, 'post', '/api/customers', {
    id,
    name: 'Distribuciones y Ultramarinos Hijos de Bartolomé Fernández-Villaverde e Iturralde',
    tier: 'A',
    street: 'Calle de la Constitución de Cádiz, 128',
    city: 'Castellón de la Plana',
    phone: '961 263 092',
    tags: ['terraza'],
    location: { latitude: 39.98, longitude: -0.05, accuracyM: 8, locatedBy: 'pinned' },
    contacts: [{ name: 'Sergio Ferrer', parts: ['buys'], phone: '610 313 316', inCharge: true }],
  })
  await context.close()
})
afterAll(() => stage.close())

const looks = [
  { size: desktop, colours: 'light', language: 'es' },
  { size: desktop, colours: 'dark', language: 'zh' },
  { size: phone, colours: 'light', language: 'zh' },
  { size: phone, colours: 'dark', language: 'es' },
] as const
const addresses = ['/customers', `/customers/${id}`, '/customers/new', `/customers/${id}?edit=phone`]

describe.each(looks)('$language $colours $size.viewport.width', (look) => {
  test('nothing that axe knows is in anybody’s way, and nothing moves sideways', async () => {
    const { context, page, complaints } = await openWindow(stage.browser, stage.url, look)
    await signIn(context)
    for (const address of addresses) {
      await page.goto(address)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(({ id: rule, nodes }) => [
        address,
        rule,
        nodes.map(({ html }) => html.slice(0, 160)),
      ])
      expect(found).toEqual([])
      expect([address, await sidewaysOf(page)]).toEqual([address, expect.toSatisfy((x) => Number(x) <= 0)])
    }
    expect(complaints.all).toEqual([])
    await context.close()
  })
})
