import { useRef, useState } from 'react'
import { type Taken, takePosition } from './take-position.ts'

/** Takes the position for check-in and check-out; `goOn` ends the wait without one. */
export function useTakePosition() {
  const [isAsking, setAsking] = useState(false)
  const waiting = useRef<AbortController | null>(null)
  async function take(): Promise<Taken> {
    const patience = new AbortController()
    waiting.current = patience
    setAsking(true)
    try {
      return await takePosition(patience.signal)
    } finally {
      setAsking(false)
    }
  }
  return { take, isAsking, goOn: () => waiting.current?.abort() }
}
