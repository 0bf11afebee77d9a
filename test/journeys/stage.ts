import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright'
import { ownDatabase } from '../database.ts'
import { firstCompany } from '../first-company.ts'
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
  const program = spawn(process.execPath, ['src/main.ts', 'serve'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      PORT: String(port),
      RELEVO_DATA: folder,
      RELEVO_LOG: 'error',
      RELEVO_SETUP_CODE: firstCompany.setupCode,
      RELEVO_REQUESTS_PER_MINUTE: '0',
      ...env,
    },
  })
  const url = `http://localhost:${port}`
  const [, browser] = await Promise.all([whenItAnswers(program, url), openBrowser()])
  return {
    url,
    browser,
    database: database.url,
    close: async () => {
      await browser.close()
      await ended(program)
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

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** Resolves when the program says its address; rejects with what it printed when it ends before. */
async function whenItAnswers(program: ChildProcess, url: string): Promise<void> {
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      printed += data.toString()
      if (printed.includes(`Relevo is at ${url}`)) resolve()
    }
    program.stdout?.on('data', hear)
    program.stderr?.on('data', hear)
    program.once('exit', () => reject(new Error(`the program ended: ${printed}`)))
  })
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null) return
  await new Promise<void>((resolve) => {
    program.once('exit', () => resolve())
    program.kill('SIGTERM')
  })
}
