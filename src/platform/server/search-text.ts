import { pinyin } from 'pinyin-pro'
import { foldText } from '../../values/text.ts'
import { phoneDigits } from './phones/plain-phone.ts'

const chinese = /\p{Script=Han}+/gu
const phone = /^\+?[\d\s().\-/]{6,}$/u

/** Chinese runs repeat ('有限公司'); the cache is emptied when full, so that it never grows past a few megabytes. */
const spoken = new Map<string, string>()
const spokenAtMost = 20_000

/**
 * The ways a run of Chinese is asked for: pinyin without tones ('shenzhenshi'), its initials ('szs'), and its pairs
 * of characters as words, because an index of trigrams finds nothing shorter than three letters inside a word.
 */
function waysToAsk(run: string): string {
  const known = spoken.get(run)
  if (known !== undefined) return known
  const syllables = pinyin(run, { toneType: 'none', type: 'array', v: true }).map(foldText)
  const characters = [...run]
  const pairs = characters.length < 3 ? [] : characters.slice(1).map((next, at) => `${characters[at]}${next}`)
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('')
  const ways = [syllables.join(''), ...(syllables.length > 1 ? [initials] : []), ...pairs].join(' ')
  if (spoken.size >= spokenAtMost) spoken.clear()
  spoken.set(run, ways)
  return ways
}

/**
 * What a row is found by, to be stored beside it under a pg_trgm index: its texts folded (no case, no accents),
 * Chinese also in pinyin, initials and pairs, phones as bare digits. Ask it with `foldQuery`.
 */
export function searchText(parts: readonly string[]): string {
  const found: string[] = []
  for (const part of parts) {
    const folded = foldText(part)
    if (folded === '') continue
    found.push(folded)
    if (phone.test(folded)) found.push(phoneDigits(folded))
    for (const [run] of folded.matchAll(chinese)) found.push(waysToAsk(run))
  }
  return found.join(' ')
}

/**
 * A question in the same form. Something like a phone becomes its digits without leading zeros, so that
 * '0034 91 555' and '(091) 555' both meet a number kept as +3491555….
 */
export function foldQuery(query: string): string {
  const folded = foldText(query)
  return phone.test(folded) ? phoneDigits(folded).replace(/^0+/u, '') : folded
}
