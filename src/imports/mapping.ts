import { type Refusal, refuse } from '../values/refusal.ts'
import { possibleKeys } from './keys.ts'
import type { Column, ImportOptions } from './options.ts'
import { missingField } from './missing.ts'
import type { ImportTarget } from './target.ts'

const no = (code: string, field: string) =>
  refuse(`invalid-mapping-${code}`, { rule: '1.6', facts: { field } })

/** Why a mapping can't be used, naming the field; null when it can. `width`: columns of the file. */
export function mappingProblem(
  target: ImportTarget,
  columns: readonly Column[],
  options: ImportOptions,
  width: number,
): Refusal | null {
  const given = new Map<string, number>()
  for (const column of columns) {
    if (column.at >= width) return no('no-such-column', String(column.at + 1))
    if (column.field === null) continue
    if (!target.fields.some((field) => field.name === column.field)) return no('unknown-field', column.field)
    given.set(column.field, (given.get(column.field) ?? 0) + 1)
  }
  if (given.size === 0) return no('nothing-mapped', '')
  const twice = target.fields.find((field) => field.join === undefined && (given.get(field.name) ?? 0) > 1)
  if (twice !== undefined) return no('field-twice', twice.name)
  const missing = missingField(target.fields, given)
  if (missing !== undefined && options.mode !== 'update') return no('required', missing.name)
  const possible = new Set(possibleKeys(target, new Set(given.keys())).map((key) => key.name))
  const useless = options.keys.find((key) => !possible.has(key))
  if (useless !== undefined) return no('key', useless)
  return options.keys.length === 0 && options.mode !== 'create' ? no('no-key', '') : null
}
