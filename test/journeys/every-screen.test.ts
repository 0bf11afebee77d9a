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

/**
 * Two windows of one look, one signed in and one not, in which every screen is opened from anew: each load is the page's
 * own, only the program's files are there already.
 */
function windowsOf(look: Look) {
  type Window = Awaited<ReturnType<typeof openWindow>>
  let windows: { inside: Window; outside: Window }
  beforeAll(async () => {
    const [inside, outside] = [
      await openWindow(stage.browser, stage.url, look),
      await openWindow(stage.browser, stage.url, look),
    ]
    await inside.context.addCookies(cookies)
    windows = { inside, outside }
  })
  afterAll(async () => {
    await windows.inside.context.close()
    await windows.outside.context.close()
  })
  return async (screen: Screen) => {
    const window = screen.outside === true ? windows.outside : windows.inside
    // What the screen before said last is its own.
    await window.page.goto('about:blank')
    window.complaints.all.length = 0
    await window.page.goto(screen.path)
    if ((look.language ?? 'en') === 'en')
      await window.page.getByRole('heading', { name: screen.heading }).first().waitFor()
    else await window.page.getByRole('heading').first().waitFor()
    await window.page.waitForLoadState('networkidle')
    return window
  }
}

/** The languages are looked at where they are hardest: long words on a desktop by day, Chinese on a phone by night. */
const looks: readonly [string, Look & { language: 'es' | 'zh' }][] = [
  ['a desktop by day, in Spanish', { size: desktop, colours: 'light', language: 'es' }],
  ['a phone by night, in Chinese', { size: phone, colours: 'dark', language: 'zh' }],
]

describe.each(looks)('on %s', (_name, look) => {
  const open = windowsOf(look)
  test.each(screens)('$name: everybody can use it, and nothing jumps or sticks out', async (screen) => {
    const { page, complaints } = await open(screen)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
    expect(await sidewaysOf(page)).toBe(0)
    expect(await shiftOf(page)).toBeLessThan(0.01)
    expect(await page.locator('html').getAttribute('lang')).toBe(look.language)
    // A sentence that is missing complains.
    expect(complaints.all).toEqual([])
  })
})

describe('in English at 200 %', () => {
  const open = windowsOf({ size: { viewport: { width: 720, height: 450 } } as never })
  test.each(screens)('$name: it is the one, and nothing sticks out', async (screen) => {
    const { page, complaints } = await open(screen)
    expect(await sidewaysOf(page)).toBe(0)
    expect(complaints.all).toEqual([])
  })
})
