import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const project = join(import.meta.dirname, '..')

export type Program = {
  /** What it has printed so far, both streams. */
  printed: () => string
  /** Resolves with its exit code. */
  ended: Promise<number | null>
  /** Resolves when it has printed this; rejects when it ends before. */
  says: (words: string) => Promise<void>
  signal: (name: NodeJS.Signals) => void
}

/** Starts `relevo <words>` as it runs outside tests; nothing of the environment but what a program needs. */
export function startProgram(words: readonly string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, ['src/main.ts', ...words], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], RELEVO_LOG: 'error', ...env },
  })
  let printed = ''
  const listeners = new Set<() => void>()
  const hear = (data: Buffer) => {
    printed += data.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const ended = whenItEnds(child)
  return {
    printed: () => printed,
    ended,
    signal: (name) => void child.kill(name),
    says: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!printed.includes(wanted)) return
          listeners.delete(look)
          resolve()
        }
        listeners.add(look)
        void ended.then(() => reject(new Error(`it ended without saying "${wanted}": ${printed}`)))
        look()
      }),
  }
}

function whenItEnds(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code))
  })
}

/** A port that nobody has at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
