import { type Needles, mentions, mentionsIn } from './needles.ts'

export type HistoryFields = Readonly<Record<string, readonly [unknown, unknown]>>

/**
 * A history entry without the values that speak of the person: which field changed and when stays, what it held does
 * not (rule 10.3). Null when nothing has to go. `all`: the entry is about the person, so every value goes.
 */
export function blankFields(fields: HistoryFields, needles: Needles, all: boolean): HistoryFields | null {
  let blanked = false
  const left = Object.entries(fields).map(([column, pair]) => {
    const empty = pair.every((value) => value === null)
    if (empty || !(all || mentionsIn(pair, needles))) return [column, pair] as const
    blanked = true
    return [column, [null, null]] as const
  })
  return blanked ? Object.fromEntries(left) : null
}

/** A note without the lines that speak of the person; null when none does. An empty text means that nothing is left. */
export function withoutMentions(note: string, needles: Needles): string | null {
  const lines = note.split('\n')
  const left = lines.filter((line) => !mentions(line, needles))
  return left.length === lines.length ? null : left.join('\n').trim()
}

/** What is left of a name on the record of an answered request: 'Ana García López' is 'A. G. L.'. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
  return words.map((word) => `${[...word][0]?.toUpperCase() ?? ''}.`).join(' ')
}
