/**
 * Does the work for one after the other; what goes wrong with one doesn't keep the others waiting. Ends early when the signal
 * says so. Throws at the end what went wrong.
 */
export async function tryAll<T>(
  all: readonly T[],
  work: (one: T) => Promise<unknown>,
  signal?: AbortSignal,
): Promise<void> {
  const errors: unknown[] = []
  for (const one of all) {
    if (signal?.aborted === true) break
    try {
      await work(one)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length === 1) throw errors[0]
  if (errors.length > 1)
    throw new AggregateError(errors, `${errors.length} of ${all.length}: ${said(errors)}`)
}

function said(errors: readonly unknown[]): string {
  const messages = errors.map((error) => (error instanceof Error ? error.message : String(error)))
  return [...new Set(messages)].join('; ')
}
