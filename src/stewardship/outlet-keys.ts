import { nameForComparing } from '../values/company-name.ts'
import { foldText } from '../values/text.ts'
import { streetNumbers, streetWords } from './address-likeness.ts'
import { han, pairsOf } from './name-likeness.ts'
import { type Outlet, taxIdForComparing } from './outlet.ts'

/** Something that two entries of one outlet share, as a rule: what candidates are looked up by (rule 1.7). */
export type OutletKey = {
  readonly kind: 'phone' | 'tax' | 'name' | 'word' | 'address' | 'cell'
  readonly key: string
}

/** The side of a cell in metres: some 0.0027 degrees of latitude. */
const cellMetres = 300
const metresOfDegree = 111_195
/** Distances up to 150 m count: half of it on either side, and a little for the cells' uneven width. */
const reachMetres = 90
const mostVague = 150
const mostWords = 6

/** Names without blanks are cut in pairs; of other words the beginning counts, because their ends are mistyped and inflected. */
function piecesOf(name: string): string[] {
  const pieces = new Set<string>()
  for (const word of name.split(' ')) {
    if (han.test(word)) for (const pair of pairsOf(word)) pieces.add(pair)
    else if (word.length > 1) pieces.add(word.slice(0, 5))
  }
  return [...pieces].toSorted((a, b) => b.length - a.length).slice(0, mostWords * (han.test(name) ? 2 : 1))
}

/** Every cell that the circle of what counts as near may touch; two outlets within 150 m share one at least. */
function cellsOf(place: NonNullable<Outlet['place']>): string[] {
  const vague = place.accuracyMetres ?? 0
  if (place.approximate || vague > mostVague) return []
  const reach = reachMetres + vague
  const rows = around(place.latitude * metresOfDegree, reach)
  // Cells are as many degrees wide everywhere in a band of one degree of latitude, so that neighbours agree on them.
  const cells: string[] = []
  for (const row of rows) {
    const band = Math.floor((row * cellMetres) / metresOfDegree)
    const shrink = Math.max(0.01, Math.cos((band * Math.PI) / 180))
    for (const column of around(place.longitude * metresOfDegree * shrink, reach))
      cells.push(`${row}:${column}`)
  }
  return cells
}

function around(metres: number, reach: number): number[] {
  const [first, last] = [Math.floor((metres - reach) / cellMetres), Math.floor((metres + reach) / cellMetres)]
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}

/** House number and one word of the street each. */
function doorsOf(street: string): string[] {
  const [number] = streetNumbers(street)
  return number === undefined ? [] : [...streetWords(street)].slice(0, 4).map((word) => `${number} ${word}`)
}

/** What an outlet is looked up by. Two outlets that `compareOutlets` finds likely share a key at least. */
export function outletKeys(outlet: Outlet): OutletKey[] {
  const names = [outlet.name, outlet.legalName ?? ''].map(nameForComparing).filter((name) => name !== '')
  const towns = [outlet.city ?? '', outlet.postalCode ?? ''].map(foldText).filter((town) => town !== '')
  const tax = taxIdForComparing(outlet.taxId)
  const inTown = (what: string) => towns.map((town) => `${what} ${town}`)
  const found: Record<OutletKey['kind'], readonly string[]> = {
    phone: outlet.phones,
    tax: tax === '' ? [] : [tax],
    name: names.map((name) => name.replaceAll(' ', '')),
    word: names.flatMap(piecesOf).flatMap(inTown),
    address: doorsOf(outlet.street ?? '').flatMap(inTown),
    cell: outlet.place === null ? [] : cellsOf(outlet.place),
  }
  return (Object.keys(found) as OutletKey['kind'][]).flatMap((kind) =>
    [...new Set(found[kind])].map((key) => ({ kind, key })),
  )
}
