/** What to do with a field of an edit: nothing, save `value`, or show both values to a person (rule 9.3). */
export type FieldMerge =
  | { readonly outcome: 'same' }
  | { readonly outcome: 'apply'; readonly value: unknown }
  | { readonly outcome: 'conflict' }

/**
 * Merges an edit that was made on `from` with what the register holds now: the same as `from` saves, the same as `to` is
 * done already, anything else is a conflict. Lists of words (tags) never conflict: what the edit added is added and what
 * it took away is taken away.
 */
export function mergeField(current: unknown, from: unknown, to: unknown): FieldMerge {
  if (sameValue(current, to)) return { outcome: 'same' }
  if (isWords(current) && isWords(from ?? []) && isWords(to)) {
    const value = mergedWords(current, (from ?? []) as readonly string[], to)
    return sameValue(current, value) ? { outcome: 'same' } : { outcome: 'apply', value }
  }
  return sameValue(current, from) ? { outcome: 'apply', value: to } : { outcome: 'conflict' }
}

function mergedWords(current: readonly string[], from: readonly string[], to: readonly string[]): string[] {
  const kept = current.filter((word) => to.includes(word) || !from.includes(word))
  return [...kept, ...to.filter((word) => !from.includes(word) && !kept.includes(word))]
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

/** Whether two JSON values say the same: nothing, null and the empty text are one; the order of keys doesn't count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (saysNothing(a) || saysNothing(b)) return saysNothing(a) && saysNothing(b)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => sameValue(Reflect.get(a, key), Reflect.get(b, key)))
}

function saysNothing(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
