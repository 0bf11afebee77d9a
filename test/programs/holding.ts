import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Line = { readonly url?: string; readonly work?: string; readonly error?: string }

/** A started test/programs/hold.ts. */
export type Holding = {
  readonly child: ChildProcess
  /** Its next line of output; null when it has ended. */
  line(): Promise<Line | null>
  /** Ends its input and waits for it. */
  leave(): Promise<void>
  /** kill -9, and waits for its end. */
  kill(): Promise<void>
}

/** Starts it in a process group of its own, by way of `prefix` (such as setpriv …) where given. */
export function startHolding(folder: string, prefix: readonly string[] = []): Holding {
  const program = join(import.meta.dirname, 'hold.ts')
  const [first = '', ...rest] = [...prefix, process.execPath, program, folder]
  const child = spawn(first, rest, { detached: true, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    async line() {
      const { value, done } = await lines.next()
      return done === true ? null : (JSON.parse(value) as Line)
    },
    async leave() {
      child.stdin.end()
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
