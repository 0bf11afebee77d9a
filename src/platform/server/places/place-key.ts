import { wordsOf } from '../../../values/text.ts'

/** Words that files shorten, each way to one spelling. */
const spellings: Readonly<Record<string, string>> = {
  saint: 'st',
  sankt: 'st',
  skt: 'st',
  sainte: 'ste',
  sta: 'santa',
  sto: 'santo',
  mount: 'mt',
  fort: 'ft',
  cd: 'ciudad',
  vva: 'villanueva',
  pto: 'puerto',
  gral: 'general',
  cnel: 'coronel',
  cte: 'comandante',
  alm: 'almirante',
  dr: 'doctor',
  pdte: 'presidente',
  pte: 'presidente',
  hda: 'hacienda',
  fco: 'francisco',
  sn: 'san',
  ntra: 'nuestra',
  sra: 'senora',
}

/** Words that join the parts of a name, and what stands before them names the place as well. */
const joining = new Set(
  `de del la las los el do da dos das d di della delle del dell nell am an im in bei der dem ob vor zur sur sous en les lez
  upon on under by the and y e nad na pod van aan den ter op zee le au aux ved i`.split(/\s+/u),
)

/** Words that say what a place is and may be missing. */
const describing = new Set(
  'city town municipality municipio ciudad villa si gun gu shi xian qu stadt ville comune cedex'.split(' '),
)

/** Words of a name in one spelling each; an apostrophe divides no word ("Xi’an"), except the article of "L’Aquila". */
export function placeWords(name: string): string[] {
  const open = name.replace(/\b([dl]|dell|nell|all)['’`´]/giu, '$1 ').replace(/['’`´ʻ‘]/gu, '')
  return wordsOf(open).map((word) => spellings[word] ?? word)
}

/** Most names are one plain word, and need none of the rest. */
const plainWord = /^[A-Za-z]+$/u

/** What a name is found by: folded, spelled one way, without blanks. "St. John's" and 'Saint Johns' are 'stjohns'. */
export function placeKey(name: string): string {
  if (plainWord.test(name)) return spellings[name.toLowerCase()] ?? name.toLowerCase()
  return placeWords(name).join('')
}

/** Every full name in a text such as 'Donostia / San Sebastián' or 'Biel/Bienne'. */
export function fullNames(name: string): string[] {
  if (!name.includes('/')) return [name]
  return [name, ...name.split('/')].map((part) => part.trim()).filter((part) => part !== '')
}

/**
 * Shorter keys that may mean the place: what stands before a joining word or bracket ('Frankfurt' of 'Frankfurt am
 * Main'), the name without joining words ('reggioemilia') and without describing ones ('quezon').
 */
export function shortKeys(name: string): string[] {
  if (plainWord.test(name)) return []
  const [bare = ''] = name.split('(')
  const words = placeWords(bare)
  const joined = words.findIndex((word, at) => at > 0 && joining.has(word))
  const found = new Set<string>()
  if (joined > 0) found.add(words.slice(0, joined).join(''))
  found.add(words.filter((word) => !joining.has(word)).join(''))
  found.add(words.filter((word) => !describing.has(word)).join(''))
  found.add(words.join(''))
  found.delete(placeKey(name))
  return [...found].filter((key) => key.length >= 3)
}
