import type { Field, ImportTarget, MatchKey, Values } from './target.ts'

function part(values: Values, field: string, target: ImportTarget, how: MatchKey['compare']): string | null {
  const kind = target.fields.find((one: Field) => one.name === field)?.kind
  const value = values[kind === 'phone' ? `${field}_e164` : field] ?? null
  if (value === null || value === '' || typeof value === 'object') return null
  const text = String(value)
  if (how === 'lower') return text.toLowerCase()
  return how === 'alphanumeric' ? alphanumeric(text) || null : text
}

/** Letters and digits in capitals: 'ES-B12.345.678' and 'esb12345678' are one tax id. */
export function alphanumeric(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The parts of a match key as a row fills them, made comparable; null when one is missing. */
export function keyParts(key: MatchKey, values: Values, target: ImportTarget): readonly string[] | null {
  const parts = key.fields.map((field) => part(values, field, target, key.compare))
  return parts.every((one) => one !== null) ? parts : null
}

/** A value as keys that people type compare it: its letters small; empty where there is none. */
export function inSmallLetters(values: Values, name: string): string {
  return String(values[name] ?? '').toLowerCase()
}

/** Which of the chosen keys a row is known by: the first that it fills. Null: by none, so it can only be new. */
export function keyOf(
  names: readonly string[],
  values: Values,
  target: ImportTarget,
): { key: MatchKey; parts: readonly string[]; text: string } | null {
  for (const name of names) {
    const key = target.keys.find((one) => one.name === name)
    const parts = key === undefined ? null : keyParts(key, values, target)
    if (key !== undefined && parts !== null) return { key, parts, text: `${name}:${parts.join('\n')}` }
  }
  return null
}

/** Keys whose columns are all mapped, in the order of trust. */
export function possibleKeys(target: ImportTarget, fields: ReadonlySet<string>): MatchKey[] {
  return target.keys.filter((key) => key.fields.every((field) => fields.has(field)))
}
