import { useState } from 'react'

type Found = { latitude: number; longitude: number; accuracyM: number }

/** Asks this device where it is, once, when somebody presses for it (rule 4.3). */
export function usePosition(onFound: (found: Found) => void) {
  const [isAsking, setAsking] = useState(false)
  const [problem, setProblem] = useState<'denied' | 'unknown' | null>(null)
  function ask() {
    setAsking(true)
    setProblem(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false)
        onFound({
          latitude: round(coords.latitude),
          longitude: round(coords.longitude),
          accuracyM: Math.ceil(coords.accuracy),
        })
      },
      (error) => {
        setAsking(false)
        setProblem(error.code === error.PERMISSION_DENIED ? 'denied' : 'unknown')
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 },
    )
  }
  return { ask, isAsking, problem }
}

/** To a tenth of a metre: more is noise. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
