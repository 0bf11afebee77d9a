import { type Facts, kindsByName } from './kinds.ts'

export type Notice = {
  readonly kind: string
  readonly aboutId: string
  readonly facts: Facts
  /** By fact: how what it stands for is called; null when it is gone or not open to the reader. */
  readonly names: Readonly<Record<string, string | null>>
}

type Write = {
  /** Writes a calendar day in the reader's language. */
  readonly day: (day: string) => string
  /** A word for somebody, or a customer, whose name isn't known. */
  readonly nameless: (fact: string) => string
}

/** The sentence of a notice: its key below `kinds` and what is put in. */
export function phraseOf(
  { kind, facts, names }: Notice,
  write: Write,
): { key: string; values: Record<string, string | number> } {
  const known = kindsByName[kind]
  if (known === undefined) return { key: 'unknown', values: {} }
  const values: Record<string, string | number> = { ...facts }
  for (const [fact, what] of Object.entries(known.names)) {
    values[fact] = names[fact] ?? write.nameless(facts[fact] === undefined ? 'program' : what)
  }
  for (const fact of known.days ?? []) {
    const day = facts[fact]
    if (typeof day === 'string') values[fact] = write.day(day)
  }
  return { key: known.form === undefined ? kind : `${kind}.${known.form(facts)}`, values }
}

/** Where a notice leads, as a path of the app; null when there is nothing to open. */
export function linkOf({ kind, facts, aboutId }: Pick<Notice, 'kind' | 'facts' | 'aboutId'>): string | null {
  return kindsByName[kind]?.link(facts, aboutId) ?? null
}
