import { sameValue } from './merge-field.ts'

/** The fields that differ, each with what was seen and what is wanted: what a change sends. */
export function changedPairs<T extends object>(
  before: object,
  after: T,
): { [K in keyof T]?: [unknown, T[K]] } {
  const pairs = Object.entries(after).flatMap(([name, to]) => {
    const from: unknown = Reflect.get(before, name) ?? null
    return sameValue(from, to) ? [] : [[name, [from, to]]]
  })
  return Object.fromEntries(pairs) as { [K in keyof T]?: [unknown, T[K]] }
}
