import { wordsOf } from '../values/text.ts'
import { type Refusal, refuse } from '../values/refusal.ts'
import { wholeCustomer } from './ledger.ts'

/** A line of business that may have responsible people of its own (rule 2.2). The code stands in the ledger and stays. */
export type BusinessLine = { readonly code: string; readonly name: string }
/** A line as it is wanted: without a code it is a new one. */
export type WantedLine = { readonly code?: string | undefined; readonly name: string }

export const mostLines = 20

/** The company's lines; none where nothing is kept. With fewer than two every customer is one whole. */
export function linesFrom(kept: unknown): BusinessLine[] {
  return Array.isArray(kept) ? (kept as BusinessLine[]) : []
}

/**
 * The lines as they are to be kept, new ones with a code made of their name. Refused when two are called the same, one that
 * isn't there is renamed, or one goes that the ledger speaks of (`used`): the past has to stay readable.
 */
export function linesToKeep(
  before: readonly BusinessLine[],
  wanted: readonly WantedLine[],
  used: readonly string[],
): BusinessLine[] | Refusal<'invalid-line-twice' | 'no-such-line' | 'line-in-use'> {
  const codes = new Set(before.map(({ code }) => code))
  const kept = new Set(wanted.flatMap(({ code }) => (code === undefined ? [] : [code])))
  if ([...kept].some((code) => !codes.has(code))) return refuse('no-such-line', { rule: '2.2' })
  const gone = before.find(({ code }) => used.includes(code) && !kept.has(code))
  if (gone !== undefined) return refuse('line-in-use', { rule: '2.1', facts: { name: gone.name } })
  const names = new Set(wanted.map(({ name }) => wordsOf(name).join(' ')))
  const coded = wanted.filter(({ code }) => code !== undefined)
  if (names.size < wanted.length || kept.size < coded.length) return refuse('invalid-line-twice')
  const taken = new Set([wholeCustomer, ...codes, ...used])
  return wanted.map(({ code, name }) => {
    const known = code ?? codeFor(name, taken)
    taken.add(known)
    return { code: known, name }
  })
}

/** Readable in an export and on the command line; never one that was another line's. */
function codeFor(name: string, taken: ReadonlySet<string>): string {
  const plain = [...wordsOf(name).join('-')].slice(0, 30).join('') || 'line'
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? plain : `${plain}-${number}`
    if (!taken.has(code)) return code
  }
}
