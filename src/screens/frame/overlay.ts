import { useSyncExternalStore } from 'react'

type Overlay = 'palette' | 'keys' | null

let shown: Overlay = null
const listeners = new Set<() => void>()

function show(overlay: Overlay): void {
  shown = overlay
  for (const listener of listeners) listener()
}

export function openPalette(): void {
  show('palette')
}

export function openKeyHelp(): void {
  show('keys')
}

export function closeOverlay(): void {
  show(null)
}

/** Which of the two lies over the page: the command palette, the list of keys, or none. */
export function useOverlay(): Overlay {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => shown,
  )
}
