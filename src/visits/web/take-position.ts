import type { TakenPosition } from './types.ts'

export type Taken = {
  readonly position: TakenPosition | null
  /** Why there is none: not allowed, or not found in time. */
  readonly why: 'denied' | 'unknown' | null
}
const patience = 10_000

/** To a tenth of a metre: more is noise. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Asks this device where it is, once, because somebody pressed for it (rule 4.3). Never fails: a visit needs no position. */
export function takePosition(signal: AbortSignal): Promise<Taken> {
  return new Promise((resolve) => {
    const without = (why: Taken['why']) => resolve({ position: null, why })
    if (!('geolocation' in navigator)) return without('unknown')
    signal.addEventListener('abort', () => without('unknown'), { once: true })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          position: {
            latitude: rounded(coords.latitude),
            longitude: rounded(coords.longitude),
            accuracyM: Math.min(1_000_000, Math.ceil(coords.accuracy)),
          },
          why: null,
        }),
      (error) => without(error.code === error.PERMISSION_DENIED ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: patience, maximumAge: 20_000 },
    )
  })
}
