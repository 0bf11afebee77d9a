/** Letters and digits, as pg_trgm sees words in a UTF-8 database. */
const word = /[\p{Alphabetic}\p{N}]+/gu

/**
 * The trigrams of a text by the definition of PostgreSQL's pg_trgm: every word in lower case, two blanks before
 * it and one after; each trigram once. https://www.postgresql.org/docs/current/pgtrgm.html
 */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const [plain] of text.toLowerCase().matchAll(word)) {
    const letters = [' ', ' ', ...plain, ' ']
    for (let at = 0; at + 2 < letters.length; at++) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}

/** Shared trigrams over all trigrams, 0 to 1: what `similarity(a, b)` of pg_trgm answers. */
export function similarity(a: string, b: string): number {
  const [ours, theirs] = [trigramsOf(a), trigramsOf(b)]
  if (ours.size === 0 || theirs.size === 0) return 0
  const shared = ours.intersection(theirs).size
  return shared / (ours.size + theirs.size - shared)
}
