import { placeKey, shortKeys } from './place-key.ts'

/** Post codes and districts that stand in the field of the city: '28001 Madrid', 'Lyon 3e', 'Paris Cedex 08', 'København K'. */
const postal =
  /^(?:[a-z]{1,2}[\s-]+)?\d[\d\s-]*\s+|\s+cedex(?:\s+\d+)?$|\s+\d+\s*(?:e|er|è|ème|eme|º|ª)?(?:\s+arr\.?)?$|\s+(?:n|s|e|w|se|sw|ne|nw|nv|sv|ø|v|k|c|ec|wc)\d*[a-z]?$/giu

/** 'Muenchen', 'Aarhus': the letters that German and Danish keyboards write for ü and å. */
function withoutDigraphs(key: string): string {
  return key.replace(/([aou])e/gu, '$1').replace(/aa/gu, 'a')
}

/** A city's field, cut into the name and what follows it after a comma or in brackets: 'Portland, OR', 'Cowes (Isle of Wight)'. */
export function cutCity(text: string): { name: string; after: string[] } {
  const [name = '', ...after] = text
    .normalize('NFKC')
    .split(/\s*[,;(（）)]\s*|\s+[-–—]\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return { name, after }
}

/** Chinese writes districts on without a gap: '臺北市信義區' begins with its city. */
function beginnings(name: string): string[] {
  const letters = [...name]
  return letters.slice(2).map((_, at) => letters.slice(0, -1 - at).join(''))
}

/** The keys that a city as written may stand under, surest first. */
export function keysOfCity(name: string): { sure: string[]; short: string[] } {
  const bare = name.replace(postal, '').trim()
  const spoken = bare === '' ? name : bare
  const sure = [placeKey(name), placeKey(spoken), withoutDigraphs(placeKey(spoken))]
  const described =
    /^(?:city of|ciudad de|town of|villa de|municipio de|stadt|ville de|comune di)\s+(.+)$/iu.exec(spoken)
  if (described?.[1] !== undefined) sure.push(placeKey(described[1]))
  const short = /^\p{Script=Han}{3,}/u.test(spoken) ? beginnings(spoken) : shortKeys(spoken)
  return { sure: [...new Set(sure)].filter((key) => key !== ''), short }
}
