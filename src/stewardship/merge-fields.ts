import { columnsOf, type Columns } from '../customers/fields.ts'

const { code: _code, ...profile } = columnsOf

/**
 * What a merge chooses between, and in which columns it is kept. The code isn't among it: the kept entry keeps its own,
 * and the others' codes go on finding it.
 */
export const mergeColumns = {
  ...profile,
  tier: ['tier', 'tier_reason', 'tier_by', 'tier_shift', 'tier_shift_reason'],
} as const
export type MergeField = keyof typeof mergeColumns
export const mergeFields = Object.keys(mergeColumns) as MergeField[]

/** The columns of one field, out of a row. */
export function partOf(row: Columns, field: MergeField): Record<string, unknown> {
  return Object.fromEntries(mergeColumns[field].map((column) => [column, row[column] ?? null]))
}

/** Whether a field holds nothing. */
export function isEmpty(row: Columns, field: MergeField): boolean {
  const value = row[mergeColumns[field][0]] ?? null
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** A value as JSON with the names in order, so that equal values read the same. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`
}

/** Whether two rows hold the same in a field. */
export function sameIn(a: Columns, b: Columns, field: MergeField): boolean {
  return canonical(partOf(a, field)) === canonical(partOf(b, field))
}
