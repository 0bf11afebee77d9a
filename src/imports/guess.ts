import { foldText } from '../values/text.ts'
import { fitOf } from './fit.ts'
import { missingField } from './missing.ts'
import type { Field, ImportTarget } from './target.ts'

/** A column of a file: its name, and cells of the first rows. */
export type SeenColumn = { readonly header: string; readonly samples: readonly string[] }

/** Words of a column name: 'CompanyName', 'company_name' and 'COMPANY NAME' are the same. */
function headerWords(header: string): string[] {
  const apart = header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return foldText(apart).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

const empty = new Set('de del la el los las the of a an y and principal main primary 的'.split(' '))

/** The names that count because of what stands in the column. */
function headersBy({ headersFor: more }: Field, samples: readonly string[]): readonly string[] {
  if (more === undefined || samples.length === 0) return []
  return samples.every((text) => more.values.includes(text.trim().toUpperCase())) ? more.headers : []
}

/** How well a column's name says a field, 0 to 1. */
function nameScore({ header, samples }: SeenColumn, field: Field, nouns: ReadonlySet<string>): number {
  const words = headerWords(header)
  const squeezed = words.join('')
  if (squeezed === '') return 0
  const plain = words.filter((word) => !empty.has(word))
  const bare = plain.filter((word) => !nouns.has(word)).join('')
  let best = 0
  for (const known of [field.name, ...field.headers, ...headersBy(field, samples)]) {
    const name = headerWords(known).join('')
    if (name === squeezed || name === plain.join('')) return 1
    if (name === bare) best = Math.max(best, 0.9)
    const telling = /[\p{Script=Han}]/u.test(name) ? name.length >= 2 : name.length >= 4
    if (telling && squeezed.includes(name)) best = Math.max(best, 0.4 + (0.4 * name.length) / squeezed.length)
  }
  return best
}

/** Kinds whose values alone betray the field, where the column's name is unknown. */
const telling = new Set(['email', 'phone', 'country', 'point'])

function scoreOf(column: SeenColumn, field: Field, nouns: ReadonlySet<string>): number {
  const name = nameScore(column, field, nouns)
  const fit = fitOf(field, column.samples)
  // One odd value is a mistake to be mended; several say that the column is something else.
  if (fit !== null && fit < 0.5 && (name < 0.9 || column.samples.length >= 3)) return 0
  if (name > 0) return name + (fit === null ? 0 : fit * 0.05)
  return telling.has(field.kind) && fit !== null && fit >= 0.8 && column.samples.length >= 3 ? 0.42 : 0
}

export type Guess = { readonly fields: readonly (string | null)[]; readonly score: number }

/**
 * Which field each column most likely holds, null for those that none fits. Every field is given once, except that
 * parts of one text (first and last name) may come from several columns whose names say so plainly.
 */
export function guessColumns(columns: readonly SeenColumn[], target: ImportTarget): Guess {
  const nouns = new Set((target.nouns ?? []).flatMap(headerWords))
  const offers = columns
    .flatMap((column, at) =>
      target.fields.map((field, order) => ({ at, field, order, score: scoreOf(column, field, nouns) })),
    )
    .filter((offer) => offer.score >= 0.4)
    .toSorted((a, b) => b.score - a.score || a.order - b.order || a.at - b.at)
  const fields: (string | null)[] = columns.map(() => null)
  const given = new Set<string>()
  let score = 0
  for (const offer of offers) {
    const again = given.has(offer.field.name)
    if (fields[offer.at] !== null || (again && (offer.field.join === undefined || offer.score < 0.9)))
      continue
    fields[offer.at] = offer.field.name
    given.add(offer.field.name)
    score += offer.score
  }
  const missing = target.fields.filter((field) => missingField([field], given) !== undefined).length
  return { fields, score: missing === 0 ? score : score / (2 + 2 * missing) }
}

/** What a file most likely holds: the target that explains most of its columns. Null when none explains any. */
export function guessTarget(
  columns: readonly SeenColumn[],
  targets: readonly ImportTarget[],
): ImportTarget | null {
  const [best] = targets
    .map((target) => ({ target, score: guessColumns(columns, target).score }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
  return best?.target ?? null
}

/** The same for all files with the same columns, in whatever order: what a remembered mapping is filed under. */
export function sourceSignature(header: readonly string[]): string {
  return header
    .map((name) => headerWords(name).join(' '))
    .toSorted()
    .join('|')
}
