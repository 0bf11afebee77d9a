/** Letters that Unicode does not take apart, as people type them without the mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ſ: 's',
  ĸ: 'k',
}
const plainLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu')

/** Accents of European letters, Hebrew points and Arabic vowel marks; not the vowels of Thai, Hindi or kana. */
const marks = new RegExp(
  [
    '[\\u0300-\\u036F',
    '\\u0591-\\u05C7',
    '\\u064B-\\u065F\\u0670',
    '\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]',
  ].join(''),
  'gu',
)

/**
 * Text for comparing and searching: lower case, without accents, full-width forms as plain ones, runs of
 * white space as one blank. 'Ｃafé  ÅRHUS' is 'cafe arhus'. Folding twice changes nothing.
 */
export function foldText(text: string): string {
  if (/^[\x20-\x7E]*$/u.test(text)) return text.toLowerCase().replace(/ +/gu, ' ').trim()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(plainLetter, (letter) => plainLetters[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The words of a text: folded runs of letters and digits. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
