import { nameForComparing } from '../values/company-name.ts'
import { similarity } from '../values/similarity.ts'
import type { Outlet } from './outlet.ts'

/** Chinese characters, also in Japanese names. */
export const han = /\p{Script=Han}/u

/** The pairs of neighbouring characters in a text, blanks left out; of a single character the character. */
export function pairsOf(text: string): Set<string> {
  const letters = [...text.replaceAll(' ', '')]
  if (letters.length < 2) return new Set(letters)
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}

/** Shared pairs over all pairs (Dice), for scripts that write no blanks between words. */
function sharedPairs(a: string, b: string): number {
  const [ours, theirs] = [pairsOf(a), pairsOf(b)]
  if (ours.size === 0 || theirs.size === 0) return 0
  return (2 * ours.intersection(theirs).size) / (ours.size + theirs.size)
}

/** Both names hold numbers, and not the same ones: 'Store 12' and 'Store 14' are two stores however alike they read. */
function numberedApart(a: string, b: string): boolean {
  const [ours, theirs] = [a.match(/\d+/gu) ?? [], b.match(/\d+/gu) ?? []]
  if (ours.length === 0 || theirs.length === 0) return false
  return ours.toSorted().join(' ') !== theirs.toSorted().join(' ')
}

/** How alike two names are, 0 to 1; 1 when only case, accents, punctuation or legal form differ (rule 1.7). */
export function nameLikeness(a: string, b: string): number {
  const [ours, theirs] = [nameForComparing(a), nameForComparing(b)]
  if (ours === '' || theirs === '') return 0
  if (ours === theirs) return 1
  const alike = han.test(ours) || han.test(theirs) ? sharedPairs(ours, theirs) : similarity(ours, theirs)
  const joined = ours.replaceAll(' ', '') === theirs.replaceAll(' ', '') ? 0.95 : alike
  return numberedApart(ours, theirs) ? Math.min(joined, 0.5) : Math.min(joined, 0.99)
}

function namesOf(outlet: Outlet): string[] {
  return [outlet.name, outlet.legalName ?? ''].filter((name) => name !== '')
}

/** The best likeness among trade and legal names: a shop may stand under its sign here and its company there. */
export function bestNameLikeness(a: Outlet, b: Outlet): number {
  let best = 0
  for (const ours of namesOf(a))
    for (const theirs of namesOf(b)) best = Math.max(best, nameLikeness(ours, theirs))
  return best
}
