const listeners = new Set<() => void>()

/** Calls `listener` when the server answers that nobody is signed in any more. Returns how to stop listening. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tellSignedOut(): void {
  for (const listener of listeners) listener()
}
