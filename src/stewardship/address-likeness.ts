import { foldText, wordsOf } from '../values/text.ts'
import type { Outlet } from './outlet.ts'

/** The numbers of a street line, without leading zeros: 'C/ Mayor 012, 3.º' has 12 and 3. */
export function streetNumbers(street: string): string[] {
  return (foldText(street).match(/\d+/gu) ?? []).map((digits) => digits.replace(/^0+(?=\d)/u, ''))
}

/** The words of a street line longer than two letters, folded: 'C/ Mayor 12' has 'mayor'. */
export function streetWords(street: string): Set<string> {
  return new Set(wordsOf(street).filter((word) => word.length > 2 && !/^\d+$/u.test(word)))
}

/** Whether two towns are certainly not the same one: postal codes decide first, then names. */
export function otherTown(a: Outlet, b: Outlet): boolean {
  const [ourCode, theirCode] = [foldText(a.postalCode ?? ''), foldText(b.postalCode ?? '')]
  if (ourCode !== '' && ourCode === theirCode) return false
  const [ours, theirs] = [foldText(a.city ?? ''), foldText(b.city ?? '')]
  return ours !== '' && theirs !== '' && ours !== theirs
}

function isSame(a: string | null, b: string | null): boolean {
  return foldText(a ?? '') !== '' && foldText(a ?? '') === foldText(b ?? '')
}

/** Whether city or postal code are known and the same. */
export function sameTown(a: Outlet, b: Outlet): boolean {
  return !otherTown(a, b) && (isSame(a.city, b.city) || isSame(a.postalCode, b.postalCode))
}

/**
 * How two street lines compare: `same` when the house number and at least one word of the street agree in one town,
 * `other` when both are known in one town and the numbers differ, else `unknown` (rule 1.7).
 */
export function compareAddress(a: Outlet, b: Outlet): 'same' | 'other' | 'unknown' {
  const [ours, theirs] = [a.street ?? '', b.street ?? '']
  if (ours.trim() === '' || theirs.trim() === '' || !sameTown(a, b)) return 'unknown'
  const [ourNumber, theirNumber] = [streetNumbers(ours)[0], streetNumbers(theirs)[0]]
  if (ourNumber === undefined || theirNumber === undefined) {
    return foldText(ours) === foldText(theirs) ? 'same' : 'unknown'
  }
  if (ourNumber !== theirNumber) return 'other'
  const [ourWords, theirWords] = [streetWords(ours), streetWords(theirs)]
  const wordless = ourWords.size === 0 || theirWords.size === 0
  return wordless || ourWords.intersection(theirWords).size > 0 ? 'same' : 'unknown'
}
