import type { Columns } from '../customers/fields.ts'
import { type MergeField, canonical, mergeColumns, mergeFields } from './merge-fields.ts'

export type Changed = Readonly<Record<string, readonly [unknown, unknown]>>

/**
 * What taking a merge back sets on the kept entry: every field that still is what the merge made of it goes back; one
 * that somebody changed since stays and is named as a conflict, for a person to look at. Columns of a field go together.
 */
export function putBack(
  changed: Changed,
  current: Columns,
): { set: Record<string, unknown>; conflicts: MergeField[] } {
  const set: Record<string, unknown> = {}
  const conflicts: MergeField[] = []
  for (const field of mergeFields) {
    const touched = mergeColumns[field].flatMap((column) => {
      const pair = changed[column]
      return pair === undefined ? [] : [{ column, before: pair[0], after: pair[1] }]
    })
    if (touched.length === 0) continue
    if (touched.every(({ column, after }) => canonical(current[column]) === canonical(after))) {
      for (const { column, before } of touched) set[column] = before
    } else if (touched.some(({ column, before }) => canonical(current[column]) !== canonical(before))) {
      conflicts.push(field)
    }
  }
  return { set, conflicts }
}
