import type { Column, ImportOptions } from './options.ts'
import { type FieldChanges, type ImportTarget, type Value, type Values, keptBy } from './target.ts'

/** Whether two kept values are the same; lists compare by their members, in any order. */
export function sameValue(a: Value, b: Value): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  return a.length === b.length && JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted())
}

function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/**
 * What a row changes in the record it means: old and new by kept value (rule 1.6). A column either fills what is empty
 * or puts its value in place of another; an empty cell says nothing, unless the options say that it empties.
 */
export function changesOf(
  existing: Values,
  row: Values,
  columns: readonly Column[],
  options: Pick<ImportOptions, 'emptyCells'>,
  target: ImportTarget,
): FieldChanges {
  const changes: Record<string, readonly [Value, Value]> = {}
  for (const field of target.fields) {
    const column = columns.find((one) => one.field === field.name)
    if (column === undefined) continue
    const kept = keptBy(field)
    const filled = kept.some((name) => !isEmpty(existing[name]))
    if (column.rule === 'fill' && filled) continue
    const says = kept.some((name) => !isEmpty(row[name]))
    const clears = options.emptyCells === 'clear' && column.rule === 'overwrite' && field.required !== true
    if (!says && !clears) continue
    for (const name of kept) {
      const [old, wanted] = [existing[name] ?? null, row[name] ?? null]
      if (!sameValue(old, wanted)) changes[name] = [old, wanted]
    }
  }
  return changes
}

/** The changes taken back. */
export function reversed(changes: FieldChanges): FieldChanges {
  return Object.fromEntries(Object.entries(changes).map(([name, [old, now]]) => [name, [now, old] as const]))
}

/** The new values alone. */
export function newValues(changes: FieldChanges): Record<string, Value> {
  return Object.fromEntries(Object.entries(changes).map(([name, [, now]]) => [name, now]))
}

/** Whether a record still has the new values, so that taking the changes back loses nobody's later work. */
export function stillHas(existing: Values, changes: FieldChanges): boolean {
  return Object.entries(changes).every(([name, [, now]]) => sameValue(existing[name] ?? null, now))
}
