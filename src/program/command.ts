/** One command of the program. `run` prints through `io` and answers with the exit code. */
export type Command = {
  /** Words that call it, e.g. 'company create'. */
  readonly name: string
  /** One line for --help. */
  readonly says: string
  /** How it is called, for its own --help. */
  readonly usage: string
  readonly run: (args: readonly string[], io: Io) => Promise<number>
}

export type Io = {
  readonly env: Readonly<Record<string, string | undefined>>
  /** With --json: exactly one JSON value and nothing else on standard output. */
  readonly json: boolean
  /** A line for people; silent with --json. */
  say: (line: string) => void
  /** The answer: printed as JSON with --json, else as `words`. */
  answer: (value: unknown, words: string) => void
  /** Progress and problems, on standard error. */
  complain: (line: string) => void
}

/** What the person typed can't be carried out; the message says what is wrong with which word. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
