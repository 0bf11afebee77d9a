/** Something that another system tells of: its number, and when it was last changed there (UTC, so that texts compare). */
export type Told = { readonly number: string; readonly changedAt: string }

/** An instant with any offset as UTC text with milliseconds comes from outside; here they only compare. Earlier, same, later. */
export function isLater(a: string, b: string | null): boolean {
  return b === null || a > b
}

/** Of several words about one number in a batch only the latest holds (the last of equal ones); the places of those that hold. */
export function lastWords(told: readonly (Told | null)[]): Set<number> {
  const places = new Map<string, number>()
  for (const [at, one] of told.entries()) {
    const before = one === null ? undefined : places.get(one.number)
    const held = before === undefined ? null : (told[before] ?? null)
    if (one !== null && (held === null || one.changedAt >= held.changedAt)) places.set(one.number, at)
  }
  return new Set(places.values())
}
