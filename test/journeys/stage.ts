import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright'
import { ownDatabase } from '../database.ts'
import { firstCompany } from '../first-company.ts'
import { freePort, startProgram } from '../program.ts'
import { openBrowser } from './browser.ts'

const project = join(import.meta.dirname, '../..')

export type Stage = {
  url: string
  browser: Browser
  /** Address of the database behind it. */
  database: string
  close: () => Promise<void>
}

/** The real program on a database of its own with the built web app, and a browser. `env` is added to the program's. */
export async function openStage(env: Record<string, string> = {}): Promise<Stage> {
  if (!existsSync(join(project, 'dist/web/index.html'))) {
    throw new Error('The web app is not built: run npm run build, or the journeys by npm test.')
  }
  const [database, port, folder] = await Promise.all([
    ownDatabase(),
    freePort(),
    mkdtemp(join(tmpdir(), 'journey-')),
  ])
  const program = startProgram(['serve'], {
    DATABASE_URL: database.url,
    PORT: String(port),
    RELEVO_DATA: folder,
    RELEVO_SETUP_CODE: firstCompany.setupCode,
    RELEVO_REQUESTS_PER_MINUTE: '0',
    ...env,
  })
  const url = `http://localhost:${port}`
  const [, browser] = await Promise.all([program.says(`Relevo is at ${url}`), openBrowser()])
  return {
    url,
    browser,
    database: database.url,
    close: async () => {
      await browser.close()
      program.signal('SIGTERM')
      await program.ended
      await rm(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}

/** Makes the first company past the screens; returns nothing: sign in with `signIn`. */
export async function setUpCompany(stage: Stage): Promise<void> {
  const answer = await fetch(`${stage.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(firstCompany),
  })
  if (!answer.ok) throw new Error(`set-up failed: ${await answer.text()}`)
}

/** Signs a window in past the screens. */
export async function signIn(
  context: BrowserContext,
  { email, password }: { email: string; password: string } = firstCompany.person,
): Promise<void> {
  const answer = await context.request.post('/api/sign-in', { data: { email, password } })
  if (!answer.ok()) throw new Error(`sign-in failed: ${await answer.text()}`)
}
