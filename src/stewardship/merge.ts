import type { Columns } from '../customers/fields.ts'
import { foldText } from '../values/text.ts'
import {
  type MergeField,
  canonical,
  isEmpty,
  mergeColumns,
  mergeFields,
  partOf,
  sameIn,
} from './merge-fields.ts'

export type Entry = Columns & { readonly id: string }
/** For a field the entry whose value survives, or 'both' where two values can stand together (tags, note). */
export type Choice = string
export type Choices = Readonly<Partial<Record<MergeField, Choice>>>

const certainty = ['approximate', 'file', 'device', 'pinned', 'visited']
/** Fields in which two values can stand together. */
export const joinable: ReadonlySet<MergeField> = new Set<MergeField>(['tags', 'note'])

/** What a reader takes for the same: 'Café Río' and 'CAFE RIO' are worth a choice, two spellings of one list are not. */
function looksSame(a: Entry, b: Entry, field: MergeField): boolean {
  if (sameIn(a, b, field)) return true
  if (field !== 'phone') return false
  return a['phone_e164'] !== null && a['phone_e164'] === b['phone_e164']
}

/** Whether the entries hold different values in a field, so that a person should look at it. */
export function differsIn(entries: readonly Entry[], field: MergeField): boolean {
  const filled = entries.filter((entry) => !isEmpty(entry, field))
  const [first, ...others] = filled
  return first !== undefined && others.some((other) => !looksSame(first, other, field))
}

/**
 * Whose value survives when nobody chooses: the kept entry's, or where it has none the first other's; the location that
 * is known best; tags and notes of both.
 */
export function suggestedChoice(kept: Entry, others: readonly Entry[], field: MergeField): Choice {
  const filled = [kept, ...others].filter((entry) => !isEmpty(entry, field))
  const [first = kept] = filled
  if (field === 'location') {
    const rank = (entry: Entry) => certainty.indexOf(String(entry['located_by']))
    return filled.reduce((best, entry) => (rank(entry) > rank(best) ? entry : best), first).id
  }
  if (joinable.has(field) && differsIn(filled, field)) return 'both'
  return first.id
}

function joined(entries: readonly Entry[], field: MergeField): Record<string, unknown> {
  if (field === 'tags') {
    const tags = entries.flatMap((entry) => (entry['tags'] as string[] | null) ?? [])
    const first = new Map(tags.toReversed().map((tag) => [foldText(tag), tag]))
    return { tags: [...new Set(tags.map((tag) => first.get(foldText(tag))))].slice(0, 30) }
  }
  const notes = entries.map((entry) => String(entry['note'] ?? '').trim()).filter((note) => note !== '')
  return { note: [...new Set(notes)].join('\n').slice(0, 4000) }
}

/**
 * The fields of the kept entry that the merge changes, all columns of each as [before, after] (rule 1.7). `choices` name entries by id;
 * a choice of an entry that isn't among them counts as none. An entry is never its own parent.
 */
export function mergedFields(
  kept: Entry,
  others: readonly Entry[],
  choices: Choices,
): Record<string, readonly [unknown, unknown]> {
  const entries = [kept, ...others]
  const merging = new Set(entries.map((entry) => entry.id))
  const changed: Record<string, readonly [unknown, unknown]> = {}
  for (const field of mergeFields) {
    const wanted = choices[field] ?? ''
    const valid = merging.has(wanted) || (wanted === 'both' && joinable.has(field))
    const choice = valid ? wanted : suggestedChoice(kept, others, field)
    const chosen = entries.find((entry) => entry.id === choice)
    const after = chosen === undefined ? joined(entries, field) : partOf(chosen, field)
    if (field === 'parentId' && merging.has(String(after['parent_id']))) after['parent_id'] = null
    if (canonical(after) === canonical(partOf(kept, field))) continue
    for (const column of mergeColumns[field]) changed[column] = [kept[column] ?? null, after[column] ?? null]
  }
  return changed
}
