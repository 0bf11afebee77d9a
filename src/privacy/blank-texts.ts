import { withoutMentions } from './blank.ts'
import { type FreeTextTable, blanked, required } from './free-texts.ts'
import type { Needles } from './needles.ts'

/** The free texts of a row by column; null where nothing was written. */
export type Texts = Readonly<Record<string, string | null>>

/**
 * The texts of a row that have to be rewritten, and how: without the lines that speak of the person, or without any when
 * the customer itself is erased (`all`). Null when none has to.
 */
export function blankTexts(table: FreeTextTable, texts: Texts, needles: Needles, all: boolean): Texts | null {
  const set = Object.entries(texts).flatMap(([column, text]) => {
    const left = text === null ? null : all ? '' : withoutMentions(text, needles)
    if (left === null) return []
    const empty = required.includes(`${table}.${column}`) ? blanked : null
    return [[column, left === '' ? empty : left] as const]
  })
  return set.length === 0 ? null : Object.fromEntries(set)
}
