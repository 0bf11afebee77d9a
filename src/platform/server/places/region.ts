import { foldText, wordsOf } from '../../../values/text.ts'
import { textIn } from './columns.ts'
import type { Cities } from './package-cities.ts'
import { type Gazetteer, namesIn, placeNamed } from './gazetteer.ts'
import { regions } from './names/regions.ts'

/** A division of a country: its first-level code, or how the codes of its municipalities begin. */
export type Region = { readonly admin: string } | { readonly municipalities: string }

/** By country, then by name or code: what people may mean; a name can be that of a region and of a province. */
export type Regions = ReadonlyMap<string, ReadonlyMap<string, readonly Region[]>>

const ignored = new Set(
  'de del la of the provincia province provinz prov pcia state estado edo region dpto departamento county co kreis land'.split(
    ' ',
  ),
)

/** 'Provincia de Córdoba' and 'Córdoba' are one; 'Estado de México' is not the city. */
function keyOf(name: string): string {
  const words = wordsOf(foldText(name)).filter((word) => !ignored.has(word))
  return words.length === 0 ? wordsOf(name).join('') : words.join('')
}

function regionFrom(cities: Cities, kind: string, code: string, place: number | null): Region | null {
  if (kind === 'c') return { admin: code }
  if (place === null) return null
  if (kind === '1') return { admin: textIn(cities.admins, place) }
  return { municipalities: textIn(cities.municipalities, place).slice(0, Number(kind.slice(1))) }
}

export function buildRegions(gazetteer: Gazetteer): Regions {
  const built = new Map<string, Map<string, Region[]>>()
  for (const [head, names, [code = '']] of namesIn(regions)) {
    const [country = '', kind = ''] = head.split(' ')
    const region = regionFrom(gazetteer.cities, kind, code, placeNamed(gazetteer, country, code))
    if (region === null) continue
    const known = built.get(country) ?? new Map<string, Region[]>()
    built.set(country, known)
    const spellings = kind === 'c' ? [...names.split(','), code] : names.split(',')
    for (const key of new Set(spellings.map(keyOf))) known.set(key, [...(known.get(key) ?? []), region])
  }
  return built
}

/** What regions of the country a text may mean; none when it is unknown. */
export function regionsNamed(all: Regions, country: string, text: string): readonly Region[] {
  return all.get(country)?.get(keyOf(text)) ?? []
}

/** Whether a place lies in one of the regions. */
export function isIn(cities: Cities, place: number, among: readonly Region[]): boolean {
  return among.some((region) =>
    'admin' in region
      ? textIn(cities.admins, place) === region.admin
      : textIn(cities.municipalities, place).startsWith(region.municipalities),
  )
}
