import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Look, desktop, openWindow, phone, shiftOf, sidewaysOf } from './browser.ts'
import { type Screen, screens } from './screens.ts'
import { type Stage, openStage, setUpCompany, signIn } from './stage.ts'

let stage: Stage
/** One signing-in for all windows. */
let cookies: Awaited<ReturnType<BrowserContext['cookies']>>
beforeAll(async () => {
  stage = await openStage()
  await setUpCompany(stage)
  const { context } = await openWindow(stage.browser, stage.url)
  await signIn(context)
  cookies = await context.cookies()
  await context.close()
})
afterAll(() => stage.close())

async function open(screen: Screen, look: Look) {
  const window = await openWindow(stage.browser, stage.url, look)
  if (screen.outside !== true) await window.context.addCookies(cookies)
  await window.page.goto(screen.path)
  const heading = window.page.getByRole('heading').first()
  if ((look.language ?? 'en') === 'en') {
    await window.page.getByRole('heading', { name: screen.heading }).first().waitFor()
  } else await heading.waitFor()
  await window.page.waitForLoadState('networkidle')
  return window
}

const looks: readonly [string, Look][] = [
  ['a desktop by day', { size: desktop, colours: 'light' }],
  ['a phone by night', { size: phone, colours: 'dark' }],
]

describe.each(looks)('on %s', (_name, look) => {
  test.each(screens)('$name: everybody can use it, and nothing jumps or sticks out', async (screen) => {
    const { context, page, complaints } = await open(screen, look)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
    expect(await sidewaysOf(page)).toBe(0)
    expect(await shiftOf(page)).toBeLessThan(0.01)
    expect(complaints.all).toEqual([])
    await context.close()
  })
})

describe.each(['es', 'zh'] as const)('in %s', (language) => {
  test.each(screens)('$name: no sentence is missing', async (screen) => {
    const { context, page, complaints } = await open(screen, { language })
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(complaints.all).toEqual([])
    await context.close()
  })
})

test.each(screens)('$name at 200 %: nothing sticks out', async (screen) => {
  const { context, page } = await open(screen, { size: { viewport: { width: 720, height: 450 } } as never })
  expect(await sidewaysOf(page)).toBe(0)
  await context.close()
})
