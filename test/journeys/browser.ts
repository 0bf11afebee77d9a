import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright'

/** The Chromium that was named, else the system's, else Playwright's own. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['RELEVO_CHROMIUM']
  const path = [named, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate),
  )
  return await chromium.launch({
    ...(path === undefined ? {} : { executablePath: path }),
    // Chromium's sandbox doesn't work for root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
export const desktop = { viewport: { width: 1440, height: 900 } }

export type Look = {
  size?: typeof phone | typeof desktop
  language?: 'en' | 'es' | 'zh'
  colours?: 'light' | 'dark'
}

/** What went wrong in a page: thrown errors, sentences that are missing, what the content policy refused. */
export type Complaints = { all: string[] }

/** A browser window of somebody's own, with its complaints collected. English, light and desktop unless told. */
export async function openWindow(
  browser: Browser,
  url: string,
  look: Look = {},
): Promise<{ context: BrowserContext; page: Page; complaints: Complaints }> {
  const context = await browser.newContext({
    baseURL: url,
    ...(look.size ?? desktop),
    locale: { en: 'en-GB', es: 'es-ES', zh: 'zh-CN' }[look.language ?? 'en'],
    timezoneId: 'Europe/Madrid',
    colorScheme: look.colours ?? 'light',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(30_000)
  await context.addInitScript(countShifts)
  const page = await context.newPage()
  const complaints: Complaints = { all: [] }
  page.on('pageerror', (error) => complaints.all.push(error.message))
  page.on('console', (message) => {
    // The network's own lines repeat what a screen shows as its error state.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.all.push(message.text())
    }
  })
  return { context, page, complaints }
}

/** Runs in the page: adds up what jumped without anybody pressing anything. */
function countShifts(): void {
  const total = { shift: 0 }
  Object.assign(globalThis, { relevoShift: total })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!entry.hadRecentInput) total.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** The cumulative layout shift so far. */
export async function shiftOf(page: Page): Promise<number> {
  return await page.evaluate(
    () => (globalThis as unknown as { relevoShift: { shift: number } }).relevoShift.shift,
  )
}

/** How far the page can be scrolled sideways, in pixels. */
export async function sidewaysOf(page: Page): Promise<number> {
  return await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
}
