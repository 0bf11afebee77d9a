import { textAt } from './columns.ts'
import { type Gazetteer, lettersOf } from './gazetteer.ts'
import { placeKey } from './place-key.ts'

/**
 * Whether two keys differ by one slip of the keyboard: a letter missing, too many, wrong, or two exchanged.
 * Equal keys and keys under six letters do not count.
 */
export function isOneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 6 || long.length - short.length > 1 || a === b) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const exchanged =
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return exchanged || short.slice(at + 1) === long.slice(at + 1)
}

/** One slip changes at most two letters of the set. */
function differInTwoAtMost(a: number, b: number): boolean {
  const first = a ^ b
  const second = first & (first - 1)
  return (second & (second - 1)) === 0
}

/** Places of a country whose own name is one slip away, with the same first letter: 'Barcelna', 'Madird'. */
export function placesMistyped(gazetteer: Gazetteer, country: string, key: string): number[] {
  const [first = 0, last = -1] = gazetteer.spans.get(country) ?? []
  const { lengths, letters } = gazetteer.shapes
  const wanted = lettersOf(key)
  const found: number[] = []
  for (let place = first; place <= last; place++) {
    if (Math.abs((lengths[place] ?? 0) - key.length) > 1 || !differInTwoAtMost(letters[place] ?? 0, wanted))
      continue
    const known = placeKey(textAt(gazetteer.cities.names, place))
    if (known[0] === key[0] && isOneSlipApart(key, known)) found.push(place)
  }
  return found
}

/** Places of a country whose name begins with a key of five letters or more. */
export function placesBeginning(gazetteer: Gazetteer, country: string, key: string): number[] {
  const [first = 0, last = -1] = gazetteer.spans.get(country) ?? []
  const { lengths, letters } = gazetteer.shapes
  const wanted = lettersOf(key)
  const found: number[] = []
  for (let place = first; key.length >= 5 && place <= last; place++) {
    const has = letters[place] ?? 0
    if ((lengths[place] ?? 0) <= key.length || (has & wanted) >>> 0 !== wanted) continue
    if (placeKey(textAt(gazetteer.cities.names, place)).startsWith(key)) found.push(place)
  }
  return found
}
