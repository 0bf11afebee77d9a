import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The program itself on this database, with a folder of its own and no limit of requests. */
export async function startServer(databaseUrl: string): Promise<{ url: string; child: ChildProcess }> {
  const folder = await mkdtemp(join(tmpdir(), 'relevo-bench-app-'))
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const child = spawn(process.execPath, ['src/main.ts', 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      RELEVO_DATA: folder,
      PORT: String(port),
      RELEVO_LOG: 'error',
      RELEVO_REQUESTS_PER_MINUTE: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  child.once('exit', () => void rm(folder, { recursive: true, force: true }))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the server ended before it listened')))
    child.stdout.on('data', (text: Buffer) => {
      const found = /https?:\/\/\S+/.exec(text.toString())?.[0]
      if (found !== undefined) resolve(found)
    })
  })
  return { url, child }
}

/** The cookie of a session. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, remember: false }),
  })
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** Resident memory of the server's process in megabytes. */
export async function rssOf(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
