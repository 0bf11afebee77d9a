import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

/** What a program of PostgreSQL said and how it ended. `code` is null when a signal ended it. */
export type Outcome = { readonly code: number | null; readonly said: string }

/**
 * Runs one program to its end under the account PostgreSQL uses. Only a program that can't be started at all throws.
 * It sees neither our own settings and secrets nor PG… variables, which would overrule its files.
 */
export function run(
  account: Account,
  program: string,
  args: readonly string[],
  options: { cwd: string; data?: string; input?: string },
): Promise<Outcome> {
  const [first = program, ...rest] = [...account.prefix, program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, {
      cwd: options.cwd,
      env: { ...plainEnvironment(), ...(options.data === undefined ? {} : { PGDATA: options.data }) },
      ...account.ids,
      windowsHide: true,
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
    // A program that ends before it has read its input is told of by its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
  })
}

function plainEnvironment(): Record<string, string | undefined> {
  const ours = /^(PG|LC_|LANG|RELEVO_|DATABASE_URL)/
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name))),
    LC_ALL: 'C',
  }
}
