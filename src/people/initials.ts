/** Up to two letters that stand for a name: first and last word, or the last two characters of a Chinese name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word))
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return '?'
  if (/\p{Script=Han}/u.test(first)) return [...words.join('')].slice(-2).join('')
  const letters = words.length === 1 ? [first] : [first, last]
  return letters.map((word) => /\p{L}/u.exec(word)?.[0]?.toUpperCase() ?? '').join('')
}
